import type {Chapter} from '../content/chapter.js'
import {guidanceRows, inForce} from '../content/guidance.js'
import {prompts} from '../content/limits.js'
import {planOf, planWords} from '../content/plan.js'
import {metByTopic} from '../content/topics.js'
import {waiverEnd} from '../finding-lines.js'
import {groupedBy} from '../grouped-by.js'
import {counted, dateWords, sentence, topicWords} from '../words.js'
import {paper} from './look.js'
import {
  type Block,
  heading,
  leading,
  list,
  paragraph,
  placedQuotation,
  quotation,
  rating,
  runs,
  table,
  toFinding,
  whereWords,
} from './pieces.js'

/** Guidance and terms, where anything was judged of them: what is in force, what the policy cites, and what to do. */
export function guidance(chapter: Chapter, level: number): Block[] {
  const rows = guidanceRows(chapter)
  if (rows.length === 0) return []
  return [
    heading(level, 'Is the guidance current?'),
    table(
      ['Point', 'In force', 'The policy cites', 'Rating', 'Action'],
      rows.map((reference) => {
        const {finding, rag} = reference
        const [first] = finding.evidence
        return [
          {content: toFinding(reference, chapter)},
          inForce(reference),
          first ? {content: placedQuotation(first, chapter, 160)} : 'not found',
          {content: rating(finding, rag), rag},
          sentence(finding.remedy) || 'none',
        ]
      }),
      [3, 2.4, 3, 1.6, 3],
      paper.upright,
    ),
  ]
}

/** What the policy says well, topic by topic, with its own words. */
export function goodPractice(chapter: Chapter, level: number): Block[] {
  const {met} = chapter.groups
  if (met.length === 0) {
    return [
      heading(level, 'Good practice found'),
      paragraph('No requirement was found to be fully met in the wording.'),
    ]
  }
  return [
    heading(level, 'Good practice found'),
    leading(`${counted(met.length, 'requirement')} met by wording in the policy. Keep these words when you revise it.`),
    table(
      ['Topic', 'Requirement', 'The policy says', 'Rating'],
      [...metByTopic(chapter)].flatMap(([topic, references]) =>
        references.map(({number, finding, rag}) => {
          const [first] = finding.evidence
          return [
            topicWords(topic),
            `${number} ${finding.requirement.title}`,
            first ? {content: placedQuotation(first, chapter, 240)} : '',
            {content: rating(finding, rag), rag},
          ]
        }),
      ),
      [2.2, 3.4, 5, 1.4],
      paper.upright,
    ),
  ]
}

/** What the report does not judge: what could not be read, what does not apply, and what wording can never show. */
export function notAssessed(chapter: Chapter, level: number): Block[] {
  const {policy, groups} = chapter
  const {cannotTell, notApplicable} = groups
  return [
    heading(level, 'Not assessed'),
    ...(policy.notices.length > 0
      ? [
          heading(level + 1, 'In the document'),
          ...list(
            groupedBy(policy.notices, ({code}) => code)
              .flat()
              .map(({message, place}) => `${sentence(message)}${place ? ` ${whereWords(place, chapter)}` : ''}`),
          ),
        ]
      : []),
    ...(cannotTell.length > 0
      ? [
          paragraph(
            `${counted(cannotTell.length, 'point')} could not be told from the wording; each is among the findings.`,
          ),
        ]
      : []),
    ...(notApplicable.length > 0
      ? [
          heading(
            level + 1,
            `${counted(notApplicable.length, 'requirement')} that ${notApplicable.length === 1 ? 'does' : 'do'} not apply`,
          ),
          ...list(
            notApplicable.map(({number, finding}) => [
              ...runs(`${number} ${finding.requirement.title} `),
              ...runs(sentence(finding.reason), {color: '4B5765'}),
            ]),
          ),
        ]
      : []),
    heading(level + 1, 'Questions that no wording answers'),
    ...list(prompts),
  ]
}

/** The action plan, a row a gap with room to write; on paper that lies. */
export function actionPlan(chapter: Chapter, level: number): Block[] {
  const actions = planOf(chapter)
  if (actions.length === 0) return [heading(level, 'Action plan'), paragraph('There is nothing to plan.')]
  return [
    heading(level, 'Action plan'),
    leading(planWords),
    table(
      ['Finding', 'Action', 'Rating', 'Priority', 'Owner', 'Due', 'Done, evidence', 'Signed off'],
      actions.map(({reference, action, owner, due}) => {
        const {finding, rag} = reference
        return [
          {content: toFinding(reference, chapter)},
          action,
          {content: rating(finding, rag), rag},
          finding.requirement.severity,
          owner ?? '',
          due ? dateWords(due) : 'next revision',
          '',
          '',
        ]
      }),
      [3.4, 4, 1.5, 1.3, 1.9, 1.8, 2.6, 1.6],
      paper.lying,
      {rowHeight: 620},
    ),
  ]
}

/** The gaps that somebody accepted, with the reason and the day on which that ends. */
export function waivers(chapter: Chapter, level: number): Block[] {
  const {waived} = chapter.groups
  if (waived.length === 0) return [heading(level, 'Waivers'), paragraph('No gap has been accepted as it is.')]
  return [
    heading(level, 'Waivers'),
    table(
      ['Requirement', 'Rating', 'Priority', 'The policy says', 'Reason given', 'Approved by', 'Ends'],
      waived.map(({number, finding, rag}) => {
        const [first] = finding.evidence
        return [
          `${number} ${finding.requirement.title}`,
          {content: rating(finding, rag), rag},
          finding.requirement.severity,
          first ? `${quotation(first.quote, 240)} ${whereWords(first.place, chapter)}` : 'not found',
          sentence(finding.waived?.reason ?? ''),
          finding.waived?.approver ?? '',
          waiverEnd(finding),
        ]
      }),
      [2.8, 1.4, 1.2, 3.6, 2.8, 1.8, 1.6],
      paper.lying,
    ),
  ]
}
