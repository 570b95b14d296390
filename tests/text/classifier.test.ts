import {expect, test} from 'vitest'
import type {Classifier} from '../../src/model/learned.js'
import {lengthOf, scoresOf} from '../../src/text/classifier.js'
import {readingOf} from '../../src/text/reading.js'
import {scaleOf, signsOf} from '../../src/text/signs.js'

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

test('the words of the sentences beside it are signs of their own kind, unless they only happen to stand there', () => {
  const reading = readingFrom(['Tell the lead.', 'Wait.', 'Ring 2 of us.'])
  const beside = (signs: readonly string[] | undefined) => signs!.filter((sign) => /^[pn]:/.test(sign))
  const [first, second, third] = signsOf(reading, [])
  expect(beside(first)).toEqual(['n:wait'])
  expect(beside(second)).toEqual(['p:tell', 'p:lead', 'n:ring'])
  expect(beside(third)).toEqual(['p:wait'])
  expect(signsOf(reading, [], true).flatMap(beside)).toEqual([])
})

test('what stands around a sentence counts less than its own words', () => {
  expect(['tell', '~tell', 'form:item', 'h:tell', 'p:tell', 'n:tell'].map(scaleOf)).toEqual([1, 1, 1, 0.5, 0.3, 0.3])
})

const base64 = (numbers: readonly number[]) => btoa(String.fromCharCode(...numbers))
const pairs = (numbers: readonly number[]) => base64(numbers.flatMap((each) => [each & 255, each >> 8]))

const unheard = {bias: [], heard: {unit: 1, weights: ''}, told: {unit: 1, weights: ''}}

// One requirement: "council" speaks of it and says it, "wait" is against it.
const classifier: Classifier = {
  requirements: ['refer'],
  signs: 'council\nwait',
  counts: pairs([2, 1]),
  outputs: pairs([0, 1, 2]),
  weights: base64([100, 50, 100]),
  unit: 0.1,
  bias: [-4, -3, -2, -1, 0, 1],
  hidden: unheard,
}

test('the sentences that lean most come first, with the log odds of their signs', () => {
  const reading = readingFrom(['We eat at noon.', 'We tell the council.', 'We wait.', 'We dance.'])
  const scores = scoresOf(classifier, reading, ['council'])
  const norm = lengthOf(1)
  const odds = {about: -4 + 10 / norm, says: -3 + 5 / norm, against: -2}
  const told = {index: 1, odds, ofAny: {about: -1, says: 0, against: 1}}
  expect(scores.best('refer', 'about')![0]).toEqual(told)
  expect(scores.best('refer', 'says')![0]).toEqual(told)
  expect(scores.best('refer', 'against')!.map(({index}) => index)).toEqual([2, 0, 1])
  expect(scores.best('other', 'about')).toBeNull()
})

test('the suspect speaks of a requirement and is against any', () => {
  const suspicious: Classifier = {
    requirements: ['refer', 'record'],
    signs: 'council\nwait\nnote',
    counts: pairs([1, 1, 1]),
    outputs: pairs([0, 8, 1]),
    weights: base64([100, 60, 100]),
    unit: 0.1,
    bias: [-6, -6, -6, -6, -6, -6, -1, -1, -2],
    hidden: unheard,
  }
  const reading = readingFrom(['We tell the council.', 'We wait.', 'The council can wait.', 'We note it.'])
  const scores = scoresOf(suspicious, reading, [])
  expect(scores.suspect('refer')!.index).toBe(2)
  expect(scores.suspect('record')!.index).toBe(3)
  expect(scores.suspect('other')).toBeUndefined()
})

/** One unit hears "council" and "wait", and speaks only where it hears both: that is against what is asked. */
const together: Classifier = {
  requirements: ['refer'],
  signs: 'council\nwait',
  counts: pairs([0, 0]),
  outputs: '',
  weights: '',
  unit: 1,
  bias: [-4, -4, -4, -4, -4, -4],
  hidden: {
    bias: [-1],
    heard: {unit: 0.02, weights: base64([100, 75])},
    told: {unit: 0.1, weights: base64([0, 0, 50, 0, 0, 30])},
  },
}

test('what signs say together is heard by the hidden layer', () => {
  const scores = scoresOf(together, readingFrom(['Tell the council.', 'Wait.', 'The council can wait.']), [])
  const [both, ...others] = scores.best('refer', 'against')!
  const heard = -1 + (2 + 1.5) / lengthOf(2)
  expect(both!.index).toBe(2)
  expect(both!.odds.against).toBeCloseTo(-4 + 5 * heard)
  expect(both!.ofAny.against).toBeCloseTo(-4 + 3 * heard)
  expect(others.map(({odds}) => odds.against)).toEqual([-4, -4])
  expect(scores.tellingWords('refer', 'against', 2)).toEqual(['council', 'wait'])
  expect(scores.tellingWords('refer', 'against', 0)).toEqual([])
})

test('the heaviest words of a sentence are told, in its own order', () => {
  const weighed: Classifier = {
    requirements: ['refer'],
    signs: 'wait\ncouncil\n~tell\nuntil_monday\nthe\nnever\nform:paragraph',
    counts: pairs([1, 1, 1, 1, 1, 1, 1]),
    outputs: pairs([2, 1, 2, 2, 2, 2, 2]),
    weights: base64([40, 100, 60, 120, 127, 156, 90]),
    unit: 0.1,
    bias: [0, 0, 0, 0, 0, 0],
    hidden: unheard,
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
