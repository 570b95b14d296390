import {describe, expect, test} from 'vitest'
import {passagesOf, sectionsOf} from '../../src/model/policy.js'
import {readMarkdown} from '../../src/read/markdown/index.js'

const read = (text: string | Uint8Array) =>
  readMarkdown({path: 'policy.md', bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text})
const texts = (text: string | Uint8Array) => passagesOf(read(text)).map((passage) => passage.text)

/** Each would take minutes, or the stack, if its work grew with the square of its size. */
const heaps: Readonly<Record<string, string>> = {
  'headings without end': '# Heading\n\n'.repeat(4000),
  'lists in one line': `${'- '.repeat(10_000)}a`,
  'lists under lists': Array.from({length: 1200}, (_, level) => `${' '.repeat(level)}- a`).join('\n'),
  'lists one after another': '- item\n\nWords\n\n'.repeat(1500),
  'quotations in quotations': `${'>'.repeat(10_000)} a`,
  'one word of a megabyte': 'a'.repeat(1_000_000),
  'emphasis that never closes': '*a_ '.repeat(20_000),
  'brackets that never close': '[a]('.repeat(20_000),
  'comments that never close': 'a <!-- '.repeat(20_000),
  'tags that never close': '<div><table><tr><td><ul><li>'.repeat(4000),
  'site code that never closes': '{{ {% '.repeat(40_000),
  'a paragraph of short lines': 'a\n'.repeat(20_000),
  'definitions and nothing else': 't\n: d\n'.repeat(8000),
  'brackets in front matter': `---\na: ${'['.repeat(20_000)}\n---\n`,
}

describe('a document made to hang the reader is read in a moment', () => {
  test.each(Object.entries(heaps))('%s', (_, text) => {
    expect(() => read(text)).not.toThrow()
  })
})

test('aliases in front matter are not followed', () => {
  const bomb = Array.from(
    {length: 40},
    (_, n) => `b${n}: &b${n} [*${n ? `b${n - 1}` : 'a'}, *${n ? `b${n - 1}` : 'a'}]`,
  )
  const {properties} = read(`---\ntitle: Bomb\na: &a [x, x]\n${bomb.join('\n')}\n---\nWords.\n`)
  expect(properties.title).toBe('Bomb')
  expect(JSON.stringify(properties).length).toBeLessThan(2000)
})

test('nesting beyond all reason is flattened, said, and loses no word', () => {
  const policy = read(`${'> '.repeat(500)}Ring the front door.`)
  expect(passagesOf(policy).map(({text}) => text)).toEqual(['Ring the front door.'])
  expect(policy.notices.map(({code}) => code)).toContain('nesting-flattened')
})

test('a property that would reach the prototype stays a property', () => {
  const {properties} = read('---\n__proto__: x\nconstructor: y\n---\nWords.\n')
  expect(Object.keys(properties)).toEqual(['__proto__', 'constructor'])
})

describe('odd bytes', () => {
  test('UTF-16 with a mark', () => {
    expect(texts(Buffer.from('\ufeffRing the front door.', 'utf16le'))).toEqual(['Ring the front door.'])
  })
  test('UTF-16 without a mark', () => {
    expect(texts(Buffer.from('Ring the front door.\n', 'utf16le'))).toEqual(['Ring the front door.'])
  })
  test('a UTF-8 mark, and line ends of Windows and of old Macs', () => {
    const policy = read('\ufeff# One\r\n\r\nFirst\rsecond\r\n')
    expect(sectionsOf(policy).map(({title}) => title)).toEqual(['One'])
    expect(passagesOf(policy).map(({text, place}) => [text, place.lines])).toEqual([['First second', [3, 4]]])
  })
  test('Windows-1252 is read, and said', () => {
    const policy = read(Uint8Array.from([0x93, 0x4e, 0x6f, 0x94, 0x20, 0xa3, 0x35]))
    expect(passagesOf(policy)[0]?.text).toBe('“No” £5')
    expect(policy.notices.map(({code}) => code)).toEqual(['text-encoding'])
  })
  test('bytes that are no UTF-8 beside real UTF-8 are replaced, and said', () => {
    const policy = read(Uint8Array.from([...Buffer.from('caf\u00e9 '), 0xff, 0x61]))
    expect(passagesOf(policy)[0]?.text).toBe('café \ufffda')
    expect(policy.notices[0]?.message).toMatch(/^1 bytes? /)
  })
  test('characters that do not show do not stay', () => {
    expect(texts('soft\u00adly\u200b and\u0007 plain\u00a0here\n')).toEqual(['softly and plain here'])
  })
})

test('numbers of a list run on over the pieces in which a long document is parsed', () => {
  const items = Array.from({length: 600}, (_, n) => `1. Item ${n} of the list\n   - with one under it\n`).join('')
  const labels = passagesOf(read(`# Long\n\n${items}`)).flatMap(({label}) => (label === null ? [] : [label]))
  expect(labels).toEqual(Array.from({length: 600}, (_, n) => `${n + 1}.`))
})

test('links and notes that are defined far away are found', () => {
  const filler = '## Part\n\nSome words that fill a line of the document.\n\n'.repeat(200)
  const policy = read(
    `See [our form][form].[^1]\n\n${filler}[form]: https://www.northmoor.example/form\n[^1]: A note.\n`,
  )
  const [first, note] = passagesOf(policy)
  expect(first?.links).toEqual([{text: 'our form', target: 'https://www.northmoor.example/form'}])
  expect(note).toMatchObject({form: 'footnote', text: 'A note.'})
})
