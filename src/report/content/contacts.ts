import type {Expected} from '../../model/finding.js'
import type {ShownContact} from '../../model/shown.js'
import {factWords} from '../words.js'
import type {Chapter, Reference} from './chapter.js'

/** A contact of the yardstick beside what the policy gives for it. */
export interface ContactRow {
  readonly name: string
  readonly hours: string | null
  /** What the yardstick gives: numbers, addresses, links. */
  readonly values: readonly string[]
  /** YYYY-MM-DD, or null where no date is given. */
  readonly verifiedOn: string | null
  /** The finding that judges it. */
  readonly reference: Reference
}

/** The contacts that a finding judges, each once: by the finding of the contacts topic where there is one. */
export function contactRows(chapter: Chapter): ContactRow[] {
  return [...compared(chapter)].map(([owner, {reference, expected}]) => {
    const contact = modelContact(owner, chapter)
    const given = contact && [contact.phone, contact.email, contact.url]
    return {
      name: contact?.name ?? partnershipName(owner, chapter) ?? factWords(owner),
      hours: contact?.hours ?? null,
      values: given ? given.filter((value) => value !== null) : expected.map(({value}) => value),
      verifiedOn: expected[0]?.source.verifiedOn ?? null,
      reference,
    }
  })
}

/** Names of the local contacts that were not asked of this policy. */
export function otherContacts(chapter: Chapter): string[] {
  const told = compared(chapter)
  const contacts = Object.entries(chapter.report.yardstick?.contacts ?? {})
  const isTold = ([key]: (typeof contacts)[number]) => told.has(`contacts.${key}`)
  // One service may hold several of the model's contacts.
  const names = new Set(contacts.filter(isTold).map(([, {name}]) => name))
  return [...new Set(contacts.map(([, {name}]) => name))].filter((name) => !names.has(name))
}

/** Why there is no contact to compare. */
export function withoutContacts({report, policy}: Chapter): string {
  const local = (policy.origin ?? report).procedures.some((each) => each.local)
  return `No local contact was compared: ${local ? 'the procedures hold none that concerns this policy' : 'no local procedures were given'}.`
}

interface Compared {
  readonly reference: Reference
  readonly expected: readonly Expected[]
}

/** The finding that judges each contact of the yardstick, by the contact's path. */
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

function modelContact(owner: string, {report}: Chapter): ShownContact | undefined {
  const [group, key] = owner.split('.')
  return group === 'contacts' && key && report.yardstick ? own(report.yardstick.contacts, key) : undefined
}

function partnershipName(owner: string, {report}: Chapter): string | undefined {
  const [group, key] = owner.split('.')
  const partnerships = report.yardstick?.partnerships
  return group === 'partnerships' && key && partnerships ? own(partnerships, key) : undefined
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
