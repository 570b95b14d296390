import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {affect, affectedOf, differencesOf} from '../src/affected.js'
import {
  annotatePolicy,
  type CheckOptions,
  checkPolicy,
  explain,
  patchPolicy,
  type ReportOptions,
  readYardstick,
  reportOn,
} from '../src/align.js'
import {compareVersions, comparisonOf} from '../src/compare-versions.js'
import {draftModel} from '../src/draft-model.js'
import {diff, show, validate} from '../src/local-model.js'
import {passagesOf} from '../src/model/policy.js'
import type {AlignmentReport} from '../src/model/report.js'
import type {Source} from '../src/model/source.js'
import {readPolicy} from '../src/read/policy.js'
import {readProcedures} from '../src/read/procedures.js'
import {affectedReporters} from '../src/report/affected/index.js'
import {comparisonReporters} from '../src/report/comparison/index.js'
import {renderDifferences, renderDifferencesJson, renderDifferencesMarkdown} from '../src/report/differences.js'
import {explainText} from '../src/report/explain-text.js'
import {reporters} from '../src/report/index.js'
import {renderInspectJson} from '../src/report/inspect-json.js'
import {renderInspectText} from '../src/report/inspect-text.js'
import {renderProblemsGithub} from '../src/report/problems/github.js'
import {renderProblemsJson} from '../src/report/problems/json.js'
import {renderProblems} from '../src/report/problems/terminal.js'
import type {RenderOptions} from '../src/report/reporter.js'
import {sheetFormats} from '../src/report/sheet/index.js'
import {factsIn} from '../src/text/facts.js'
import {readBack, readCopy} from './fuzz/strangers.js'
import {hostileTexts} from './report/hostile.js'
import {openBrowser, watch} from './support/chromium.js'
import {packs} from './support/pack.js'
import {heading, headings, p, wordFile} from './word/word-file.js'

// What a document or a model says to harm a screen, a parser or a reader, on its whole way from the file to every output,
// each read back by a parser that is not ours. tests/report does the same with findings made by hand.

const asOf = '2026-11-23'
const options: CheckOptions & ReportOptions & {onlyNew: boolean; accepted: {waivers: []; known: []}} = {
  ...{asOf, revisions: 'accepted', failOn: 'major', keepTexts: true, onlyNew: false},
  ...{tool: {name: 'policy-align', version: '0.0.0'}, accepted: {waivers: [], known: []}},
}
const look: RenderOptions = {color: false, width: 100, show: 'all', quiet: false, unread: 0, texts: true}
const source = (path: string, content: string | Uint8Array): Source => ({
  path,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
})

const texts = hostileTexts.map(([, text]) => text).filter((text) => text.trim() !== '')

/** Sentences that are quoted in findings, each with a hostile text in its midst. */
const quoted = texts.map((text) => {
  const inLine = text.replace(/\s+/g, ' ').trim()
  return `Staff must not approach the MASH ${inLine} themselves; referrals are made by the DSL alone.`
})

const escaped = (text: string): string =>
  [...text]
    .map((character) => {
      const code = character.codePointAt(0)!
      const isXml = code === 9 || code === 10 || (code >= 32 && code < 0xd800) || (code > 0xdfff && code < 0xfffe)
      return /[&<>"']/.test(character) ? `&#${code};` : isXml || code > 0xffff ? character : ''
    })
    .join('')

const documents: Readonly<Record<'policy.md' | 'policy.docx', string | Uint8Array>> = {
  'policy.md': [
    `---\ntitle: ${JSON.stringify(texts.join(' '))}\n---`,
    ...texts.map(
      (text, i) =>
        `## ${text.replace(/\s+/g, ' ')}\n\n${quoted[i]}\n\n- ${text}\n\n| a | b |\n|---|---|\n| ${text.replace(/\s+/g, ' ')} | 01632 960451 |`,
    ),
  ].join('\n\n'),
  'policy.docx': wordFile(
    texts
      .map(
        (text, i) =>
          `${heading(2, escaped(text))}${p(escaped(quoted[i]!))}<w:tbl><w:tr><w:tc>${p(escaped(text))}</w:tc></w:tr></w:tbl>`,
      )
      .join(''),
    {styles: headings},
  ),
}

/** A model whose words are hostile wherever it may put words of its own. JSON can say what YAML cannot. */
const hostileModel = source(
  'models/hostile.procedures.yaml',
  JSON.stringify({
    id: 'hostile',
    title: `Procedures ${texts.join(' ')}`,
    edition: texts[0],
    provenance: {source: texts.join(' '), verifiedOn: '2026-11-01'},
    partnerships: {lscp: {name: `Partnership ${texts.join(' ')}`, url: 'https://a.example'}},
    contacts: {
      lado: {name: `LADO ${texts.join(' ')}`, phone: '01632 960303'},
      childrenFrontDoor: {name: 'MASH', phone: '01632 960451', hours: texts.join(' ')},
      ...Object.fromEntries(
        texts.map((text, i) => [`own${i}`, {name: `${text} service`, phone: `01632 9605${10 + i}`}]),
      ),
    },
    escalation: {
      children: {
        title: texts.join(' '),
        stages: [1, 2].map((order) => ({
          order,
          fromRole: texts[order],
          toRole: texts.join(' '),
          clocks: [{value: order, unit: 'working-days'}],
        })),
      },
    },
  }),
)
const plainModel = source('models/plain.procedures.yaml', 'id: plain\ntitle: Plain\n')
const organisation = source('us.yaml', JSON.stringify({name: texts.join(' '), roles: {dsl: {name: texts.join(' ')}}}))

const yardstick = readYardstick({procedures: [hostileModel], organisation, packs: packs()})
const names = Object.keys(documents) as (keyof typeof documents)[]

async function reportOf(...policies: Source[]): Promise<AlignmentReport> {
  const checked = []
  for (const policy of policies) checked.push(await checkPolicy(policy, yardstick, options))
  return reportOn(checked, yardstick, options)
}

let browser: Browser
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, {recursive: true})
})

