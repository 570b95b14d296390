import {endingWords} from '../model/escalation.js'
import type {Escalation, LocalStage, Notification, ProceduresModel} from '../model/procedures.js'
import type {SheetDetail, SheetPart} from '../model/sheet.js'
import {procedureDays} from '../model/staleness.js'
import {clockWords, partyWords, stageName, stageTime, wholeLimit} from './fact-words.js'
import {address, checkOf, detail} from './row.js'

/** The ladders: one for each group, or one for both where they share it, then disputes of other kinds. */
export function ladderParts(model: ProceduresModel, asOf: string): SheetPart[] {
  const {children, adults, ...more} = model.escalation
  const shared = children && adults && JSON.stringify(children) === JSON.stringify(adults)
  const own: [string, Escalation | undefined][] = shared
    ? [['When agencies disagree about a child or an adult', children]]
    : [
        ['When agencies disagree about a child', children],
        ['When agencies disagree about an adult', adults],
      ]
  const others = [...Object.values(more), ...Object.values(model.otherDisputes ?? {})]
  return [...own, ...others.map((each) => ['Another sort of dispute', each] as const)].flatMap(([heading, each]) =>
    each ? [partOf(heading, each, model, asOf)] : [],
  )
}

function partOf(heading: string, escalation: Escalation, {provenance}: ProceduresModel, asOf: string): SheetPart {
  return {
    heading: `${heading}: ${escalation.title}`,
    columns: [escalation.stageNoun ?? 'Stage', 'Within'],
    rows: escalation.stages.map((stage) => ({
      what: stageName(stage, escalation.stageNoun),
      value: stageTime(stage),
      details: stageDetails(stage),
      check: checkOf({...escalation, ...stage}, provenance, procedureDays, asOf),
    })),
    notes: notesOf(escalation),
  }
}

function stageDetails(stage: LocalStage): SheetDetail[] {
  const {rolesByAgency = {}, substitutes = {}, notify, notifications = [], record, output, ending, decides} = stage
  return [
    ...detail('', partyWords(stage)),
    ...((stage.clocks?.length ?? 0) > 1 ? stage.clocks! : []).flatMap((clock) => detail('clock', clockWords(clock))),
    ...detail('by agency', pairs(rolesByAgency)),
    ...detail('without that post', pairs(substitutes)),
    ...detail('may begin here', stage.mayEnterAt),
    ...detail('tell', notify),
    ...notifications.flatMap((each) => detail('tell', told(each))),
    ...detail('record', record),
    ...detail('comes to', output),
    ...detail('ends', ending && endingWords[ending]),
    ...detail('who decides', decides),
    ...detail('note', stage.note),
  ]
}

function notesOf(escalation: Escalation): SheetDetail[] {
  const {immediateRisk: risk, form, otherForms = [], notifyContact: contact, scopeOut = []} = escalation
  return [
    ...detail('Immediate risk', risk && `${risk.route}${risk.maxDuration ? ` (${wholeLimit(risk.maxDuration)})` : ''}`),
    ...detail('The whole', escalation.overallMax && wholeLimit(escalation.overallMax)),
    ...detail(
      'Tell the partnership',
      contact && [contact.name, contact.phone, contact.email].filter(Boolean).join(', '),
    ),
    ...detail(
      'From',
      escalation.notifyStage && `${(escalation.stageNoun ?? 'stage').toLowerCase()} ${escalation.notifyStage}`,
    ),
    ...detail('Subject line', escalation.subjectLine),
    ...(escalation.notifications ?? []).flatMap((each) => detail('Tell', told(each))),
    ...[...(form ? [form] : []), ...otherForms].flatMap(({title, url}) => [
      ...detail('Form', title),
      ...address('Form opens at', url),
    ]),
    ...detail('At the end', escalation.endsWith && endingWords[escalation.endsWith]),
    ...detail('The last word', escalation.finalDecision),
    ...detail('Meanwhile', escalation.statusQuo),
    ...detail("The person's voice", escalation.personsVoice),
    ...detail('Recorded in', escalation.recordedIn),
    ...detail('Learning', escalation.learning),
    ...detail('For', escalation.scopeIn),
    ...scopeOut.flatMap((each) => detail('Not for', `${each.case}${each.goesTo ? ` (goes to ${each.goesTo})` : ''}`)),
    ...(escalation.related ?? []).flatMap(({title}) => detail('Not to be taken for', title)),
    ...detail('Edition', escalation.edition),
    ...detail('Published', escalation.publishedOn),
    ...detail('Approved by', escalation.approvedBy),
    ...detail('Review', escalation.reviewOn),
    ...address('Published at', escalation.url),
  ]
}

function told({to, by, on, email, phone, form, subjectLine}: Notification): string {
  return [to, by && `by ${by}`, on, form, email, phone, subjectLine && `subject “${subjectLine}”`]
    .filter(Boolean)
    .join(', ')
}

function pairs(table: Readonly<Record<string, string>>): string[] {
  return Object.entries(table).map(([agency, post]) => `${agency}: ${post}`)
}
