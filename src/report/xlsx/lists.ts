import type {Finding} from '../../model/finding.js'
import type {AlignmentReport, PolicyReport} from '../../model/report.js'
import type {Chapter} from '../content/chapter.js'
import {columns as findingColumns} from '../content/columns.js'
import {type ContactRow, contactRows} from '../content/contacts.js'
import {type Action, planOf} from '../content/plan.js'
import {audiencesOf, audienceWords, type Rung, type StagePair, stagePairs} from '../content/stages.js'
import {ragWords} from '../content/topics.js'
import {ragOf} from '../rag.js'
import {placeWords, statusWords, topicWords} from '../words.js'
import {type Column, coloured, day, type List, listOf, number, text} from './cells.js'

/** The action plan of every policy, with columns to fill in. */
export function planSheet(chapters: readonly Chapter[]): List {
  const rows = chapters.flatMap((chapter) => planOf(chapter).map((action) => ({...action, chapter})))
  const columns: Column<Action & {chapter: Chapter}>[] = [
    ['Policy', 22, ({chapter}) => text(chapter.policy.path)],
    ['Finding', 9, ({reference}) => number(reference.number)],
    ['Requirement', 36, ({reference}) => text(reference.finding.requirement.title)],
    ['Action', 50, ({action}) => text(action)],
    ['RAG', 11, ({reference}) => coloured(ragWords[reference.rag], reference.rag)],
    ['Status', 13, ({reference}) => text(statusWords[reference.finding.status])],
    ['Priority', 10, ({reference}) => text(reference.finding.requirement.severity)],
    ['Owner (proposed)', 20, ({owner}) => text(owner ?? '')],
    ['Due (proposed)', 15, ({due}) => (due ? day(due) : text('next revision'))],
    [progressHeading, 12, () => text('open')],
    ['Evidence of completion', 30, () => text('')],
    ['Signed off by', 18, () => text('')],
    ['ID', 28, ({reference}) => text(reference.finding.requirement.id)],
  ]
  return listOf('Action plan', columns, rows)
}

/** The heading of the column in which the progress of an action is chosen from a list. */
export const progressHeading = 'Progress'

/** Every finding, in the columns of the CSV file. */
export function findingsSheet({policies}: AlignmentReport): List {
  const rows = policies.flatMap((policy) => policy.findings.map((finding) => ({finding, policy})))
  const columns = Object.entries(findingColumns).map(
    ([heading, words]): Column<{finding: Finding; policy: PolicyReport}> => [
      heading,
      widths[heading] ?? 16,
      ({finding, policy}) => {
        if (heading === 'RAG') return coloured(ragWords[ragOf(finding)], ragOf(finding))
        return text(heading === 'Topic' ? topicWords(finding.requirement.topic) : words(finding, policy))
      },
    ],
  )
  return listOf('Findings', columns, rows)
}

const widths: Readonly<Record<string, number>> = {
  Policy: 22,
  ID: 26,
  Requirement: 36,
  Topic: 20,
  Priority: 10,
  RAG: 11,
  Status: 13,
  Confidence: 11,
  'Policy says': 50,
  'Policy section': 30,
  'Procedures say': 36,
  Source: 36,
  Reason: 40,
  Action: 40,
  'Suggested wording': 50,
}

/** Contacts, local and in the policy. */
export function contactsSheet(chapters: readonly Chapter[]): List {
  const rows = chapters.flatMap((chapter) => contactRows(chapter).map((row) => ({...row, chapter})))
  const says = ({reference, chapter}: ContactRow & {chapter: Chapter}) =>
    reference.finding.evidence.map(({quote, place}) => `${quote} (${placeWords(place, chapter.policy.title)})`)
  const columns: Column<ContactRow & {chapter: Chapter}>[] = [
    ['Policy', 22, ({chapter}) => text(chapter.policy.path)],
    ['Contact', 30, ({name}) => text(name)],
    ['Hours', 22, ({hours}) => text(hours ?? '')],
    ['Local procedures', 36, ({values}) => text(values.join('\n'))],
    ['Verified', 14, ({verifiedOn}) => day(verifiedOn ?? '')],
    ['Policy says', 50, (row) => text(says(row).join('\n') || 'not found')],
    ['RAG', 11, ({reference}) => coloured(ragWords[reference.rag], reference.rag)],
    ['Status', 13, ({reference}) => text(statusWords[reference.finding.status])],
    ['Rung on', 14, () => text('')],
    ['Rung by', 14, () => text('')],
  ]
  return listOf('Contacts', columns, rows)
}

/** The stages of escalation on both sides. */
export function stagesSheet(chapters: readonly Chapter[]): List {
  const rows = chapters.flatMap((chapter) =>
    audiencesOf(chapter).flatMap((audience) =>
      stagePairs(audience, chapter).pairs.map((pair) => ({...pair, audience, chapter})),
    ),
  )
  const side = (rung: Rung | null) => (rung ? `${rung.from ?? 'not said'} → ${rung.to ?? 'not said'}` : '')
  const columns: Column<StagePair & {audience: string; chapter: Chapter}>[] = [
    ['Policy', 22, ({chapter}) => text(chapter.policy.path)],
    ['For', 16, ({audience}) => text(audienceWords(audience))],
    ['Stage', 22, ({label}) => text(label)],
    ['Local: who to whom', 40, ({theirs}) => text(side(theirs))],
    ['Local: within', 24, ({theirs}) => text(theirs?.clock ?? '')],
    ['Local: who is told', 24, ({theirs}) => text(theirs?.told ?? '')],
    ['Policy: who to whom', 40, ({ours}) => text(ours ? side(ours) : 'not found')],
    ['Policy: within', 24, ({ours}) => text(ours?.clock ?? '')],
    [
      'RAG',
      11,
      ({flagged: [worst], theirs, ours}) =>
        worst ? coloured(ragWords[worst.rag], worst.rag) : text(theirs && ours ? 'nothing found against it' : ''),
    ],
    ['Findings', 30, ({flagged}) => text(flagged.map(({finding}) => finding.requirement.id).join('\n'))],
  ]
  return listOf('Stages', columns, rows)
}
