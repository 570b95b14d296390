import type {AlignmentReport} from '../../model/report.js'
import {dateWords, sentence} from '../words.js'
import {packsLine} from '../yardstick-words.js'
import {html, type Markup} from './markup.js'
import {folded, heading, link, table} from './parts.js'

/** What the policy was held against: which procedures, of when, verified by whom, and what is old in them. */
export function yardstickOf(report: AlignmentReport): Markup {
  const {procedures, packs, notices, yardstick} = report
  const from = yardstick?.provenance
  return html`<section class="part yardstick" aria-labelledby="yardstick">
${heading(2, 'The yardstick', 'yardstick')}
${notices.map(({message}) => html`<p class="notice">${sentence(message)}</p>`)}
${table(
  'Procedures used',
  ['Procedures', 'Edition', 'Verified', 'File'],
  procedures.map(
    ({title, edition, verifiedOn, path, sha256, local}) =>
      html`<tr><th scope="row">${title}${!local && html` <span class="where">national only; no local facts</span>`}</th><td>${edition ?? 'not given'}</td><td>${verifiedOn ? dateWords(verifiedOn) : 'no date given'}${from?.verifiedBy && html` by ${from.verifiedBy}`}${from?.method && html` (${from.method})`}</td><td>${path} <span class="where checksum" title="SHA-256">${sha256.slice(0, 16)}</span></td></tr>`,
  ),
)}
${packs?.length && html`<p class="checksum">Packs of requirements: ${packsLine(packs)}.</p>`}
${(from?.source || from?.sourceUrl) && html`<p>The local facts were taken from ${from.source ?? 'what is published'}${from.sourceUrl && html` (${link(from.sourceUrl)})`}${from.retrievedOn && ` on ${dateWords(from.retrievedOn)}`}. Please ring each number before the policy is issued again.</p>`}
${editionsTable(report)}
</section>
`
}

/** The national guidance by which editions were judged, with the day on which each entry was seen. */
function editionsTable({yardstick}: AlignmentReport): Markup | null {
  const editions = yardstick?.editions ?? []
  if (editions.length === 0) return null
  return folded(
    'National guidance and law: the editions that were taken to be in force',
    table(
      'Editions in force',
      ['Title', 'Edition in force', 'Seen', 'Certainty'],
      editions.map(
        ({title, current, seenOn, confidence}) =>
          html`<tr><th scope="row">${title}</th><td>${current === 'rolling' ? 'without editions' : (current ?? 'not known')}</td><td class="due">${dateWords(seenOn)}</td><td>${confidence}</td></tr>`,
      ),
    ),
  )
}
