import {InputError} from '../model/input-error.js'
import {reporterFor, reporters} from '../report/index.js'
import type {Reporter} from '../report/reporter.js'

/** The reporter of each --output by its ending. Raises InputError for an ending that no reporter has. */
export function outputsOf(paths: readonly string[]): {path: string; reporter: Reporter}[] {
  const endings = reporters.flatMap(({extension}) => extension ?? []).join(', ')
  return paths.map((path) => {
    const reporter = reporterFor(path)
    if (reporter) return {path, reporter}
    throw new InputError(
      'OUTPUT_FORMAT',
      path,
      'no report has this ending',
      `Give --output a name that ends in ${endings}.`,
    )
  })
}
