// An agreement of ContractNLI written out as Markdown, judged by the engine, and its quotations found again in the text.
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {compare, soundOf} from '../../../dist/compare/compare.js'
import {withPacks} from '../../../dist/read/packs.js'
import {readPolicy} from '../../../dist/read/policy.js'
import {readProcedures} from '../../../dist/read/procedures.js'
import {factsIn} from '../../../dist/text/facts.js'
import {quotationOf, readingOf} from '../../../dist/text/reading.js'
import {nearestTo, profilesOf} from '../../../dist/text/search.js'

const folder = fileURLToPath(new URL('pack', import.meta.url))
const yaml = {path: 'agreements.yaml', bytes: new TextEncoder().encode('id: agreements\ntitle: Agreements\nextends: [contractnli]\n')}

/** The pack of the seventeen statements, as a model of what is asked. */
export function loadPack() {
  return readProcedures([yaml], withPacks({}, [{path: folder, files: filesIn(folder)}]).packs)
}

function filesIn(path) {
  return readdirSync(path, {withFileTypes: true}).flatMap((entry) => {
    const inner = join(path, entry.name)
    return entry.isDirectory() ? filesIn(inner) : [{path: inner, bytes: new Uint8Array(readFileSync(inner))}]
  })
}

/**
 * The finding of each statement by its id, with the sentences that the engine puts first and their place in the text:
 * the evidence that it quotes, the closest that it shows, then what its search finds nearest.
 */
export async function judgeAgreement({text}, model) {
  const bytes = new TextEncoder().encode(markdownOf(text))
  const policy = await readPolicy({path: 'agreement.md', bytes})
  const findings = compare(policy, factsIn(policy, model.registers), model, null, {asOf: '2026-11-23'})
  const {sentences} = readingOf(policy, model.lexicon)
  const profiles = new Map(profilesOf(model.requirements.map(soundOf)).map((profile, i) => [model.requirements[i].id, profile]))
  const place = placesIn(text)
  return new Map(
    findings.map((finding) => {
      const nearest = nearestTo(profiles.get(finding.requirement.id), sentences, 3).map(({index}) => ({quote: quotationOf(sentences[index])}))
      const quotes = [...new Set([...finding.evidence, ...finding.closest, ...nearest].map(({quote}) => quote))]
      return [finding.requirement.id, {finding, quotations: quotes.flatMap((quote) => place(quote) ?? [])}]
    }),
  )
}

export function statusToLabel(status) {
  return status === 'met' ? 'Entailment' : status === 'conflict' ? 'Contradiction' : 'NotMentioned'
}

/** Each line as a paragraph of its own, with what Markdown would take for its own signs made harmless. */
export function markdownOf(text) {
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
