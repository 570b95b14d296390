import {strFromU8, unzipSync} from 'fflate'
import {expect} from 'vitest'
import {type Annotated, annotateWord} from '../../src/annotate/word.js'
import type {Finding} from '../../src/model/finding.js'
import {type Policy, passagesOf} from '../../src/model/policy.js'
import {readTracedWord} from '../../src/read/word/index.js'
import {finding} from '../report/sample-report.js'

export interface Marked extends Annotated {
  readonly policy: Policy
  readonly parts: Readonly<Record<string, Uint8Array>>
  /** The main part as text. */
  readonly xml: string
}

interface Asked {
  readonly suggest?: boolean
  readonly main?: string
  readonly revisions?: 'accepted' | 'original'
}

/** Annotates a Word file with a conflict on each of the quotations, and checks that nothing else was done to it. */
export async function marked(bytes: Uint8Array, quotes: readonly string[], asked: Asked = {}): Promise<Marked> {
  return markedWith(bytes, (policy) => quotes.map((quote, index) => conflict(policy, quote, index)), asked)
}

/** The same with findings of any sort. */
export async function markedWith(
  bytes: Uint8Array,
  findings: (policy: Policy) => readonly Finding[],
  {suggest = false, main = 'word/document.xml', revisions = 'accepted'}: Asked = {},
): Promise<Marked> {
  const source = {path: 'policy.docx', bytes}
  const traced = await readTracedWord(source, {revisions})
  const told = findings(traced.policy)
  const result = annotateWord(source, traced, told, told, {asOf: '2026-11-23', suggest})
  const parts = unzipSync(result.bytes)
  expectRest(unzipSync(bytes), parts, main)
  const xml = text(parts[main]!)
  expect(withoutInsertions(xml, result), 'the main part without what was put in').toBe(text(unzipSync(bytes)[main]!))
  // What was written must still be a Word file.
  await readTracedWord({path: 'reviewed.docx', bytes: result.bytes})
  return {...result, policy: traced.policy, parts, xml}
}

export function conflict(policy: Policy, quote: string, index = 0): Finding {
  const passage = passagesOf(policy).find(({text}) => text.includes(quote))
  if (!passage) throw new Error(`no passage says "${quote}"`)
  return finding(`conflict-${index}`, 'conflict', 'critical', {
    evidence: [{quote, passageId: passage.id, place: passage.place}],
    suggestedWording: `Suggested wording ${index} & more.`,
  })
}

/** Takes out what was put in. */
export function withoutInsertions(xml: string, {inserted}: Annotated): string {
  let out = ''
  let from = 0
  let shift = 0
  for (const {at, text} of inserted) {
    expect(xml.slice(at + shift, at + shift + text.length)).toBe(text)
    out += xml.slice(from, at + shift)
    shift += text.length
    from = at + shift
  }
  return out + xml.slice(from)
}

/** The words between the two marks of a comment, as they stand in the main part; of each form that has them. */
export function wordsUnder(xml: string, id: number): string[] {
  const pattern = new RegExp(
    `<\\w+:commentRangeStart[^>]*:id="${id}"/>(.*?)<\\w+:commentRangeEnd[^>]*:id="${id}"/>`,
    'gs',
  )
  return [...xml.matchAll(pattern)].map(([, inner]) => {
    const leaves = inner!.match(/<\w+:t(?:\s[^>]*)?>[^<]*<|<\w+:(?:tab|br|noBreakHyphen)\/>/g) ?? []
    return leaves
      .map((leaf) => (/noBreakHyphen/.test(leaf) ? '-' : /\/>$/.test(leaf) ? ' ' : leaf.replace(/^[^>]*>|<$/g, '')))
      .join('')
  })
}

/** The words of the comments of a file, by id. */
export function commentTexts(
  parts: Readonly<Record<string, Uint8Array>>,
  name = 'word/comments.xml',
): Map<number, string> {
  const xml = strFromU8(parts[name]!)
  return new Map(
    [...xml.matchAll(/<\w+:comment\s[^>]*?:id="(-?\d+)".*?<\/\w+:comment>/gs)].map(([whole, id]) => {
      const lines = whole.split(/<\/\w+:p>/).map((line) => line.replace(/<[^>]*>/g, ''))
      return [Number(id), unescaped(lines.join('\n').trim())]
    }),
  )
}

/** With its byte order mark, where it has one. */
function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8')
}

function unescaped(xml: string): string {
  return xml
    .replace(/&#x([\dA-F]+);/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

/** Every part but the main one, the comments and the two lists that may name them is what it was. */
function expectRest(before: Record<string, Uint8Array>, after: Record<string, Uint8Array>, main: string): void {
  const may = new RegExp(
    `^(?:${main.replace(/[/.]/g, '\\$&')}|.*comments\\d*\\.xml|.*/_rels/.*\\.rels|\\[Content_Types\\]\\.xml)$`,
  )
  for (const [name, bytes] of Object.entries(before)) {
    expect(after, name).toHaveProperty([name])
    if (!may.test(name)) expect(Buffer.compare(after[name]!, bytes), name).toBe(0)
  }
}
