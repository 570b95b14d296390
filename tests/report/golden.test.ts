import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {strFromU8, unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import type {AlignmentReport} from '../../src/model/report.js'
import {readSavedReport} from '../../src/read/saved-report.js'
import {reporters} from '../../src/report/index.js'
import {renderJson} from '../../src/report/json.js'
import {fixture} from '../support/model.js'
import {plainly} from './hostile.js'
import {sampleReport} from './sample-report.js'
import {lines, pageText} from './shown-text.js'

// One small policy, and the sample of hostile words in every field, in every format as they were reviewed.
// UPDATE=1 npx vitest run tests/report/golden writes them anew.

const folder = fileURLToPath(new URL('../../fixtures/formats/', import.meta.url))

/**
 * What check made of policy.md, saved with --texts: reports are reviewed on findings that stay as they are when
 * requirements are judged anew.
 */
const report = readSavedReport(fixture('formats/saved.json'))

test('the saved report has findings of every status but what wording cannot tell, and is written again as it was', () => {
  const {'cannot-tell': _, ...tally} = report.policies[0]!.tally
  expect(Object.values(tally)).not.toContain(0)
  const again = renderJson(report, {texts: true})
  expect(again).toBe(readFileSync(`${folder}saved.json`, 'utf8'))
})

describe.each([
  ['report', report],
  ['hostile', sampleReport()],
] as const)('%s', (stem, of) => {
  test.each(reporters.map(({name}) => name))('%s', async (name) => expectGolden(stem, of, name))
})

async function expectGolden(stem: string, of: AlignmentReport, name: string): Promise<void> {
  const {extension, load} = reporters.find((each) => each.name === name)!
  const content = await (await load())(of, {...plainly, show: 'all'})
  const shown = readable[name] ?? ((written: string | Uint8Array) => String(written))
  const file = `${folder}${stem}${extension ?? `.${name}`}${extension === null || readable[name] ? '.txt' : ''}`
  const actual = shown(content)
  if (process.env.UPDATE !== undefined) writeFileSync(file, actual)
  expect(actual).toBe(
    existsSync(file) ? readFileSync(file, 'utf8') : `no golden file; look at the output, then UPDATE=1`,
  )
}

/** What a reader of a format sees, for formats that are not read as text: looks and scripts may change without notice. */
const readable: Readonly<Record<string, (content: string | Uint8Array) => string>> = {
  html: (content) => pageText(String(content)),
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
