import {InputError} from '../model/input-error.js'
import {reporters} from '../report/index.js'
import type {Reporter} from '../report/reporter.js'

/** The reporter of each --output by its ending. Raises InputError for an ending that none of the table has. */
export function outputsOf(paths: readonly string[]): {path: string; reporter: Reporter}[] {
  return outputsAmong(reporters, paths)
}

/** The same for another table of reporters. */
export function outputsAmong<Report>(
  table: readonly Reporter<Report>[],
  paths: readonly string[],
): {path: string; reporter: Reporter<Report>}[] {
  const endings = table.flatMap(({extension}) => extension ?? []).join(', ')
  return paths.map((path) => {
    const name = path.toLowerCase()
    const reporter = table.find(({extension}) => extension !== null && name.endsWith(extension))
    if (reporter) return {path, reporter}
    throw new InputError(
      'OUTPUT_FORMAT',
      path,
      'no report has this ending',
      `Give --output a name that ends in ${endings}.`,
    )
  })
}
