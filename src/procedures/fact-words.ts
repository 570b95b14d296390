import {receiversAt, sendersAt} from '../model/escalation.js'
import type {Clock, Limit, LocalStage} from '../model/procedures.js'
import {spaced} from '../model/spaced.js'
import {schemaNamed} from '../read/schema-files.js'
import {limitWords} from '../text/limit-words.js'

/** What a key of the model stands for, as the schema describes it, without its full stop; else the key in words. */
export function keyWords(part: string, key: string): string {
  const known = schemaNamed('procedures').properties[part]?.properties as
    | Readonly<Record<string, {readonly description?: string}>>
    | undefined
  const described = known && Object.hasOwn(known, key) ? known[key]?.description : undefined
  return described?.replace(/\.$/, '') ?? spaced(key)
}

/** "Stage 2", "Level 4a", "Step 1 (informal)". */
export function stageName(stage: LocalStage, noun = 'Stage'): string {
  const {order, label, name, when, informal, optional, before} = stage
  const at = before && !label ? `Before ${noun.toLowerCase()} 1` : `${capital(noun)} ${label ?? order}`
  const how = [informal && 'informal', optional && 'may be left out', when && `when: ${when}`].filter(Boolean)
  return `${at}${name ? `: ${name}` : ''}${how.length > 0 ? ` (${how.join('; ')})` : ''}`
}

/** Who goes to whom: "safeguarding lead to team manager"; '' where neither is said. */
export function partyWords(stage: LocalStage): string {
  const from = sendersAt(stage).join(' or ')
  const to = receiversAt(stage).join(' or ')
  if (from && to) return `${from} to ${to}`
  return from || (to && `to ${to}`)
}

/** A limit with everything that bounds it: "48 hours (two working days), counted from the meeting". */
export function wholeLimit(limit: Limit | Clock): string {
  const {trigger, anchor, qualifier, sameAs, weekends, byPriority = [], words = ''} = limit as Clock
  const own = limit.value === null && !limit.words && byPriority.length > 0 ? '' : limitWords(limit)
  const from = anchor ?? (trigger && (starts[trigger] ?? trigger.replaceAll('-', ' ')))
  return [
    own,
    sameAs && !/\(|\bor\b/.test(words) && `or ${limitWords(sameAs)}`,
    from && `from ${from}`,
    qualifier,
    weekends,
    ...byPriority.map((each) => `${each.when}: ${limitWords(each)}`),
  ]
    .filter(Boolean)
    .join(', ')
}

/** What limits count from, for a reader. */
const starts: Readonly<Record<string, string>> = {
  'concern-identified': 'when the concern is known',
  'allegation-known': 'when the allegation is known',
  discovery: 'when it is found out',
  'telephone-referral': 'the telephone referral',
  'referral-sent': 'when the referral was sent',
  'stage-unresolved': 'when the stage before ended without agreement',
  move: 'the move',
  'last-training': 'the last training',
  'strategy-discussion': 'the strategy discussion',
  'initial-conference': 'the initial conference',
}

/** A clock with what has to happen and who owns it: "respond (receiving agency): three working days". */
export function clockWords(clock: Clock): string {
  const {event, owner} = clock
  const what = [event && spaced(event), owner && `(${owner})`].filter(Boolean).join(' ')
  return what ? `${what}: ${wholeLimit(clock)}` : wholeLimit(clock)
}

/** What stands beside a step as its time: its limit, or the clock in which the other side has to answer; else ''. */
export function stageTime({maxDuration, clocks = []}: LocalStage): string {
  const main = maxDuration ?? clocks[0]
  return main ? wholeLimit(main) : ''
}

/** With a large first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
