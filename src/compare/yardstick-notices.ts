import type {Notice} from '../model/policy.js'
import type {Attested, ProceduresModel, Provenance} from '../model/procedures.js'
import {contactDays, daysBetween, procedureDays} from '../model/staleness.js'

/**
 * What a reader must know of the yardstick before trusting a finding: that no local fact was checked, or that facts
 * were verified long ago or never, as of a date (YYYY-MM-DD).
 */
export function yardstickNotices(model: ProceduresModel, asOf: string): readonly Notice[] {
  if (!model.local) {
    return [
      notice(
        'no-local-facts',
        'no local procedures were given, so no telephone number, address, time limit or name was checked against them; give them with --procedures',
      ),
    ]
  }
  if (holdsNothing(model)) {
    return [
      notice(
        'no-local-facts',
        `${model.title} holds no local facts yet, so no telephone number, address, time limit or name was checked against it`,
      ),
    ]
  }
  return [...draftNotices(model), ...contactNotices(model, asOf), ...procedureNotices(model, asOf)]
}

/** A model that somebody has only begun to write. */
function holdsNothing({partnerships, contacts, timescales, escalation, forums, documents}: ProceduresModel): boolean {
  return [partnerships, contacts, timescales, escalation, forums, documents].every(
    (part) => Object.keys(part).length === 0,
  )
}

function contactNotices({contacts, provenance}: ProceduresModel, asOf: string): Notice[] {
  const dated = Object.values(contacts).map(({name, provenance: own}) => ({
    name,
    on: own?.verifiedOn ?? provenance?.verifiedOn,
  }))
  const never = dated.filter(({on}) => on === undefined)
  const old = dated.filter(({on}) => on !== undefined && daysBetween(on, asOf) > contactDays)
  const oldest = old.map(({on}) => on!).sort()[0]
  return [
    ...(old.length > 0
      ? [
          notice(
            'contacts-stale',
            old.length === 1
              ? `${old[0]!.name} was verified on ${oldest}, more than ${contactDays} days before this report; ring the number before you rely on it`
              : `${contactsIn(old, dated)} verified more than ${contactDays} days before this report, the oldest on ${oldest}; ring each number before you rely on it`,
          ),
        ]
      : []),
    ...(never.length > 0
      ? [
          notice(
            'contacts-unverified',
            `${contactsIn(never, dated)} never marked as verified in the procedures file; ring each number before you rely on it`,
          ),
        ]
      : []),
  ]
}

/** The procedures themselves: when somebody last looked at what the partnership publishes, as a whole and fact by fact. */
function procedureNotices(model: ProceduresModel, asOf: string): Notice[] {
  const {provenance, edition} = model
  const seen = seenOn(provenance)
  const isOld = (date: string): boolean => daysBetween(date, asOf) > procedureDays
  const whole =
    seen === undefined
      ? [
          notice(
            'procedures-undated',
            'the procedures file does not say when it was last checked against what is published',
          ),
        ]
      : isOld(seen)
        ? [
            notice(
              'procedures-stale',
              `the procedures${edition ? `, edition ${edition},` : ''} were last checked on ${seen}, more than a year before this report; look for a newer edition`,
            ),
          ]
        : []
  // A fact of an older layer, or one that says so itself; what is as old as the whole is told with it.
  const old = factsOf(model).flatMap(({name, fact}) => {
    const own = seenOn(fact.provenance)
    return own !== undefined && own !== seen && isOld(own) ? [{name, own}] : []
  })
  if (old.length === 0) return whole
  const oldest = old.map(({own}) => own).sort()[0]
  const words =
    old.length === 1
      ? `${old[0]!.name} was last checked on ${oldest}, more than a year before this report`
      : `${namesIn(old)} were last checked more than a year before this report, the oldest on ${oldest}`
  return [...whole, notice('facts-stale', `${words}; look for a newer edition`)]
}

/** What a program read and nobody has confirmed is no yardstick yet. */
function draftNotices(model: ProceduresModel): Notice[] {
  if (model.status === 'draft') {
    return [
      notice(
        'procedures-draft',
        'the procedures file is a draft that nobody has confirmed: hold each fact against the original before you rely on a finding',
      ),
    ]
  }
  const contacts = Object.entries(model.contacts).map(([key, fact]) => ({name: fact.name || key, fact}))
  const drafts = [...contacts, ...factsOf(model)].filter(({fact}) => isDraft(fact))
  if (drafts.length === 0) return []
  const are = drafts.length === 1 ? 'is a draft' : 'are drafts'
  return [
    notice(
      'facts-draft',
      `${namesIn(drafts)} ${are} that nobody has confirmed: hold ${drafts.length === 1 ? 'it' : 'each'} against the original before you rely on a finding that leans on it`,
    ),
  ]
}

/** Itself, or something in it: a step of a ladder, one of its clocks. */
function isDraft(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return (value as Attested).status === 'draft' || Object.values(value).some(isDraft)
}

/** Every fact but contacts, with a name for a reader. One that stands for both groups is told once. */
function factsOf(model: ProceduresModel): {name: string; fact: Attested}[] {
  const parts = [
    'partnerships',
    'timescales',
    'escalation',
    'otherDisputes',
    'procedures',
    'forums',
    'documents',
  ] as const
  const facts = parts.flatMap((part) =>
    Object.entries((model[part] ?? {}) as Readonly<Record<string, Attested & {name?: string; title?: string}>>).map(
      ([key, fact]) => ({name: fact.name || fact.title || `${part}.${key}`, fact}),
    ),
  )
  return [...new Map(facts.map((each) => [each.name, each])).values()]
}

function seenOn(provenance: Provenance | undefined): string | undefined {
  return latest([provenance?.verifiedOn, provenance?.retrievedOn])
}

function contactsIn(some: readonly {name: string}[], all: readonly unknown[]): string {
  if (some.length === all.length && all.length > 1) return `all ${all.length} local contacts were`
  return `${namesIn(some)} ${some.length === 1 ? 'was' : 'were'}`
}

function namesIn(some: readonly {name: string}[]): string {
  const names = some.slice(0, 4).map(({name}) => name)
  const rest = some.length - names.length
  return `${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

function latest(dates: readonly (Provenance['verifiedOn'] | undefined)[]): string | undefined {
  return dates
    .filter((date) => date !== undefined)
    .sort()
    .at(-1)
}

function notice(code: string, message: string): Notice {
  return {code, message, place: null}
}
