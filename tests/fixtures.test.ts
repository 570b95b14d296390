import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {align} from '../src/align.js'
import {isGap} from '../src/model/finding.js'
import type {AlignmentReport} from '../src/model/report.js'
import {reporterNamed} from '../src/report/index.js'
import {fixture} from './support/model.js'
import {packs} from './support/pack.js'
import {wordTwin} from './support/word-twin.js'

const update = process.env.UPDATE !== undefined
const labelled = fileURLToPath(new URL('../fixtures/labelled/', import.meta.url))
const cases = readdirSync(labelled, {recursive: true, encoding: 'utf8'})
  .filter((path) => path.endsWith('truth.json'))
  .map((path) => dirname(path))
  .sort()

interface Truth {
  readonly requirements: Readonly<
    Record<string, {readonly verdict: string; readonly alsoAcceptable?: readonly string[]}>
  >
  readonly planted: readonly {readonly requirement: string; readonly quote: string | null}[]
  readonly traps: readonly {readonly requirement: string; readonly quote: string}[]
}

/** Judges a case as the command line would, from one of its two forms. */
async function reportOf(path: string, form: 'policy.md' | 'policy.docx'): Promise<AlignmentReport> {
  const folder = `labelled/${path}`
  return align(
    [fixture(`${folder}/${form}`)],
    {
      procedures: [fixture(`${folder}/procedures.yaml`)],
      organisation: fixture(`${folder}/organisation.yaml`),
      packs: packs(),
    },
    {asOf: '2026-11-23', revisions: 'accepted', failOn: 'major', tool: {name: 'policy-align', version: '0.0.0'}},
  )
}

/** The reviewed output. Only UPDATE=1 writes it, so a new case cannot pass unread. */
function golden(path: string, actual: string): string {
  const file = `${labelled}${path}`
  if (update) {
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, actual)
  }
  return existsSync(file)
    ? readFileSync(file, 'utf8')
    : `no golden file ${path}; look at the output, then run UPDATE=1 npm test`
}

describe.each(cases)('%s', (path) => {
  test('gives the expected report', async () => {
    const report = await reportOf(path, 'policy.md')
    const render = await reporterNamed('terminal')!.load()
    const text = await render(report, {color: false, width: 100, show: 'all', quiet: false, unread: 0})
    expect(String(text)).toBe(golden(`${path}/expected/report.txt`, String(text)))
  })

  test('its Word twin is judged alike', async () => {
    const word = `${labelled}${path}/policy.docx`
    if (update) writeFileSync(word, await wordTwin(readFileSync(`${labelled}${path}/policy.md`, 'utf8')))
    const [written, printed] = [await reportOf(path, 'policy.md'), await reportOf(path, 'policy.docx')]
    const statuses = ({policies}: AlignmentReport) =>
      policies[0]!.findings.map(({requirement, status}) => `${requirement.id} ${status}`)
    expect(statuses(printed)).toEqual(statuses(written))
  })
})

// Sentences are weighed, so that single ones are lost: what is held is how many.
test('planted defects are found, and traps are not taken for conflicts', async () => {
  const count = {planted: 0, found: 0, traps: 0, blamed: 0}
  for (const path of cases) {
    const truth = truthOf(path)
    const [report] = (await reportOf(path, 'policy.md')).policies
    const found = new Map(report!.findings.map((finding) => [finding.requirement.id, finding]))
    const planted = truth.planted.flatMap(({quote}) => quote ?? [])
    count.planted += truth.planted.length
    count.found += truth.planted.filter(({requirement}) => isGap(found.get(requirement)!.status)).length
    count.traps += truth.traps.length
    count.blamed += truth.traps.filter(({requirement, quote}) => {
      const {status, evidence} = found.get(requirement)!
      const quotes = evidence.map((each) => each.quote)
      return (
        status === 'conflict' &&
        quotes.some((each) => each.includes(quote)) &&
        !quotes.some((each) => planted.some((words) => each.includes(words)))
      )
    }).length
  }
  expect(count).toMatchObject({planted: 89, traps: 55})
  expect(count.found).toBeGreaterThanOrEqual(86)
  // One sentence in telegram style, which stands in both of a pair.
  expect(count.blamed).toBeLessThanOrEqual(2)
})

function truthOf(path: string): Truth {
  return JSON.parse(readFileSync(`${labelled}${path}/truth.json`, 'utf8'))
}
