import type {Rag} from '../rag.js'
import type {Chapter, Reference} from './chapter.js'

/** The colours in the order in which they are counted. */
export const colours: readonly Rag[] = ['red', 'amber', 'advisory', 'grey', 'green']

/** A colour as a word by itself. */
export const ragWords: Readonly<Record<Rag, string>> = {
  red: 'Red',
  amber: 'Amber',
  advisory: 'Advisory',
  grey: 'Grey',
  green: 'Green',
}

/** A colour where there is room for a letter only. */
export const ragLetters: Readonly<Record<Rag, string>> = {
  red: 'R',
  amber: 'A',
  advisory: 'a',
  grey: '–',
  green: 'G',
}

/** How many findings of each topic have each colour, topics in the pack's order. */
export function topicCounts({policy, references}: Chapter): {topic: string; counts: readonly number[]}[] {
  // Also those of which a quiet report shows nothing.
  const topics = new Map<string, Reference[]>(policy.findings.map(({requirement}) => [requirement.topic, []]))
  for (const reference of references) topics.get(reference.finding.requirement.topic)!.push(reference)
  return [...topics].map(([topic, its]) => ({
    topic,
    counts: colours.map((rag) => its.filter((each) => each.rag === rag).length),
  }))
}

/** What is met, topic by topic. */
export function metByTopic({groups}: Chapter): Map<string, Reference[]> {
  const topics = new Map<string, Reference[]>()
  for (const reference of groups.met) {
    const {topic} = reference.finding.requirement
    topics.set(topic, [...(topics.get(topic) ?? []), reference])
  }
  return topics
}
