import type {Attested, Provenance} from '../model/procedures.js'
import type {SheetCheck, SheetDetail} from '../model/sheet.js'
import {daysBetween} from '../model/staleness.js'

/** A line of a sheet, or none where nothing is said. Several values are one line. */
export function detail(label: string, value: string | number | readonly string[] | undefined): readonly SheetDetail[] {
  const text = Array.isArray(value) ? value.join(', ') : value === undefined ? '' : String(value)
  return text === '' ? [] : [{label, value: text}]
}

/** The same for an address. */
export function address(label: string, value: string | undefined): readonly SheetDetail[] {
  return value ? [{label, value, isLink: true}] : []
}

/** Who looked a fact up last; it is stale `days` days later. */
export function checkOf(fact: Attested, whole: Provenance | undefined, days: number, asOf: string): SheetCheck {
  const from = {...whole, ...fact.provenance}
  const on = from.verifiedOn ?? null
  return {
    on,
    by: from.verifiedBy ?? null,
    method: from.method ?? null,
    stale: on !== null && daysBetween(on, asOf) > days,
    draft: fact.status === 'draft',
    own: on !== (whole?.verifiedOn ?? null) || from.verifiedBy !== whole?.verifiedBy,
  }
}
