import type {ProhibitedStatementAbsent} from '../model/requirement.js'
import {contactConsistency} from './contact-consistency.js'
import {foreignArea} from './foreign-area.js'
import type {Grounds, Outcome} from './kind.js'
import {lateNotice} from './late-notice.js'
import {maracThreshold} from './marac-threshold.js'
import {otherChair} from './other-chair.js'
import {phantomTitles} from './phantom-titles.js'
import {placeholders} from './placeholders.js'
import {shortRetention} from './short-retention.js'

type Register = NonNullable<ProhibitedStatementAbsent['register']>

/**
 * The checks of the whole document that rest on a register or on comparing its own statements. A new one is a file
 * beside these and a line here.
 */
export const registerChecks: Readonly<
  Record<Register, (check: ProhibitedStatementAbsent, grounds: Grounds) => Outcome>
> = {
  'foreign-area': foreignArea,
  'contact-consistency': contactConsistency,
  placeholders,
  'phantom-titles': phantomTitles,
  'late-notice': lateNotice,
  'other-chair': otherChair,
  'marac-threshold': maracThreshold,
  'short-retention': shortRetention,
}