/** Opens a page as a reader would: nothing in it may act, ask a network or complain. */
async function expectHarmlessPage(html: string | Uint8Array): Promise<void> {
  const path = join(folder, 'page.html')
  writeFileSync(path, html)
  const {page, requests, complaints} = await watch(browser, pathToFileURL(path).href)
  await page.evaluate(() => {
    const {document} = globalThis as unknown as {document: {querySelectorAll(words: string): {open: boolean}[]}}
    for (const each of document.querySelectorAll('details')) each.open = true
  })
  expect({requests, complaints}).toEqual({requests: [], complaints: []})
  await page.context().close()
}

async function expectHarmless(format: string, content: string | Uint8Array): Promise<void> {
  readBack(format, content)
  if (format === 'html') await expectHarmlessPage(content)
}

describe.each(names)('%s', (name) => {
  const policy = source(name, documents[name])

  test('is read with its words, and quoted word for word', async () => {
    const {policies} = await reportOf(policy)
    const read = await readPolicy(policy)
    const said = new Map(passagesOf(read).map(({id, text}) => [id, text]))
    const evidence = policies[0]!.findings.flatMap((finding) => finding.evidence)
    expect(evidence.length).toBeGreaterThan(0)
    for (const {quote, passageId} of evidence) expect(said.get(passageId)).toContain(quote)
    expect(evidence.map(({quote}) => quote).join(' ')).toMatch(/approach the MASH =1\+1 themselves/)
  })

  test.each(reporters.map((each) => each.name))('as %s', async (format) => {
    const reporter = reporters.find((each) => each.name === format)!
    await expectHarmless(format, await (await reporter.load())(await reportOf(policy), look))
  })

  test.each(comparisonReporters.map((each) => each.name))('compared, as %s', async (format) => {
    const old = source(name.replace(/docx$/, 'md'), '# Policy\n\nStaff must not approach the MASH.\n')
    const compared = comparisonOf([await compareVersions({old, new: policy}, yardstick, options)], yardstick, options)
    const reporter = comparisonReporters.find((each) => each.name === format)!
    await expectHarmless(format, await (await reporter.load())(compared, look))
  })

  test.each(affectedReporters.map((each) => each.name))('affected by new procedures, as %s', async (format) => {
    const both = {old: readYardstick({procedures: [plainModel], organisation: null, packs: packs()}), new: yardstick}
    const affected = affectedOf([await affect(policy, both, differencesOf(both), options)], both, options)
    const reporter = affectedReporters.find((each) => each.name === format)!
    await expectHarmless(format, await (await reporter.load())(affected, look))
  })

  test('inspected', async () => {
    const read = await readPolicy(policy)
    const facts = factsIn(read, yardstick.model.registers)
    readBack('terminal', renderInspectText(read, facts, look))
    readBack('json', renderInspectJson(read, facts))
  })

  test('drafted from', async () => {
    const steps =
      'Stage 1: worker to worker within 2 working days.\n\nStage 2: manager to manager within 3 working days.'
    const document = source('procedure.md', `# Resolving disagreements\n\n${steps}\n\n${documents['policy.md']}`)
    const {yaml} = await draftModel(document, packs(), {source: texts.join(' '), tool: 'policy-align'})
    readBack('terminal', yaml)
    expect(() => readProcedures([source('draft.yaml', yaml)], packs())).not.toThrow()
  })
})

test('as comments and insertions in the Word document', async () => {
  const policy = source('policy.docx', documents['policy.docx'])
  const {bytes, comments} = await annotatePolicy(policy, yardstick, {...options, show: 'all', suggest: true})
  expect(comments.length).toBeGreaterThan(0)
  readCopy(bytes, policy.bytes)
  await readPolicy(source('reviewed.docx', bytes))
})

test('as a patch of the Markdown document', async () => {
  const {patch} = await patchPolicy(source('policy.md', documents['policy.md']), yardstick, {
    ...options,
    name: 'policy.md',
  })
  // What stands around a change is as it is in the document; what is put in and what is said of it is ours.
  const own = patch.split('\n').filter((line) => /^[+#]/.test(line))
  expect(own.length).toBeGreaterThan(0)
  readBack('terminal', own.join('\n'))
})

describe('a model', () => {
  test.each(sheetFormats.map((each) => each.name))('as a sheet, as %s', async (format) => {
    const {load} = sheetFormats.find((each) => each.name === format)!
    await expectHarmless(format, (await load())(show([hostileModel], packs(), asOf), look))
  })

  test('told from another', () => {
    const differences = diff({models: [plainModel], packs: packs()}, {models: [hostileModel], packs: packs()})
    readBack('terminal', renderDifferences(differences, look))
    readBack('markdown', renderDifferencesMarkdown(differences))
    readBack('json', renderDifferencesJson(differences))
  })

  test('validated, and its requirements explained', () => {
    const problems = [validate(hostileModel, [], packs(), asOf)]
    readBack('terminal', renderProblems(problems, {...look, strict: true}))
    readBack('json', renderProblemsJson(problems))
    readBack('github', renderProblemsGithub(problems, true))
    for (const each of yardstick.model.requirements) readBack('terminal', explainText(explain(each, yardstick), look))
  })
})
