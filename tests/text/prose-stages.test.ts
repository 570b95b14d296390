import {expect, test} from 'vitest'
import {proseStagesIn} from '../../src/text/prose-stages.js'

const ladder = (text: string) => proseStagesIn(text).map(({from, to}) => `${from ?? '?'} > ${to}`)

test.each([
  [
    'Priya talks to their team manager, then Omar Lund to the head of service, and after that the board decides.',
    ['Priya > team manager', 'Omar Lund > head of service', '? > board'],
  ],
  [
    'First our lead speaks to the social worker’s team manager. If that does not settle it, the head writes to the head of service. Finally the chair contacts the partnership’s independent scrutineer.',
    ['lead > social worker’s team manager', 'head > head of service', 'chair > partnership’s independent scrutineer'],
  ],
])('a ladder told as a story is read in order: %s', (text, stages) => expect(ladder(text)).toEqual(stages))

test.each([
  'We speak to the family and then to the school.',
  'If we disagree we ring the council again.',
  'A helper who disagrees with the lead talks to the deputy, then to the treasurer.',
])('no ladder: %s', (text) => expect(ladder(text)).toEqual([]))
