import {endingWords, receiversAt, sendersAt} from '../model/escalation.js'
import {type Group, groups, type Limit, type LocalStage, type ProceduresModel} from '../model/procedures.js'
import {limitWords} from '../text/limit-words.js'
import {slotWords} from './slot-words.js'

/**
 * The steps of the local ladder as lines of a policy, each a paragraph: all of them, with their branches, and with
 * their limits where `timed`. Without a local ladder three lines with words in square brackets to fill in.
 */
export function ladderWording(group: Group, timed: boolean, {escalation}: Pick<ProceduresModel, 'escalation'>): string {
  const about = group === 'children' ? 'about a child' : 'about an adult'
  const local = escalation[group]
  // A step before the procedure proper is no stage of it.
  const stages = local?.stages.filter(({before}) => !before) ?? []
  const lines =
    stages.length > 0
      ? stages.map((stage) => lineOf(stage, local?.stageNoun ?? 'Stage', about, timed))
      : [0, 1, 2].map((at) => emptyLine(group, at, about, timed))
  return lines.join('\n\n')
}

function lineOf(stage: LocalStage, noun: string, about: string, timed: boolean): string {
  const {order, label, when, optional, maxDuration, ending} = stage
  const marks = [when, optional && 'may be left out'].filter(Boolean).join(', ')
  const name = `${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${label ?? order} ${about}${marks ? ` (${marks})` : ''}`
  const within = timed && maxDuration ? withinWords(maxDuration) : ''
  const end = ending && ending !== 'decides' ? `, who ${endingWords[ending]}` : ''
  return `${name}: ${moveOf(stage)}${within && ` ${within}`}${end}.`
}

function moveOf(stage: LocalStage): string {
  const [from, to] = [sendersAt(stage), receiversAt(stage)].map((roles) => roles.join(' or '))
  if (from && to) return `our ${from} speaks to the ${to}`
  if (to) return `the matter goes to the ${to}`
  return from ? `our ${from} takes it further` : (stage.name ?? 'the two agencies talk')
}

/** "within two working days", "without delay", "the same working day". */
function withinWords(limit: Limit): string {
  const {byPriority = []} = limit
  const cases = byPriority.map((each) => `${plainWithin(each)} where it is ${each.when}`).join(', ')
  return [plainWithin(limit), cases].filter(Boolean).join(', ')
}

function plainWithin(limit: Pick<Limit, 'value' | 'unit' | 'words'>): string {
  if (limit.value === null && !limit.words) return ''
  const words = limitWords(limit)
  return /^(?:within|without|by|before|immediate|as soon|at once|on |the same|same|in a )/i.test(words)
    ? words
    : `within ${words}`
}

function emptyLine(group: Group, at: number, about: string, timed: boolean): string {
  const slot = (field: string) => `[${slotWords(`escalation.${group}.stages.${at}.${field}`)}]`
  const within = timed ? ` within ${slot('maxDuration')}` : ''
  return `Stage ${at + 1} ${about}: our ${slot('fromRole')} speaks to the ${slot('toRole')}${within}.`
}

/**
 * A wording without the paragraphs that are about a ladder which the local procedures do not have, where they have that
 * of the other group: nobody is to fill in what the area does not publish.
 */
export function withoutAbsentLadders(template: string, {escalation}: Pick<ProceduresModel, 'escalation'>): string {
  const absent = groups.filter((group) => !escalation[group])
  if (absent.length !== 1) return template
  const [lacking] = absent
  const other = lacking === 'children' ? 'adults' : 'children'
  const paragraphs = template.split(/\n{2,}/)
  const kept = paragraphs.filter(
    (text) => !text.includes(`{escalation.${lacking}.`) || text.includes(`{escalation.${other}.`),
  )
  return kept.length > 0 ? kept.join('\n\n') : template
}
