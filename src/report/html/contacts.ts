import type {Chapter} from '../content/chapter.js'
import {type ContactRow, contactRows, otherContacts, withoutContacts} from '../content/contacts.js'
import {dateWords, topicWords} from '../words.js'
import {html, type Markup, type Piece} from './markup.js'
import {badge, folded, part, placedQuotation, seeIt, table, toFinding, whereWords} from './parts.js'

/** Contacts side by side: each local one, what the policy gives for it, and how the two were judged. */
export function contactsOf(chapter: Chapter): Markup {
  const rows = contactRows(chapter)
  const others = otherContacts(chapter)
  return part(
    chapter,
    'contacts',
    'Contacts side by side',
    rows.length === 0
      ? html`<p class="calm">${withoutContacts(chapter)}</p>`
      : table(
          'Contacts, local and in the policy',
          ['Contact', 'Local procedures', 'Your policy', 'Rating'],
          rows.map((row) => contactRow(row, chapter)),
          'contacts-table',
        ),
    others.length > 0 &&
      html`<p class="where">Also in the local procedures, and not asked of this policy: ${others.join(', ')}.</p>`,
    everyContact(chapter),
  )
}

function contactRow({name, hours, values, verifiedOn, reference}: ContactRow, chapter: Chapter): Markup {
  const {finding, rag} = reference
  return html`<tr><th scope="row">${name}${hours && html` <span class="where">${hours}</span>`}</th>
<td>${values.map((value) => html`<span class="value">${value}</span> `)}<span class="where">${verifiedOn ? `verified ${dateWords(verifiedOn)}` : 'no date of verification'}</span></td>
<td>${
    finding.evidence.length > 0
      ? finding.evidence
          .slice(0, 2)
          .map((said, at) => html`${placedQuotation(said, chapter, 200, seeIt(reference, at, chapter))} `)
      : 'not found'
  }</td>
<td>${badge(finding, rag)} <span class="where">${toFinding(reference, finding.requirement.topic === 'local-contacts' ? 'detail' : finding.requirement.title)}</span></td></tr>
`
}

/** Everything that was read as a contact, to be rung round before the policy is issued again. */
function everyContact(chapter: Chapter): Piece {
  const contacts = chapter.policy.text?.contacts ?? []
  if (contacts.length === 0) return null
  return folded(
    `Every number, address and link that was read in the policy (${contacts.length})`,
    table(
      'Every contact read in the policy',
      ['Value', 'For', 'Where', 'Rung, date and initials'],
      contacts.map(
        (contact) =>
          html`<tr><td class="value">${contact.value}</td><td>${contact.for || topicWords(contact.role)}</td><td>${whereWords(contact.place, chapter)}</td><td class="blank"></td></tr>`,
      ),
    ),
  )
}
