/** The library: what the command line does, on data instead of files. */
export {
  align,
  type CheckOptions,
  checkPolicy,
  explain,
  inspect,
  type ReportOptions,
  readYardstick,
  reportOn,
  type Yardstick,
  type YardstickSources,
} from './align.js'
export {compare} from './compare/compare.js'
export type {Explained} from './model/explained.js'
export type * from './model/facts.js'
export type * from './model/finding.js'
export {InputError} from './model/input-error.js'
export {
  type Notice,
  type Passage,
  type Place,
  type Policy,
  passagesOf,
  type Section,
  sectionsOf,
} from './model/policy.js'
export type * from './model/procedures.js'
export {type AlignmentReport, type FailOn, isFailing, type PolicyReport, tallyOf} from './model/report.js'
export type * from './model/requirement.js'
export type {Source} from './model/source.js'
export type {SwitchedOff} from './model/switched-off.js'
export {readOrganisation} from './read/organisation.js'
export {readPolicy} from './read/policy.js'
export {readProcedures} from './read/procedures.js'
export {reporterFor, reporterNamed, reporters} from './report/index.js'
export type {Render, RenderOptions, Reporter} from './report/reporter.js'
export {factsIn} from './text/facts.js'
