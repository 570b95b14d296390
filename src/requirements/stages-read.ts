import type {Stage} from '../model/facts.js'
import {type Evidence, quote} from '../model/finding.js'
import {excerpt} from './contact-matches.js'
import type {Grounds} from './kind.js'
import {sentenceAt} from './owners.js'
import {evidenceOf} from './ways.js'

/** The stages that the policy gives for one group: those of its own, else those of nobody in particular. */
export function stagesFor(group: 'children' | 'adults', {facts}: Pick<Grounds, 'facts'>): readonly Stage[] {
  const own = facts.stages.filter(({audience}) => audience === group)
  return own.length > 0 ? own : facts.stages.filter(({audience}) => audience === null)
}

/** The sentence in which a fact stands, or the words around it. */
export function factEvidence(
  fact: {readonly passageId: string; readonly span: readonly [number, number] | null},
  grounds: Grounds,
): Evidence {
  const place = sentenceAt(grounds.reading, fact.passageId, fact.span?.[0] ?? 0)
  if (place) return evidenceOf([{...place, spans: []}])[0]!
  const passage = grounds.passages.get(fact.passageId)!
  return quote(passage, excerpt(passage.text, fact.span?.[0] ?? 0))
}
