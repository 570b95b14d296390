// Scores the built program on labelled policies: npm run bench:accuracy [-- FOLDER...] [--json] [--confusions N]
//
// A case is a folder with policy.md or policy.docx and truth.json, and, where it has them, procedures.yaml and
// organisation.yaml. Without folders the project's own fixtures are scored. Beside our figures stand those of a
// plain keyword search with the requirements' cues, of plain BM25 with one threshold, and of always saying missing.
import {readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {alignPolicy, casesIn, loadEnglandPack} from './pipeline.js'
import {agreement, ratio} from './measures.js'

const args = process.argv.slice(2)
const option = (name, fallback) => {
  const at = args.indexOf(name)
  return at < 0 ? fallback : args.splice(at, 2)[1]
}
const asOf = option('--as-of', '2026-11-23')
const confusions = Number(option('--confusions', '12'))
const asJson = args.includes('--json') && args.splice(args.indexOf('--json'), 1).length > 0
const only = option('--only', '')

const folders = args.length > 0 ? args : [new URL('../../fixtures/labelled', import.meta.url).pathname]
const cases = folders.flatMap((folder) => casesIn(resolve(folder)))

const pack = await loadEnglandPack()
const rows = []
for (const folder of cases) {
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'))
  const {findings, reading, ranks} = await alignPolicy(folder, pack, asOf)
  for (const finding of findings) {
    const label = truth.requirements[finding.requirement.id]
    if (!label || (only && !finding.requirement.id.startsWith(only))) continue
    const accepted = [label.alsoAcceptable ?? []].flat()
    const {requirement} = finding
    rows.push({
      case: folder.split('/').at(-1),
      id: requirement.id,
      kinds: [...new Set(requirement.checks.map(({kind}) => kind))],
      severity: requirement.severity,
      right: accepted.includes(finding.status) ? finding.status : label.verdict,
      said: finding.status,
      confidence: finding.confidence,
      evidence: finding.evidence.map(({quote}) => quote),
      want: (label.evidence ?? []).map(({quote}) => quote),
      reason: finding.reason,
      note: label.note ?? '',
      keyword: keywordStatus(requirement, reading),
      bm25: ranks.get(requirement.id) >= 9 ? 'met' : 'missing',
    })
  }
}

/** A plain keyword search: met where a cue of the requirement stands in the text. */
function keywordStatus({cues}, reading) {
  const text = reading.sentences.map((sentence) => sentence.text.toLowerCase()).join('\n')
  return cues.some((cue) => cue.length > 3 && text.includes(cue.toLowerCase())) ? 'met' : 'missing'
}

const words = (text) => new Set(text.toLowerCase().match(/[a-z0-9]+/g) ?? [])
const overlap = (a, b) => {
  const [x, y] = [words(a), words(b)]
  const shared = [...x].filter((word) => y.has(word)).length
  return Math.min(x.size, y.size) === 0 ? 0 : shared / Math.min(x.size, y.size)
}
const quoted = rows.filter(({want, evidence, said}) => want.length > 0 && evidence.length > 0 && said !== 'missing')
const result = {
  cases: cases.length,
  judgements: rows.length,
  ours: agreement(rows, 'said'),
  keyword: agreement(rows, 'keyword'),
  bm25: agreement(rows, 'bm25'),
  alwaysMissing: agreement(rows.map((row) => ({...row, said: row.right === 'not-applicable' ? row.right : 'missing'})), 'said'),
  byKind: grouped(rows.flatMap((row) => row.kinds.map((kind) => ({...row, group: kind})))),
  bySeverity: grouped(rows.map((row) => ({...row, group: row.severity}))),
  calibration: Object.fromEntries(['high', 'medium', 'low'].map((level) => {
    const own = rows.filter(({confidence, said, right}) => confidence === level && said !== 'not-applicable' && right !== 'not-applicable')
    return [level, {share: ratio(own.filter(({said, right}) => said === right).length, own.length), of: own.length}]
  })),
  evidenceOverlap: ratio(quoted.filter(({want, evidence}) => evidence.some((e) => want.some((w) => overlap(e, w) >= 0.5))).length, quoted.length),
}

function grouped(all) {
  const groups = [...new Set(all.map(({group}) => group))].sort()
  return Object.fromEntries(groups.map((group) => [group, agreement(all.filter((row) => row.group === group), 'said')]))
}

if (asJson) console.log(JSON.stringify(result, null, 1))
else {
  const line = (name, m) =>
    console.log(
      `${name.padEnd(30)} kappa ${m.kappa}  accuracy ${m.accuracy}  macro-F1 ${m.macroF1}  gap P ${m.gap.precision} R ${m.gap.recall}  ` +
        ['met', 'partial', 'conflict', 'missing'].map((s) => `${s} ${m[s].precision}/${m[s].recall}/${m[s].f1} (${m[s].n})`).join('  '),
    )
  console.log(`${result.cases} cases, ${result.judgements} judgements, as of ${asOf}; each status precision/recall/F1 (number)`)
  for (const name of ['ours', 'keyword', 'bm25', 'alwaysMissing']) line(name, result[name])
  for (const [name, m] of Object.entries({...result.byKind, ...result.bySeverity})) line(`  ${name}`, m)
  console.log('confidence:', JSON.stringify(result.calibration), ' quotations overlap', result.evidenceOverlap)
  const wrong = rows.filter(({said, right}) => said !== right)
  const counts = new Map()
  for (const {right, said} of wrong) counts.set(`${right} -> ${said}`, (counts.get(`${right} -> ${said}`) ?? 0) + 1)
  console.log('confusions:', [...counts].sort((a, b) => b[1] - a[1]).map(([pair, n]) => `${pair} ${n}`).join(', '))
  const cost = (row) => (row.said === 'conflict' || row.right === 'conflict' ? 2 : 0) + (row.said === 'met' ? 1 : 0)
  for (const row of wrong.sort((a, b) => cost(b) - cost(a)).slice(0, confusions)) {
    console.log(`  ${row.case} ${row.id}: ${row.right} -> ${row.said} (${row.confidence})\n      because ${row.reason.slice(0, 160)}\n      ours: ${row.evidence.slice(0, 2).join(' ¦ ').slice(0, 220)}\n      reader: ${row.want.slice(0, 2).join(' ¦ ').replace(/\s+/g, ' ').slice(0, 220)} ${row.note.slice(0, 120)}`)
  }
}
