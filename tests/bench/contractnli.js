// The outside yardstick: npm run bench:contractnli -- DEV.json [--pairs LABEL] [--json]
//
// DEV.json is a part of ContractNLI (Koreeda and Manning 2021, CC BY 4.0): agreements, seventeen statements, for each
// pair whether the agreement entails it, contradicts it or does not mention it, and the spans that show it. Each
// agreement is written out as Markdown and judged by the engine with the pack beside this file. Met is entailment and
// conflict is contradiction; partial, missing and cannot-tell are not mentioned, since wording that says part of it does
// not entail it.
//
// The measures are the paper's: accuracy over all pairs, and F1 of entailment and of contradiction for each statement,
// averaged over the statements, those without any counted as 0. A quotation is right when it shares words with a span
// that the annotators gave; three are looked at: the evidence first, then the sentences that the search finds nearest.
//
// The patterns of the pack were written with the even documents in sight only; the odd ones tell how it fares at sight.
import {readFileSync} from 'node:fs'
import {judgeAgreement, loadPack, statusToLabel} from './contractnli/judge.js'
import {f1, measuresOf, round} from './contractnli/measures.js'

const args = process.argv.slice(2)
const option = (name) => {
  const at = args.indexOf(name)
  return at < 0 ? null : args.splice(at, 2)[1]
}
const shown = option('--pairs')
const asJson = args.includes('--json') && args.splice(args.indexOf('--json'), 1).length > 0
if (args.length !== 1) {
  console.error('usage: npm run bench:contractnli -- DEV.json [--pairs nda-7] [--json]')
  process.exit(2)
}

const {documents, labels} = JSON.parse(readFileSync(args[0], 'utf8'))
const packs = loadPack()
const rows = []
for (const [index, document] of documents.entries()) {
  const findings = await judgeAgreement(document, packs)
  for (const [statement, {choice, spans}] of Object.entries(document.annotation_sets[0].annotations)) {
    const {finding, quotations} = findings.get(statement)
    const wanted = spans.map((each) => document.spans[each])
    rows.push({
      index,
      statement,
      right: choice,
      said: statusToLabel(finding.status),
      status: finding.status,
      confidence: finding.confidence,
      hit: quotations.slice(0, 3).some(({from, to}) => wanted.some(([start, end]) => from < end && to > start)),
      quotations,
      wanted: wanted.map(([start, end]) => document.text.slice(start, end)),
    })
  }
}

const statements = Object.keys(labels)
const parts = {
  all: rows,
  'even (seen)': rows.filter(({index}) => index % 2 === 0),
  'odd (unseen)': rows.filter(({index}) => index % 2 === 1),
}
const results = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, measuresOf(part, statements)]))

if (asJson) console.log(JSON.stringify(results, null, 1))
else {
  for (const [name, m] of Object.entries(results)) {
    console.log(
      `${name.padEnd(14)} ${m.pairs} pairs  accuracy ${m.accuracy}  F1(E) ${m.entailment}  F1(C) ${m.contradiction} (at most ${m.contradictionAtMost})  ` +
        `micro F1 E ${m.microEntailment} C ${m.microContradiction}  right span in first three ${m.spans}  majority ${m.majority}`,
    )
  }
  for (const statement of statements) {
    const line = Object.values(parts).map((part) => {
      const own = part.filter((row) => row.statement === statement)
      const right = own.filter(({said, right}) => said === right).length
      return `${round(right / own.length)} E ${f1(own, 'Entailment')} C ${f1(own, 'Contradiction')}`
    })
    console.log(`  ${statement.padEnd(7)} ${line.join(' | ')}  ${labels[statement].short_description}`)
  }
}
if (shown) {
  // Only the documents that the pack's writer may read are shown.
  for (const row of rows.filter(({index, statement}) => index % 2 === 0 && statement === shown)) {
    if (row.said === row.right && (row.hit || row.right === 'NotMentioned')) continue
    console.log(`\n${row.index} ${row.right} -> ${row.said} (${row.status}, ${row.confidence}) hit ${row.hit}`)
    for (const {quote} of row.quotations.slice(0, 3)) console.log(`   ours   ${quote.slice(0, 260)}`)
    for (const text of row.wanted.slice(0, 4)) console.log(`   theirs ${text.replace(/\s+/g, ' ').slice(0, 400)}`)
  }
}
