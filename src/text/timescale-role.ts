import type {TimescaleRole} from '../model/facts.js'
import {isSpell} from './spell-limits.js'
import type {TimescaleWords} from './timescale.js'

/** What a limit is for, by its own sentence first and by the headings above it next. */
export function timescaleRoleOf(
  sentence: string,
  above: string,
  {recurring, start, value}: Pick<TimescaleWords, 'recurring' | 'start'> & Partial<Pick<TimescaleWords, 'value'>>,
): TimescaleRole {
  // "Lives there for 28 days or more" tells when a duty begins, and not how soon anybody acts.
  if (value && isSpell(value)) return 'other'
  const table = recurring ? cycles : limits
  // "Telephone: same day. Form: next working day": the second limit is the form's.
  const own = sentence
    .slice(0, start)
    .split(/[.;|,]/u)
    .at(-1)!
  if (!recurring && ofTheForm.test(own)) return 'written-follow-up'
  const clause = sentence.slice(Math.max(0, start - 110), start + 80)
  for (const words of [clause, sentence, `${above} ${sentence}`]) {
    const role = table.find(
      ([name, pattern]) =>
        pattern.test(words) &&
        !(name === 'written-follow-up' && eitherWay.test(words)) &&
        !(name === 'review-policy' && ofCases.test(words)),
    )?.[0]
    if (role) return role
  }
  return 'other'
}

const ofTheForm =
  /^\s*(?:and |then )?(?:the |an? |our )?(?:online |web |written |referral )*(?:form|confirmation)(?::| goes in| follows| is sent| sent)?(?: by| within| in)?(?: close of play)?(?: the)?\s*$/iu

/** "By telephone or on the form": the form is one way to do it, and follows nothing. */
const eitherWay = /\b(?:tele)?phone\b[^.;]{0,12}\bor\b[^.;]{0,20}\bform\b/i

/** What is reviewed besides the policy: plans, decisions, cases, other policies. */
const ofCases =
  /\b(?:plans?|decisions?|conferences?|cases?|risk assessments?|concerns?|placements?|health and safety|access|filter\w*|behaviour|caseload|register)\b[^.;|]{0,80}\b(?:is|are|be|been|and) (?:then |again |also |first |formally )?(?:reviewed|looked at)|\breview conferences?\b/i

const cycles: readonly (readonly [TimescaleRole, RegExp])[] = [
  [
    'train-refresh',
    /\b(?:train\w*|refresh\w*|course|induction|update (?:their|his|her) (?:knowledge|skills)|learning)\b/i,
  ],
  [
    'review-policy',
    /\b(?:polic(?:y|ies)|document|procedures?|it)\b.{0,60}\breview|\breview\w*\b.{0,80}\b(?:polic|document|procedure|this|it)\b|(?:^|[.|:;]\s*)(?:it is |they are |to be |last )?reviewed\b|\breview (?:cycle|period|date)|\b(?:read|look(?:ed)? at|go over) (?:it|this|them|the \w+) (?:afresh|again)/i,
  ],
  ['retain-records', /\b(?:retain|retention|kept for|destroy)/i],
]

const limits: readonly (readonly [TimescaleRole, RegExp])[] = [
  [
    'retain-records',
    /\bke(?:ep|eps|pt)\b[^.;|]{0,60}\b(?:for|until|till)\b|\b(?:retain\w*|retention|kept (?:for|until|till)|destroyed (?:after|when)|shred\w*|(?:until|till)\b.{0,30}\bbirthday)\b/i,
  ],
  ['fgm', /\bFGM\b|genital mutilation/i],
  ['core-group', /\bcore group/i],
  ['conference', /\b(?:initial|protection|review) conference\b/i],
  ['escalate-stage', /\b(?:stage|step) (?:\d|one|two|three|four)\b|\bescalat\w+|\bdisagree/i],
  ['pipot-notify', /\bpipot\b|positions? of trust/i],
  ['lado-notify', /\bLADO\b|designated officer/i],
  ['regulator-notify', /\b(?:ofsted|cqc|care quality|charity commission|regulator)\b/i],
  [
    'file-transfer',
    /\b(?:transfer\w*|(?:moves?|leaves?)(?: for| to)?(?: another| a new)? (?:school|setting|nursery|college)|(?:new|another|next|receiving) (?:school|setting|nursery|college))\b.{0,80}\b(?:file|record)|\b(?:file|records?)\b.{0,60}\b(?:transferred|sent on|moves)/i,
  ],
  [
    'written-follow-up',
    /\b(?:in writing|written|confirm\w*|follow\w* up|form)\b.{0,70}\b(?:referr?al|council|MASH|social|telephone|phone|within)|sends? the form/i,
  ],
  [
    'decision-feedback',
    /\b(?:decision|outcome|acknowledg\w*|hear(?:d)? (?:back|from)|feedback|no (?:response|reply)|chase|respon[ds]\w*)\b/i,
  ],
  ['record', /\b(?:record\w*|writ(?:e|ten|ing) (?:it|up|down|notes?)|log(?:ged)?|notes?|form)\b/i],
  [
    'refer-adult',
    /\badults?\b.{0,120}\b(?:refer|report|raise|concern|contact)|\b(?:refer|report|raise|concern|contact)\w*\b.{0,120}\badults?\b/i,
  ],
  [
    'refer-child',
    /\bchild(?:ren)?\b.{0,120}\b(?:refer|report|contact|telephone)|\b(?:refer|report|contact|telephone)\w*\b.{0,120}\b(?:child|MASH)/i,
  ],
  ['refer', /\b(?:refer\w*|social (?:care|services)|MASH|front door|council|local authority)\b/i],
]
