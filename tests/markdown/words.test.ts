import fc from 'fast-check'
import {expect, test} from 'vitest'
import {passagesOf, sectionsOf} from '../../src/model/policy.js'
import {readMarkdown} from '../../src/read/markdown/index.js'

const word = fc.string({unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 1, maxLength: 6})
const words = fc.array(word, {minLength: 1, maxLength: 6}).map((list) => `x${list.join(' x')}`)
const block = fc.oneof(
  fc.tuple(fc.integer({min: 1, max: 6}), words).map(([level, text]) => `${'#'.repeat(level)} ${text}`),
  words,
  words.map((text) => `**${text}** and *more*`),
  fc.array(words, {minLength: 1, maxLength: 3}).map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc
    .array(words, {minLength: 1, maxLength: 3})
    .map((items) => items.map((item) => `1. ${item}\n   - ${item}`).join('\n')),
  words.map((text) => `> ${text}`),
  fc.tuple(words, words).map(([left, right]) => `| ${left} | ${right} |\n|---|---|\n| ${right} | ${left} |`),
  words.map((text) => `<div><p>${text}</p></div>`),
  words.map((text) => `\`\`\`\n${text}\n\`\`\``),
)

test('every word of a document comes back once, in its order, on its line', () => {
  fc.assert(
    fc.property(fc.array(block, {maxLength: 12}), (blocks) => {
      const written = blocks.join('\n\n')
      const policy = readMarkdown({path: 'policy.md', bytes: new TextEncoder().encode(written)})
      const lines = written.split('\n')
      const read = sectionsOf(policy).flatMap(({title, place, passages}) => [
        {text: title, lines: place.lines},
        ...passages.map((passage) => ({text: passage.text, lines: passage.place.lines})),
      ])
      const wordsIn = (text: string) => text.match(/[a-z]+/g) ?? []
      const source = written.replace(/<\/?\w+>/g, ' ')
      expect(read.flatMap(({text}) => wordsIn(text))).toEqual(wordsIn(source))
      for (const {text, lines: at} of read) {
        const there = lines.slice(at![0] - 1, at![1]).join(' ')
        for (const said of wordsIn(text)) expect(there).toContain(said)
      }
    }),
    {numRuns: 150},
  )
})

test('ids and ordinals count up in reading order', () => {
  const text = '# One\n\nA.\n\n## Two\n\n- B\n- C\n\n# Three\n\nD.\n'
  const policy = readMarkdown({path: 'policy.md', bytes: new TextEncoder().encode(text)})
  expect(sectionsOf(policy).map(({id, place}) => [id, place.ordinal])).toEqual([
    ['s1', 1],
    ['s2', 3],
    ['s3', 6],
  ])
  expect(passagesOf(policy).map(({id, place}) => [id, place.ordinal, place.headings.join('/')])).toEqual([
    ['p1', 2, 'One'],
    ['p2', 4, 'One/Two'],
    ['p3', 5, 'One/Two'],
    ['p4', 7, 'Three'],
  ])
})

test('a number to ring at the start of a line or an item is among its words, and an item may be the hundred and first', () => {
  const long = Array.from({length: 101}, (_, i) => `${i + 1}. Step`).join('\n')
  const text = `1. Make it safe.\n2. 999. Whoever is nearest rings.\n3. Tell Gwen.\n\n999. Ring it.\n\n## Steps\n\n${long}\n`
  const policy = readMarkdown({path: 'policy.md', bytes: new TextEncoder().encode(text)})
  const said = passagesOf(policy).map(({label, text}) => [label, text])
  expect(said.slice(0, 4)).toEqual([
    ['1.', 'Make it safe.'],
    ['2.', '999. Whoever is nearest rings.'],
    ['3.', 'Tell Gwen.'],
    ['999.', '999. Ring it.'],
  ])
  expect(said.at(-1)).toEqual(['101.', 'Step'])
})
