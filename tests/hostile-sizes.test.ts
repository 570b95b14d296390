import {describe, expect, test} from 'vitest'
import {checkPolicy, readYardstick, reportOn} from '../src/align.js'
import {passagesOf} from '../src/model/policy.js'
import type {AlignmentReport} from '../src/model/report.js'
import {readPolicy} from '../src/read/policy.js'
import {reporters} from '../src/report/index.js'
import {renderInspectJson} from '../src/report/inspect-json.js'
import {renderInspectText} from '../src/report/inspect-text.js'
import {factsIn} from '../src/text/facts.js'
import {readBack} from './fuzz/strangers.js'
import {packs} from './support/pack.js'
import {heading, headings, p, wordFile} from './word/word-file.js'

// More of something than any policy holds, from the file to every output. Each is read, said in every format, and what
// matters in it is still found.

const told = 'Staff must not approach the MASH themselves; referrals are made by the DSL alone.'
const level = (at: number): string => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`

const policies: Readonly<Record<string, () => string | Uint8Array>> = {
  'a word of a megabyte.md': () => `# Policy\n\nRing ${'a'.repeat(1_000_000)} at once. ${told}\n`,
  'a word of a megabyte.docx': () => wordFile(p(`Ring ${'a'.repeat(1_000_000)} at once. ${told}`)),
  '100,000 headings.md': () =>
    `${Array.from({length: 100_000}, (_, i) => `## Heading ${i}`).join('\n\n')}\n\n${told}\n`,
  '10,000 headings.docx': () =>
    wordFile(Array.from({length: 10_000}, (_, i) => heading(1, `Heading ${i}`)).join('') + p(told), {
      styles: headings,
    }),
  '10,000 levels of a list.md': () => `${'- '.repeat(10_000)}We keep children safe.\n\n${told}\n`,
  '10,000 levels of a list.docx': () =>
    wordFile(Array.from({length: 10_000}, (_, i) => p('We keep children safe.', level(i))).join('') + p(told)),
}

const yardstick = readYardstick({procedures: [], organisation: null, packs: packs()})
const options = {asOf: '2026-11-23', revisions: 'accepted', failOn: 'major', keepTexts: true} as const
const look = {color: false, width: 100, show: 'gaps', quiet: false, unread: 0} as const

describe.each(Object.keys(policies))('%s', (name) => {
  let report: AlignmentReport
  const bytes = (): Uint8Array => {
    const content = policies[name]!()
    return typeof content === 'string' ? new TextEncoder().encode(content) : content
  }

  test('is judged, and what is wrong in it is quoted', async () => {
    const checked = await checkPolicy({path: name, bytes: bytes()}, yardstick, options)
    report = reportOn([checked], yardstick, {...options, tool: {name: 'policy-align', version: '0.0.0'}})
    const finding = checked.findings.find(({requirement}) => requirement.id === 'gov-anyone-can-refer')!
    expect(finding.status).toBe('conflict')
    expect(finding.evidence[0]!.quote).toContain('referrals are made by the DSL alone')
  })

  // A Word report looks up where its pages end, and takes as long as all others together: one stands for all.
  const formats = reporters
    .map((each) => each.name)
    .filter((each) => each !== 'word' || name === 'a word of a megabyte.docx')
  test.each(formats)('as %s', async (format) => {
    const content = await (await reporters.find((each) => each.name === format)!.load())(report, look)
    expect(content.length).toBeGreaterThan(1000)
    readBack(format, content)
  })

  // To read so many headings takes seconds, and what inspect makes of ten thousand is told below.
  if (name.startsWith('100,000')) return
  test('inspected', async () => {
    const policy = await readPolicy({path: name, bytes: bytes()})
    const facts = factsIn(policy, yardstick.model.registers)
    expect(passagesOf(policy).some(({text}) => text.includes(told))).toBe(true)
    readBack('json', renderInspectJson(policy, facts))
    readBack('terminal', renderInspectText(policy, facts, look))
  })
})
