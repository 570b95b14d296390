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
  [
    'The nurse speaks within one working day to the practitioner. If that fails, Priya takes it up with the team manager. Where they still cannot agree, the matter comes to Omar and me.',
    ['nurse > practitioner', 'Priya > team manager', '? > Omar and me'],
  ],
  [
    'Priya speaks to the team manager. Omar then writes to the head of service. Last comes the board’s independent chair.',
    ['Priya > team manager', 'Omar > head of service', '? > board’s independent chair'],
  ],
  [
    'It has three tiers. The helper talks to the worker. Priya talks to the team manager. Omar talks to the head of service.',
    ['helper > worker', 'Priya > team manager', 'Omar > head of service'],
  ],
])('a ladder told as a story is read in order: %s', (text, stages) => expect(ladder(text)).toEqual(stages))

test.each([
  'We speak to the family and then to the school.',
  'If we disagree we ring the council again.',
  'A helper who disagrees with the lead talks to the deputy, then to the treasurer.',
])('no ladder: %s', (text) => expect(ladder(text)).toEqual([]))
