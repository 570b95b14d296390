import {InputError} from '../model/input-error.js'

/** Where a report goes: to standard output in one format, and to files in others. */
export interface Places<Reporter> {
  readonly reporter: Reporter
  readonly outputs: readonly {readonly path: string; readonly reporter: Reporter}[]
  readonly noColor: boolean
}

/**
 * What --format and the ending of each --output ask for, of the formats of a table. `what` says what is written. Raises
 * InputError for an ending that none of the table has.
 */
export function placesOf<Reporter extends {readonly name: string; readonly extension: string | null}>(
  table: readonly Reporter[],
  flags: {readonly format: string; readonly output?: readonly string[]; readonly 'no-color': boolean},
  what = 'report',
): Places<Reporter> {
  const endings = table.flatMap(({extension}) => extension ?? []).join(', ')
  const outputs = (flags.output ?? []).map((path) => {
    const name = path.toLowerCase()
    const reporter = table.find(({extension}) => extension !== null && name.endsWith(extension))
    if (reporter) return {path, reporter}
    throw new InputError(
      'OUTPUT_FORMAT',
      path,
      `no ${what} has this ending`,
      `Give --output a name that ends in ${endings}.`,
    )
  })
  return {reporter: table.find(({name}) => name === flags.format)!, outputs, noColor: flags['no-color']}
}

/** A report that lacks a policy would look whole later: unless it is whole it is shown, but not kept. */
export function keptIf<Reporter>(whole: boolean, places: Places<Reporter>): Places<Reporter> {
  return whole ? places : {...places, outputs: []}
}
