import {expect, test} from 'vitest'
import {sectionsOf} from '../../src/model/policy.js'
import {splitNumber} from '../../src/read/headings/number.js'
import {readMarkdown} from '../../src/read/markdown/index.js'

const outline = (text: string) =>
  sectionsOf(readMarkdown({path: 'policy.md', bytes: new TextEncoder().encode(text)}))
    .filter(({level}) => level > 0)
    .map(({level, number, title}) => [level, number, title])

test.each([
  ['3.2 Confidentiality', '3.2', 'Confidentiality'],
  ['3.2. Confidentiality', '3.2', 'Confidentiality'],
  ['1. Purpose', '1', 'Purpose'],
  ['12) Purpose', '12', 'Purpose'],
  ['a) Visitors', 'a', 'Visitors'],
  ['(b) Trips', '(b)', 'Trips'],
  ['IV. Scope', 'IV', 'Scope'],
  ['7 golden rules', null, '7 golden rules'],
  ['1-to-1 situations', null, '1-to-1 situations'],
  ['Stage 1. The worker', null, 'Stage 1. The worker'],
  ['24.5.2026', null, '24.5.2026'],
])('%s is numbered %s', (text, number, title) => {
  expect(splitNumber(text)).toEqual({number, title})
})

test('bare numbers are numbers where they follow each other', () => {
  expect(outline('## 1 Purpose\n\nA.\n\n## 2 Scope\n\nB.\n\n## 7 Golden rules\n\nC.\n')).toEqual([
    [2, '1', 'Purpose'],
    [2, '2', 'Scope'],
    [2, null, '7 Golden rules'],
  ])
})

test('a bold line with a typed number is a heading with that number', () => {
  const text =
    '# Policy\n\n**2.1 Keeping records**\n\nWrite it down the same day.\n\n**2.2 Passing it on**\n\nTell the lead at once.\n'
  expect(outline(text)).toEqual([
    [1, null, 'Policy'],
    [2, '2.1', 'Keeping records'],
    [2, '2.2', 'Passing it on'],
  ])
})

test('a number typed before bold words belongs to them', () => {
  const text = '# Policy\n\n2.1 **Children**\n\nTell the lead at once.\n\n2.2 **Adults**\n\nAsk them first.\n'
  expect(outline(text)).toEqual([
    [1, null, 'Policy'],
    [2, '2.1', 'Children'],
    [2, '2.2', 'Adults'],
  ])
})

test('a bold row of values with their names is no heading, and its dates are read as text', () => {
  const text =
    '# Policy\n\n**Version 6 | Approved by the committee of management: 9 February 2026**\n\n**Telling the lead**\n\nWhoever is worried about a child tells the lead of it at once, and nobody else.\n\n**Records**\n\nWhat was seen and heard is written down on the same day, in the words that were said.\n'
  expect(outline(text).map(([, , title]) => title)).toEqual(['Policy', 'Telling the lead', 'Records'])
})

test('of bold lines alone the first is the title, where it names the document', () => {
  const under = ['Scope', 'Worries', 'Records'].map((title) => `**${title}**\n\nWe say more of this here.\n`).join('\n')
  const levels = (first: string) =>
    outline(`**${first}**\n\nThis is for everybody.\n\n${under}`).map(([level]) => level)
  expect(levels('Child protection policy')).toEqual([1, 2, 2, 2])
  expect(levels('Welcome')).toEqual([1, 1, 1, 1])
})

test('in a text without any type, four short lines with text under them are its headings', () => {
  const said = 'We ask everybody who helps here to read this through once a year and to keep to it.'
  const text = (titles: readonly string[]) => titles.map((title) => `${title}\n\n${said}\n`).join('\n')
  const titles = ['About this', 'Principles', 'The lead', 'Records']
  expect(outline(text(titles)).map(([, , title]) => title)).toEqual(titles)
  expect(outline(text(titles.slice(1)))).toEqual([])
  expect(outline(text([...titles.slice(1), 'Keep it safe.']))).toEqual([])
})

test('short titles lettered by hand are headings, lettered sentences are items', () => {
  const titles =
    '## Practice\n\na) Visitors\n\nSign them in.\n\nb) Trips\n\nTake the phone.\n\nc) Hire of the hall\n\nAsk first.\n'
  expect(outline(titles)).toEqual([
    [2, null, 'Practice'],
    [3, 'a', 'Visitors'],
    [3, 'b', 'Trips'],
    [3, 'c', 'Hire of the hall'],
  ])
  expect(outline('## Practice\n\na) Sign in.\n\nb) Sign out.\n\nc) Lock up.\n')).toEqual([[2, null, 'Practice']])
})

test('the title is that of the front matter, else the first outermost heading, else the first', () => {
  const title = (text: string) => readMarkdown({path: 'p.md', bytes: new TextEncoder().encode(text)}).title
  expect(title('---\ntitle: Ours\n---\n# Theirs\n')).toBe('Ours')
  expect(title('## Before\n\n# The policy\n')).toBe('The policy')
  expect(title('### Only\n')).toBe('Only')
  expect(title('Words.\n')).toBe('')
})
