import type {Chapter} from '../content/chapter.js'
import {waiverEnd} from '../finding-lines.js'
import {sentence} from '../words.js'
import {filtered} from './finding-card.js'
import {html, type Markup} from './markup.js'
import {badge, part, placedQuotation, table} from './parts.js'

/** The gaps that somebody accepted, with the reason and the day on which that ends. */
export function waiversOf(chapter: Chapter): Markup {
  const {waived} = chapter.groups
  return part(
    chapter,
    'waivers',
    'Waivers',
    waived.length === 0
      ? html`<p class="calm">No gap has been accepted as it is.</p>`
      : table(
          'Accepted gaps',
          ['Requirement', 'Rating', 'The policy says', 'Reason given', 'Approved by', 'Ends'],
          waived.map((reference) => {
            const {finding, number, rag} = reference
            const first = finding.evidence[0]
            return html`<tr${filtered(reference)}><th scope="row"><span class="number">${number}</span> ${finding.requirement.title}</th><td>${badge(finding, rag)} ${finding.requirement.severity}</td><td>${first ? placedQuotation(first, chapter, 240) : 'not found'}</td><td>${sentence(finding.waived?.reason ?? '')}</td><td>${finding.waived?.approver ?? ''}</td><td>${waiverEnd(finding)}</td></tr>
`
          }),
        ),
  )
}
