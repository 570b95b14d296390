import {isDraftAt} from '../model/drafts.js'
import {originOf, sourceOf, valuesAt} from '../model/fact-path.js'
import type {Expected} from '../model/finding.js'
import type {Group, LocalContact, ProceduresModel, Provenance} from '../model/procedures.js'
import {bareAddress, phoneDigits} from '../text/contact.js'
import type {Grounds} from './kind.js'

/** A local fact as a check compares it: its names, and its values in normal form. */
export interface LocalFact {
  readonly path: string
  readonly names: readonly string[]
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  /** Host and path without scheme, www and a closing slash. */
  readonly urls: readonly string[]
  /** The group it serves, where its path tells. */
  readonly audience: Group | null
  readonly provenance: Provenance | undefined
}

/**
 * The local facts at a path into the model: "contacts.lado", "partnerships.lscp", "escalation.*.notifyContact",
 * "forums.marac.contact", "national.helplines". A path that the model does not hold gives none.
 */
export function localFactsAt(model: ProceduresModel, path: string): LocalFact[] {
  if (path === 'national.helplines') {
    return model.registers.helplines.map(({id, name, aliases, phone}) =>
      factOf(`national.helplines.${id}`, {name, aliases, phone}, model),
    )
  }
  return valuesAt(model, path).map(([at, value]) => {
    if (typeof value === 'string') {
      const owner = valuesAt(model, at.slice(0, at.lastIndexOf('.')))[0]?.[1] as LocalContact | undefined
      const field = value.includes('@')
        ? {email: value}
        : /^https?:|^www\./.test(value)
          ? {url: value}
          : /^[\d\s+()-]{3,}$/.test(value)
            ? {phone: value}
            : {name: value}
      return factOf(at, {name: owner?.name ?? '', aliases: owner?.aliases, ...field}, model)
    }
    return factOf(at, value as LocalContact, model)
  })
}

/** Every service of the local procedures that can be reached, as a check compares it. */
export function localContacts(model: ProceduresModel): readonly LocalFact[] {
  return Object.keys(model.contacts).flatMap((key) => localFactsAt(model, `contacts.${key}`))
}

/** The names of the local services and where in the model each stands, without names of a letter or two. */
export function localNames({contacts}: ProceduresModel): readonly {readonly path: string; readonly name: string}[] {
  return Object.entries(contacts).flatMap(([key, {name, aliases = []}]) =>
    [name, ...aliases].filter((each) => each?.length > 3).map((each) => ({path: `contacts.${key}`, name: each})),
  )
}

/** What the yardstick says at a path, for a finding's `expected`. */
export function expectedOf(model: ProceduresModel, fact: string, value: string, provenance?: Provenance): Expected {
  return {fact, value, source: sourceOf(model, originOf(model, fact) ?? provenance, isDraftAt({...model}, fact))}
}

/**
 * The group that a fact of the model is for, by its path ("contacts.lado", "timescales.icpc"); null where the path does
 * not tell. For adults are the safeguarding adults board (Care Act 2014, section 43) and the lead on people in positions
 * of trust (Care and Support Statutory Guidance, chapter 14); for children the LADO, conferences and core groups (Working
 * Together to Safeguard Children) and the duty to report FGM (Female Genital Mutilation Act 2003, section 5B).
 */
export function groupOfPath(path: string): Group | null {
  if (/adult|pipot|\bsab/i.test(path)) return 'adults'
  return /child|lscp|lado|familyHelp|icpc|coreGroup|fgm/i.test(path) ? 'children' : null
}

/** Whether the organisation serves a group; what is for no group in particular concerns everybody. */
export function isServed(group: Group | null, {serves}: Pick<Grounds, 'serves'>): boolean {
  return group === null || serves[group]
}

function factOf(path: string, value: LocalContact, model: ProceduresModel): LocalFact {
  return {
    path,
    names: [value.name, ...(value.aliases ?? [])].filter(Boolean),
    phones: [value.phone, ...(value.otherPhones ?? [])].flatMap((phone) => (phone ? [phoneDigits(phone)] : [])),
    emails: [value.email, ...(value.otherEmails ?? [])].flatMap((email) => (email ? [email.toLowerCase()] : [])),
    urls: [value.url, value.formUrl].flatMap((url) => (url ? [bareAddress(url)] : [])),
    audience: groupOfPath(path),
    provenance: value.provenance ?? model.provenance,
  }
}

/** The host of a web address or an email address. */
export function hostOf(value: string): string {
  const bare = value.includes('@') ? value.slice(value.indexOf('@') + 1) : bareAddress(value)
  return bare.split('/')[0]!.toLowerCase()
}
