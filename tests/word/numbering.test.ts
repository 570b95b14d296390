import {describe, expect, test} from 'vitest'
import {passagesOf, sectionsOf} from '../../src/model/policy.js'
import {numberIn} from '../../src/read/word/number-format.js'
import {headings, p, read, style, type Written} from './word-file.js'

type Level = readonly [format: string, text: string, more?: string]

const abstract = (id: number, ...levels: Level[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels
    .map(
      ([format, text, more = ''], at) =>
        `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum>`
const num = (id: number, of: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`
const item = (list: number, level: number, text = 'x'): string =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
const restart = (level: number, at: number): string =>
  `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${at}"/></w:lvlOverride>`

const clauses: Level[] = [
  ['decimal', '%1.'],
  ['decimal', '%1.%2'],
  ['lowerLetter', '(%3)'],
]

async function labels(body: string, written: Written): Promise<(string | null)[]> {
  return passagesOf(await read(body, written)).map(({label}) => label)
}

describe('automatic numbers are those that Word prints', () => {
  test('levels count within the level above', async () => {
    const body = [0, 1, 1, 2, 2, 1, 0, 1].map((level) => item(1, level)).join('')
    expect(await labels(body, {numbering: abstract(0, ...clauses) + num(1, 0)})).toEqual([
      '1.',
      '1.1',
      '1.2',
      '(a)',
      '(b)',
      '1.3',
      '2.',
      '2.1',
    ])
  })

  test('a list goes on after a paragraph between its items', async () => {
    const body = item(1, 0) + p('Between.') + item(1, 0)
    expect(await labels(body, {numbering: abstract(0, ...clauses) + num(1, 0)})).toEqual(['1.', null, '2.'])
  })

  test('two lists of one definition count on, and an override starts again once', async () => {
    const body = item(1, 0) + item(2, 0) + item(3, 0) + item(3, 0) + item(1, 0)
    const numbering = abstract(0, ...clauses) + num(1, 0) + num(2, 0) + num(3, 0, restart(0, 7))
    expect(await labels(body, {numbering})).toEqual(['1.', '2.', '7.', '8.', '9.'])
  })

  test('a level may never start again, or only after a level farther out', async () => {
    const body = [0, 1, 2, 1, 2, 0, 2].map((level) => item(1, level)).join('')
    const levels = (restarts: string): Level[] => [clauses[0]!, clauses[1]!, ['decimal', '%3)', restarts]]
    const of = (restarts: string) => labels(body, {numbering: abstract(0, ...levels(restarts)) + num(1, 0)})
    expect((await of('<w:lvlRestart w:val="0"/>')).filter((label) => label?.endsWith(')'))).toEqual(['1)', '2)', '3)'])
    expect((await of('<w:lvlRestart w:val="1"/>')).filter((label) => label?.endsWith(')'))).toEqual(['1)', '2)', '1)'])
    expect((await of('')).filter((label) => label?.endsWith(')'))).toEqual(['1)', '1)', '1)'])
  })

  test('legal numbering shows digits for the letters above it', async () => {
    const numbering = abstract(0, ['upperRoman', 'Part %1'], ['decimal', '%1.%2', '<w:isLgl/>']) + num(1, 0)
    expect(await labels(item(1, 0) + item(1, 1), {numbering})).toEqual(['Part I', '1.1'])
  })

  test('list 0 takes the number of a style away, and bullets have none', async () => {
    const styles = style('Clause', 'Clause', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    const numbering = abstract(0, ...clauses) + num(1, 0) + abstract(1, ['bullet', '\u2022']) + num(2, 1)
    const body =
      p('a', '<w:pStyle w:val="Clause"/>') +
      p('b', '<w:pStyle w:val="Clause"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      item(2, 0)
    const passages = passagesOf(await read(body, {styles, numbering}))
    expect(passages.map(({form, label}) => [form, label])).toEqual([
      ['list-item', '1.'],
      ['paragraph', null],
      ['list-item', null],
    ])
  })

  test('headings are numbered through their styles', async () => {
    const tied = (at: number) => `<w:pStyle w:val="Heading${at}"/>`
    const styles = headings.replaceAll('</w:pPr>', '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    const numbering = abstract(0, ['decimal', '%1', tied(1)], ['decimal', '%1.%2', tied(2)]) + num(1, 0)
    const heading = (level: number) => p(`Heading ${level}`, `<w:pStyle w:val="Heading${level}"/>`)
    const policy = await read([1, 2, 2, 1, 2].map(heading).join(''), {styles, numbering})
    expect(sectionsOf(policy).map(({number}) => number)).toEqual(['1', '1.1', '1.2', '2', '2.1'])
  })

  test('a list that follows a list style has its levels', async () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="Ours"><w:name w:val="Ours"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Ours"/></w:abstractNum>'
    const numbering = abstract(0, ['upperLetter', '%1)']) + linked + num(1, 0) + num(2, 1)
    expect(await labels(item(2, 0) + item(2, 0), {styles, numbering})).toEqual(['A)', 'B)'])
  })

  test('the place of a passage has its number, typed or automatic', async () => {
    const [first, second] = passagesOf(
      await read(p('4.2 Staff tell the lead.') + item(1, 0), {numbering: abstract(0, ...clauses) + num(1, 0)}),
    )
    expect(first).toMatchObject({label: '4.2', text: '4.2 Staff tell the lead.', place: {number: '4.2'}})
    expect(second).toMatchObject({label: '1.', place: {number: '1.'}})
  })
})

test.each([
  ['decimal', 12, '12'],
  ['decimalZero', 7, '07'],
  ['lowerLetter', 26, 'z'],
  ['lowerLetter', 28, 'bb'],
  ['upperRoman', 1994, 'MCMXCIV'],
  ['lowerRoman', 4, 'iv'],
  ['ordinal', 13, '13th'],
  ['ordinal', 22, '22nd'],
  ['cardinalText', 121, 'One hundred twenty-one'],
  ['ordinalText', 20, 'Twentieth'],
  ['ordinalText', 32, 'Thirty-second'],
  ['none', 3, ''],
  ['bullet', 3, null],
  ['someFutureFormat', 3, '3'],
])('%s of %i is %s', (format, value, written) => {
  expect(numberIn(format, value)).toBe(written)
})
