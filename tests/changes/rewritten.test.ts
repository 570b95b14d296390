import fc from 'fast-check'
import {expect, test} from 'vitest'
import {rewritten} from '../../src/changes/rewritten.js'

test.each([
  ['Ring the MASH on 01632 960451.', '01632 960451', '01632 960481', 'Ring the MASH on 01632 960481.'],
  ['Ring (01632) 960-451 now.', '01632 960451', '01632 960481', 'Ring 01632 960481 now.'],
  ['within five working days', '5 working days', '2 working days', 'within two working days'],
  ['within 5 working days', '5 working days', '1 working day', 'within 1 working day'],
  ['Five working days is the limit.', '5 working days', '2 working days', 'Two working days is the limit.'],
  ['within 24 hours of it', '24 hours', '12 hours', 'within 12 hours of it'],
  ['We use the eastmere windscreen.', 'Eastmere Windscreen', 'Eastmere Compass', 'We use the Eastmere Compass.'],
  ['mash@eastmere.example', 'mash@eastmere.example', 'desk@eastmere.example', 'desk@eastmere.example'],
])('%s: %s becomes %s', (sentence, before, after, expected) => {
  const runs = rewritten(sentence, before, after)!
  expect(runs.flatMap(({kind, text}) => (kind === 'removed' ? [] : [text])).join('')).toBe(expected)
  expect(runs.flatMap(({kind, text}) => (kind === 'added' ? [] : [text])).join('')).toBe(sentence)
})

test.each([
  ['another number', 'Ring 01632 9604512.', '01632 960451', '01632 960481'],
  ['another count', 'within fifteen working days', '5 working days', '2 working days'],
  ['a longer word', 'Eastmere Windscreens', 'Eastmere Windscreen', 'Eastmere Compass'],
  ['a limit whose new value is no count', 'within two working days', '2 working days', 'the same working day'],
])('%s is left alone', (_, sentence, before, after) => {
  expect(rewritten(sentence, before, after)).toBeNull()
})

test('what is removed and what stays is the sentence, whatever the values', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (sentence, before, after) => {
      const runs = rewritten(sentence, before, after)
      if (runs) expect(runs.flatMap(({kind, text}) => (kind === 'added' ? [] : [text])).join('')).toBe(sentence)
    }),
  )
})
