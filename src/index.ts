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
export type {Explained} from './model/explained.js'
export type * from './model/facts.js'
export type * from './model/finding.js'
export {InputError, type InputPlace} from './model/input-error.js'
export type {Pack, PackChange, PackName, Packs} from './model/pack.js'
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
export type {PackFiles} from './read/pack.js'
export {render} from './render.js'
export type {RenderOptions} from './report/reporter.js'
