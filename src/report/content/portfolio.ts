import {groupedBy} from '../grouped-by.js'
import type {Rag} from '../rag.js'
import {type Chapter, gapsOf, type Reference} from './chapter.js'

/** The policies of a report, those with the most to put right today first, then by reds, then by ambers. */
export function worstFirst(chapters: readonly Chapter[]): Chapter[] {
  const weight = (chapter: Chapter) => [
    chapter.groups.today.length,
    ...(['red', 'amber', 'advisory'] as const).map((rag) => gapsOf(chapter).filter((gap) => gap.rag === rag).length),
  ]
  const weighed = chapters.map((chapter) => ({chapter, weights: weight(chapter)}))
  weighed.sort((a, b) => {
    const at = a.weights.findIndex((each, index) => each !== b.weights[index])
    return at < 0 ? 0 : b.weights[at]! - a.weights[at]!
  })
  return weighed.map(({chapter}) => chapter)
}

/** What a topic looks like in a policy: its worst colour, and how many gaps there are. */
export interface Square {
  readonly rag: Rag
  readonly gaps: number
}

/** Policies by topic: for each topic a square a policy, or null where the policy was not asked about it. */
export function matrix(chapters: readonly Chapter[]): {topic: string; squares: readonly (Square | null)[]}[] {
  const topics = [...new Set(chapters.flatMap(({policy}) => policy.findings.map(({requirement}) => requirement.topic)))]
  return topics.map((topic) => ({topic, squares: chapters.map((chapter) => squareOf(topic, chapter))}))
}

function squareOf(topic: string, chapter: Chapter): Square | null {
  const isHere = ({finding}: Reference) => finding.requirement.topic === topic
  const gaps = gapsOf(chapter).filter(isHere)
  if (gaps.length > 0) return {rag: worst.find((rag) => gaps.some((gap) => gap.rag === rag))!, gaps: gaps.length}
  const rest = chapter.references.filter(isHere)
  if (rest.length === 0) return null
  return {rag: rest.some(({rag}) => rag === 'green') ? 'green' : 'grey', gaps: 0}
}

const worst = ['red', 'amber', 'advisory', 'grey', 'green'] as const

/** The requirements that most policies fall short of, with how they do. */
export function commonest(chapters: readonly Chapter[]): {title: string; topic: string; count: number; reds: number}[] {
  return groupedBy(chapters.flatMap(gapsOf), ({finding}) => finding.requirement.id)
    .map((same) => ({
      title: same[0]!.finding.requirement.title,
      topic: same[0]!.finding.requirement.topic,
      count: same.length,
      reds: same.filter(({rag}) => rag === 'red').length,
    }))
    .filter(({count}) => count > 1)
    .sort((a, b) => b.count - a.count || b.reds - a.reds)
    .slice(0, most)
}

/** So many gaps are named as the commonest. */
const most = 15
