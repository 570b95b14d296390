import {type Group, groups} from '../model/procedures.js'
import type {ProhibitedStatementAbsent} from '../model/requirement.js'
import {numberOf} from '../text/number-words.js'
import type {Sentence} from '../text/reading.js'
import {stageNoun} from '../text/stage.js'
import {type Grounds, type Outcome, outcome} from './kind.js'
import {expectedOf} from './local.js'
import {isBelowOther, stagesFor} from './stages-read.js'
import {evidenceOf, isTurnedRound, type Meeting, meetingsOf} from './ways.js'

/**
 * A partnership that is told of a disagreement at a later stage than its procedure asks. Without a stage in the local
 * model or in the policy there is nothing to compare.
 */
export function lateNotice(_check: ProhibitedStatementAbsent, grounds: Grounds): Outcome {
  for (const group of groups) {
    const escalation = grounds.model.escalation[group]
    const local = escalation?.notifyStage ?? escalation?.stages.find(({notify}) => notify)?.order
    if (!grounds.serves[group] || !escalation || local === undefined) continue
    const told = [...meetingsOf(notice, grounds.reading), ...byAddress(escalation.notifyContact?.email, grounds)]
      .filter(({sentence, spans}) => !isTurnedRound(sentence, spans) && !isBelowOther(sentence.passage, group, grounds))
      .flatMap((meeting) => {
        const stage = stageOf(meeting.sentence, group, grounds)
        return stage === null ? [] : [{meeting, stage}]
      })
    const earliest = Math.min(...told.map(({stage}) => stage))
    if (told.length === 0 || earliest <= local) continue
    return outcome(
      'contradicted',
      `the partnership is told at stage ${earliest}, where the procedure asks for stage ${local}`,
      {
        evidence: told.slice(0, 2).flatMap(({meeting}) => evidenceOf([meeting])),
        expected: [
          expectedOf(grounds.model, `escalation.${group}.notifyStage`, `stage ${local}`, escalation.provenance),
        ],
        remedy: `Tell the partnership at stage ${local}.`,
      },
    )
  }
  return outcome('clear', 'no later stage is given for telling the partnership')
}

/** Where somebody is told at the address that the procedure gives for it: "BSAB is told here, challenge@bsab.example". */
function byAddress(address: string | undefined, {reading}: Grounds): Meeting[] {
  if (!address) return []
  return reading.sentences.flatMap((sentence, index) =>
    sentence.text.toLowerCase().includes(address.toLowerCase()) &&
    /\b(?:notif|told|tell|inform|copied)/iu.test(sentence.text)
      ? [{sentence, index, spans: []}]
      : [],
  )
}

/** The office of a partnership is told. The partnership itself may be whom the last stage leads to. */
const notice =
  '^(notif* | tell | told | inform* | alert* | advis* | copied | copy | let ..6 know | hear* | report) & (business (unit | manager | office) | (board | partnership | @lscp | @sab) ..1 (manager | unit | office | coordinator))'

const namedStage = new RegExp(String.raw`\b${stageNoun} (\d|one|two|three|four|five|six)\b`, 'gi')

const topStage = new RegExp(String.raw`\b(?:top|last|final|highest|uppermost) ${stageNoun}\b`, 'i')

/** The stage that a sentence names, or under which it stands. */
function stageOf({text, passage}: Sentence, group: Group, grounds: Grounds): number | null {
  const [named, ...more] = [...text.matchAll(namedStage)].map(([, order]) => order!)
  // "At Rung 4 the partnership, and at Step 2 the board": which is whose is not told by order alone.
  if (more.length > 0) return null
  if (named) return numberOf(named)
  if (topStage.test(text)) return grounds.model.escalation[group]?.stages.length ?? null
  return stagesFor(group, grounds).find(({passageId}) => passageId === passage.id)?.order ?? null
}
