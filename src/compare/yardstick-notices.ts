import type {Notice} from '../model/policy.js'
import type {ProceduresModel, Provenance} from '../model/procedures.js'
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
  return [...contactNotices(model, asOf), ...procedureNotices(model, asOf)]
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

/** The procedures themselves: when somebody last looked at what the partnership publishes. */
function procedureNotices({provenance, edition}: ProceduresModel, asOf: string): Notice[] {
  const seen = latest([provenance?.verifiedOn, provenance?.retrievedOn])
  if (seen === undefined) {
    return [
      notice(
        'procedures-undated',
        'the procedures file does not say when it was last checked against what is published',
      ),
    ]
  }
  if (daysBetween(seen, asOf) <= procedureDays) return []
  return [
    notice(
      'procedures-stale',
      `the procedures${edition ? `, edition ${edition},` : ''} were last checked on ${seen}, more than a year before this report; look for a newer edition`,
    ),
  ]
}

function contactsIn(some: readonly {name: string}[], all: readonly unknown[]): string {
  if (some.length === all.length && all.length > 1) return `all ${all.length} local contacts were`
  const names = some.slice(0, 4).map(({name}) => name)
  const rest = some.length - names.length
  return `${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''} ${some.length === 1 ? 'was' : 'were'}`
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
