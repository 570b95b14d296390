import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {strFromU8, unzipSync} from 'fflate'
import {beforeAll, expect, test} from 'vitest'
import {align} from '../../src/align.js'
import type {AlignmentReport} from '../../src/model/report.js'
import {reporters} from '../../src/report/index.js'
import {fixture} from '../support/model.js'
import {packs} from '../support/pack.js'
import {plainly} from './hostile.js'

// One small policy in every format, as it was reviewed. UPDATE=1 npx vitest run tests/report/golden writes them anew.

const folder = fileURLToPath(new URL('../../fixtures/formats/', import.meta.url))

/** A requirement of every status, so that the files stay small enough to be read. */
const only = new Set([
  'gov-anyone-can-refer',
  'contact-children-front-door',
  'contact-children-out-of-hours',
  'contact-lado',
  'referral-timescale-adults',
  'escalation-timescales',
  'allegation-lado-timescale',
  'allegation-dbs-referral',
  'voice-whole-person-context',
  'currency-kcsie',
])

let report: AlignmentReport
beforeAll(async () => {
  report = await align(
    [fixture('formats/policy.md')],
    {
      procedures: [fixture('models/eastmere.procedures.yaml')],
      organisation: fixture('models/larkfield.organisation.yaml'),
      packs: packs(),
    },
    {
      asOf: '2026-11-23',
      revisions: 'accepted',
      failOn: 'major',
      tool: {name: 'policy-align', version: '0.0.0'},
      keepTexts: true,
      only,
    },
  )
  // The folder of the project is no part of what a reader reviews.
  report = {...report, policies: report.policies.map((policy) => ({...policy, path: 'policy.md'}))}
})

test('the policy has a finding of every status but what wording cannot tell', () => {
  const {cannotTell: _, ...seen} = {cannotTell: 0, ...report.policies[0]!.tally}
  expect(report.policies[0]!.findings.length).toBe(only.size)
  expect(Object.entries(seen).filter(([status, count]) => count === 0 && status !== 'cannot-tell')).toEqual([])
})

test.each(reporters.map(({name}) => name))('%s', async (name) => {
  const {extension, load} = reporters.find((each) => each.name === name)!
  const content = await (await load())(report, {...plainly, show: 'all'})
  const shown = readable[name] ?? ((written: string | Uint8Array) => String(written))
  const file = `${folder}report${extension ?? `.${name}`}${extension === null || readable[name] ? '.txt' : ''}`
  const actual = shown(content)
  if (process.env.UPDATE !== undefined) writeFileSync(file, actual)
  expect(actual).toBe(
    existsSync(file) ? readFileSync(file, 'utf8') : `no golden file; look at the output, then UPDATE=1`,
  )
})

/** What a reader of a format sees, for formats that are not read as text: looks and scripts may change without notice. */
const readable: Readonly<Record<string, (content: string | Uint8Array) => string>> = {
  html: (content) => lines(/<main\b.*<\/main>/s.exec(String(content))![0].replace(/<svg\b.*?<\/svg>/gs, '[drawing]')),
  word: (content) =>
    lines(
      part(content, 'word/document.xml')
        .replace(/<w:instrText\b.*?<\/w:instrText>/gs, '')
        .replace(/<w:tc>.*?<\/w:tc>/gs, (cell) => cell.replace(/<\/?w:p\b[^>]*>/g, ' '))
        .replace(/<w:pStyle w:val="(Heading\d|Title)"\/>/g, '[$1] '),
    ),
  xlsx: (content) => {
    const strings = [...part(content, 'xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, each]) => each!)
    return [1, 2, 3, 4, 5]
      .map((sheet) =>
        lines(
          part(content, `xl/worksheets/sheet${sheet}.xml`)
            .replace(/<c\b[^>]*t="s"[^>]*><v>(\d+)<\/v><\/c>/g, (_, at) => `<c>${strings[Number(at)]}</c>`)
            .replaceAll('</row>', '</row><p>'),
        ),
      )
      .join('\n')
  },
}

function part(content: string | Uint8Array, name: string): string {
  return strFromU8(unzipSync(content as Uint8Array)[name]!)
}

/** The text between tags, a line a block, cells apart. */
function lines(markup: string): string {
  const text = markup
    .replace(/\s+/g, ' ')
    .replace(/<\/?(?:td|th|c|w:tc)\b[^>]*>/g, ' | ')
    .replace(/<\/?(?:p|li|h\d|tr|div|dt|dd|summary|section|caption|w:p|w:tr|row)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(
      /&(lt|gt|quot|apos|amp);/g,
      (_, name) => ({lt: '<', gt: '>', quot: '"', apos: "'", amp: '&'})[name as string]!,
    )
  const squeezed = text
    .split('\n')
    .map((line) =>
      line
        .replace(/\s+/g, ' ')
        .replace(/^[ |]+|[ |]+$/g, '')
        .replace(/\|(?: \|)+/g, '|'),
    )
    .filter((line) => line !== '')
  return `${squeezed.join('\n')}\n`
}
