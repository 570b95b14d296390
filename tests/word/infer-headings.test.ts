import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {sectionsOf} from '../../src/model/policy.js'
import {p, r, read} from './word-file.js'

const folder = new URL('unstyled/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))

const level = (at: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const numbering = [
  `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>`,
  `<w:abstractNum w:abstractNumId="2">${level(0, 'bullet', '•')}</w:abstractNum>`,
  '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>',
].join('')

interface Line {
  readonly level: number | null
  readonly look: readonly string[]
  readonly words: string
}

const tallies = await Promise.all(names.map(async (name) => [name, await tallyOf(linesOf(name))] as const))

describe('headings that nobody styled', () => {
  test.each(tallies)('%s reads as a careful reader reads it', (_, {wrong}) => {
    expect(wrong).toEqual([])
  })

  test('nine in ten are found, and nine in ten of those found are right', () => {
    const sum = (pick: (tally: Tally) => number): number => tallies.reduce((total, [, tally]) => total + pick(tally), 0)
    const hits = sum(({hits}) => hits)
    expect(hits).toBeGreaterThan(40)
    expect((2 * hits) / (sum(({found}) => found) + sum(({labelled}) => labelled))).toBeGreaterThanOrEqual(0.9)
  })

  test('each says why it was taken for one', async () => {
    const policy = await read(p(r('Records', '<w:b/>')) + p('We keep notes in a locked drawer.'))
    expect(policy.sections[0]).toMatchObject({title: 'Records', inferred: expect.stringContaining('bold')})
  })
})

interface Tally {
  readonly hits: number
  readonly found: number
  readonly labelled: number
  /** What was missed, taken wrongly or put at another level, in words. */
  readonly wrong: readonly string[]
}

async function tallyOf(lines: readonly Line[]): Promise<Tally> {
  const policy = await read(lines.map(written).join(''), {numbering})
  const found = sectionsOf(policy).filter(({inferred}) => inferred !== undefined)
  const labelled = lines.filter(({level}) => level !== null)
  const wrong: string[] = []
  let hits = 0
  const left = [...found]
  for (const {level, words} of labelled) {
    const at = left.findIndex(({title}) => words.replace(/[.:]$/, '').endsWith(title))
    const section = at < 0 ? undefined : left.splice(at, 1)[0]
    if (!section) wrong.push(`missed: ${words}`)
    else {
      hits++
      if (section.level !== level) wrong.push(`level ${section.level} for ${level}: ${words}`)
    }
  }
  return {
    hits,
    found: found.length,
    labelled: labelled.length,
    wrong: [...wrong, ...left.map(({title}) => `taken: ${title}`)],
  }
}

function linesOf(name: string): Line[] {
  const text = readFileSync(new URL(name, folder), 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [before = '', words = ''] = line.split(' | ')
      const [label = '-', ...look] = before.trim().split(/\s+/)
      return {level: label === '-' ? null : Number(label), look: look.filter(Boolean), words: words.trim()}
    })
}

function written({look, words}: Line): string {
  if (look[0] === 'row') {
    const cells = words.split(' / ').map((cell) => `<w:tc>${p(cell)}</w:tc>`)
    return `<w:tbl><w:tr>${cells.join('')}</w:tr></w:tbl>`
  }
  const has = (sign: string): boolean => look.includes(sign)
  const size = look.find((sign) => /^s\d/.test(sign))?.slice(1) ?? '11'
  const level = look.find((sign) => /^n\d/.test(sign))?.slice(1)
  const list = level === undefined ? (has('*') ? [2, 0] : null) : [1, level]
  const run = [has('b') && '<w:b/>', has('i') && '<w:i/>', has('c') && '<w:caps/>', has('u') && '<w:u w:val="single"/>']
  const paragraph = [
    has('k') && '<w:keepNext/>',
    list && `<w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr>`,
    has('m') && '<w:jc w:val="center"/>',
  ]
  const properties = `${run.filter(Boolean).join('')}<w:sz w:val="${Number(size) * 2}"/>`
  return p(r(words.replaceAll('&', '&amp;'), properties), paragraph.filter(Boolean).join(''))
}
