import type {Expected} from '../../model/finding.js'
import type {LocalContact} from '../../model/procedures.js'
import {dateWords, factWords, topicWords} from '../words.js'
import type {Chapter, Reference} from './chapter.js'
import {html, type Markup, type Piece} from './markup.js'
import {badge, folded, part, quotation, table, toFinding, toMark, whereWords} from './parts.js'

/** Contacts side by side: each local one, what the policy gives for it, and how the two were judged. */
export function contactsOf(chapter: Chapter): Markup {
  const rows = compared(chapter)
  const others = leftOut(chapter, new Set(rows.keys()))
  return part(
    chapter,
    'contacts',
    'Contacts side by side',
    rows.size === 0
      ? html`<p class="calm">No local contact was compared: ${chapter.report.procedures.some(({local}) => local) ? 'the procedures hold none that concerns this policy' : 'no local procedures were given'}.</p>`
      : table(
          'Contacts, local and in the policy',
          ['Contact', 'Local procedures', 'Your policy', 'Rating'],
          [...rows].map(([owner, row]) => contactRow(owner, row, chapter)),
          'contacts-table',
        ),
    others.length > 0 &&
      html`<p class="where">Also in the local procedures, and not asked of this policy: ${others.join(', ')}.</p>`,
    everyContact(chapter),
  )
}

interface Compared {
  readonly reference: Reference
  readonly expected: readonly Expected[]
}

/** The finding that judges each contact of the yardstick: by the contact's path, that of the contacts topic first. */
function compared({references}: Chapter): Map<string, Compared> {
  const rows = new Map<string, Compared>()
  const first = references.filter(({finding}) => finding.requirement.topic === 'local-contacts')
  for (const reference of [...first, ...references.filter((each) => !first.includes(each))]) {
    for (const fact of reference.finding.expected) {
      const owner = ownerOf(fact.fact)
      const row = owner && rows.get(owner)
      if (!owner || (row && row.reference !== reference)) continue
      rows.set(owner, {reference, expected: [...(row ? row.expected : []), fact]})
    }
  }
  return rows
}

/** "contacts.lado" of "contacts.lado.phone"; null for what is no contact. */
function ownerOf(fact: string): string | null {
  const [group, key, field] = fact.split('.')
  if (key === undefined) return null
  if (group === 'contacts') return `contacts.${key}`
  return group === 'partnerships' && field === 'url' ? `partnerships.${key}` : null
}

function contactRow(owner: string, {reference, expected}: Compared, chapter: Chapter): Markup {
  const {finding, rag, id, number} = reference
  const contact = modelContact(owner, chapter)
  const verified = expected[0]?.source.verifiedOn
  const values = contact
    ? [contact.phone, contact.email, contact.formUrl ?? contact.url].filter((value) => value !== undefined)
    : expected.map(({value}) => value)
  const marks = chapter.marksOf.get(id) ?? []
  return html`<tr><th scope="row">${contact?.name ?? partnershipName(owner, chapter) ?? factWords(owner)}${contact?.hours && html` <span class="where">${contact.hours}</span>`}</th>
<td>${values.map((value) => html`<span class="value">${value}</span> `)}<span class="where">${verified ? `verified ${dateWords(verified)}` : 'no date of verification'}</span></td>
<td>${
    finding.evidence.length > 0
      ? finding.evidence
          .slice(0, 2)
          .map(
            ({quote, place}, at) =>
              html`${quotation(quote, 200)} <span class="where">${whereWords(place, chapter)} ${toMark(marks[at], 'See it', `finding ${number} in the policy`)}</span> `,
          )
      : 'not found'
  }</td>
<td>${badge(finding, rag)} <span class="where">${toFinding(reference, finding.requirement.topic === 'local-contacts' ? 'detail' : finding.requirement.title)}</span></td></tr>
`
}

function modelContact(owner: string, {report}: Chapter): LocalContact | undefined {
  const [group, key] = owner.split('.')
  return group === 'contacts' && key && report.yardstick ? own(report.yardstick.model.contacts, key) : undefined
}

function partnershipName(owner: string, {report}: Chapter): string | undefined {
  const [group, key] = owner.split('.')
  const partnerships = report.yardstick?.model.partnerships
  return group === 'partnerships' && key && partnerships ? own(partnerships, key)?.name : undefined
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function leftOut({report}: Chapter, told: ReadonlySet<string>): string[] {
  const contacts = Object.entries(report.yardstick?.model.contacts ?? {})
  const isTold = ([key]: (typeof contacts)[number]) => told.has(`contacts.${key}`)
  // One service may hold several of the model's contacts.
  const names = new Set(contacts.filter(isTold).map(([, {name}]) => name))
  return [...new Set(contacts.map(([, {name}]) => name))].filter((name) => !names.has(name))
}

/** Everything that was read as a contact, to be rung round before the policy is issued again. */
function everyContact(chapter: Chapter): Piece {
  const contacts = chapter.policy.read?.facts.contacts ?? []
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
