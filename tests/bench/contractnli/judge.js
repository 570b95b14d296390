// An agreement of ContractNLI written out as Markdown, judged by the engine, and its quotations found again in the text.
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {compare} from '../../../dist/compare/compare.js'
import {readPack} from '../../../dist/read/pack.js'
import {readPolicy} from '../../../dist/read/policy.js'
import {readProcedures} from '../../../dist/read/procedures.js'
import {factsIn} from '../../../dist/text/facts.js'
import {problemsOf} from '../../../dist/text/pack-patterns.js'

const folder = fileURLToPath(new URL('pack', import.meta.url))
const yaml = {path: 'agreements.yaml', bytes: new TextEncoder().encode('id: agreements\ntitle: Agreements\nextends: [contractnli]\n')}

/** The pack of the seventeen statements, as a model of what is asked. */
export function loadPack() {
  const pack = readPack(folder.replaceAll('\\', '/'), filesIn(folder))
  const problems = problemsOf(pack)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return readProcedures([yaml], {contractnli: pack, england: pack})
}

function filesIn(path) {
  return readdirSync(path, {withFileTypes: true}).flatMap((entry) => {
    const inner = join(path, entry.name)
    return entry.isDirectory() ? filesIn(inner) : [{path: inner, bytes: new Uint8Array(readFileSync(inner))}]
  })
}

/** The finding of each statement by its id, with its quotations (evidence, then the closest) and their place in the text. */
export async function judgeAgreement({text}, model) {
  const bytes = new TextEncoder().encode(markdownOf(text))
  const policy = await readPolicy({path: 'agreement.md', bytes})
  const findings = compare(policy, factsIn(policy, model.registers), model, null, {asOf: '2026-11-23'})
  const place = placesIn(text)
  return new Map(
    findings.map((finding) => {
      const quotes = [...new Set([...finding.evidence, ...finding.closest].map(({quote}) => quote))]
      return [finding.requirement.id, {finding, quotations: quotes.flatMap((quote) => place(quote) ?? [])}]
    }),
  )
}

export function statusToLabel(status) {
  return status === 'met' ? 'Entailment' : status === 'conflict' ? 'Contradiction' : 'NotMentioned'
}

/** Each line as a paragraph of its own, with what Markdown would take for its own signs made harmless. */
function markdownOf(text) {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/[\\`*_{}[\]<>#+!|~&-]/g, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2'))
    .filter(Boolean)
    .join('\n\n')
}

/** Finds a quotation in the text whatever its white space, as from and to. */
function placesIn(text) {
  // Offsets count UTF-16 units, as those of the spans do.
  const offsets = []
  let letters = ''
  let at = 0
  for (const sign of text) {
    if (/[\p{L}\p{N}]/u.test(sign)) {
      letters += sign
      for (let i = 0; i < sign.length; i++) offsets.push(at + i)
    }
    at += sign.length
  }
  return (quote) => {
    const wanted = [...quote].filter((sign) => /[\p{L}\p{N}]/u.test(sign)).join('')
    const from = wanted === '' ? -1 : letters.indexOf(wanted)
    return from < 0 ? null : [{quote, from: offsets[from], to: offsets[from + wanted.length - 1] + 1}]
  }
}
