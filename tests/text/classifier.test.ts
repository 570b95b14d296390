import {expect, test} from 'vitest'
import type {Classifier} from '../../src/model/learned.js'
import {lengthOf, scoresOf} from '../../src/text/classifier.js'
import {readingOf} from '../../src/text/reading.js'
import {signsOf} from '../../src/text/signs.js'

const lexicon = {council: {words: ['council', 'social care']}}

function readingFrom(texts: readonly string[], headings: readonly string[] = []) {
  const passages = texts.map((text, i) => ({
    id: `p${i}`,
    form: 'paragraph' as const,
    text,
    place: {section: 's', title: '', headings, line: i + 1, block: null},
  }))
  return readingOf(
    {sections: [{id: 's', title: '', level: 1, passages, sections: []}]} as unknown as Parameters<typeof readingOf>[0],
    lexicon,
  )
}

test.each([
  ['We tell the council.', ['tell', 'tell_the', '@council', 'form:paragraph'], ['~tell', '?']],
  ['Never tell social care.', ['~tell', '@council', '~@council'], []],
  ['Ring on 2 days in 10.', ['day', 'on_day'], ['2', '10', 'on_2']],
  ['Whom do we tell?', ['?'], ['~tell']],
])('%s', (text, held, lacking) => {
  const [signs] = signsOf(readingFrom([text]), ['council'])
  expect(signs).toEqual(expect.arrayContaining(held))
  for (const sign of lacking) expect(signs).not.toContain(sign)
})

test('words of the headings above are signs of their own kind', () => {
  const [signs] = signsOf(readingFrom(['Ring.'], ['Allegations about the staff']), [])
  expect(signs).toEqual(expect.arrayContaining(['h:alleg', 'h:staff']))
  expect(signs).not.toContain('h:the')
})

const base64 = (numbers: readonly number[]) => btoa(String.fromCharCode(...numbers))
const pairs = (numbers: readonly number[]) => base64(numbers.flatMap((each) => [each & 255, each >> 8]))

// One requirement: "council" speaks of it and says it, "wait" is against it.
const classifier: Classifier = {
  requirements: ['refer'],
  signs: 'council\nwait',
  counts: pairs([2, 1]),
  outputs: pairs([0, 1, 2]),
  weights: base64([100, 50, 100]),
  unit: 0.1,
  bias: [-4, -3, -2],
}

test('the sentences that lean most come first, with the log odds of their signs', () => {
  const reading = readingFrom(['We eat at noon.', 'We tell the council.', 'We wait.'])
  const scores = scoresOf(classifier, reading, ['council'])
  const norm = lengthOf(1)
  const told = {index: 1, odds: {about: -4 + 10 / norm, says: -3 + 5 / norm, against: -2}}
  expect(scores.best('refer', 'about')![0]).toEqual(told)
  expect(scores.best('refer', 'says')![0]).toEqual(told)
  expect(scores.best('refer', 'against')!.map(({index}) => index)).toEqual([2, 0])
  expect(scores.best('other', 'about')).toBeNull()
})

test('the heaviest words of a sentence are told, in its own order', () => {
  const weighed: Classifier = {
    requirements: ['refer'],
    signs: 'wait\ncouncil\n~tell\nuntil_monday\nthe\nnever\nform:paragraph',
    counts: pairs([1, 1, 1, 1, 1, 1, 1]),
    outputs: pairs([2, 1, 2, 2, 2, 2, 2]),
    weights: base64([40, 100, 60, 120, 127, 156, 90]),
    unit: 0.1,
    bias: [0, 0, 0],
  }
  const scores = scoresOf(weighed, readingFrom(['The lead will wait until Monday and never tell the council.']), [])
  expect(scores.tellingWords('refer', 'against', 0)).toEqual(['until', 'monday', 'tell'])
  expect(scores.tellingWords('refer', 'says', 0)).toEqual(['council'])
  expect(scores.tellingWords('refer', 'about', 0)).toEqual([])
  expect(scores.tellingWords('other', 'against', 0)).toEqual([])
})

test('a question commits nobody', () => {
  const scores = scoresOf(classifier, readingFrom(['Do we wait?', 'We eat at noon.']), [])
  expect(scores.best('refer', 'against')!.map(({index}) => index)).toEqual([1])
})

test('a longer sentence leans no further for its length', () => {
  expect([0, 1, 4, 9].map(lengthOf)).toEqual([2, 2, 2, 3])
})
