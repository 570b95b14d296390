import type {Evidence} from '../model/finding.js'
import {listed} from '../model/listed.js'
import type {StatementPresent} from '../model/requirement.js'
import {spaced} from '../model/spaced.js'
import type {Reading} from '../text/reading.js'
import {type Grounds, type Outcome, outcome, type RequirementKind} from './kind.js'
import {type Likely, likeliest, open} from './likeliest.js'
import {
  affirmedOccurrencesOf,
  distinctEvidence,
  evidenceOf,
  keyOf,
  meetingsOf,
  type Occurrence,
  occurrencesOf,
} from './ways.js'

/**
 * Looks for a sentence that says what is asked, in any of the ways that the pack foresaw, else for enough items of a list,
 * else for half a statement, and at last for a sentence that search finds near. What is denied does not count.
 */
export const statementPresent: RequirementKind<StatementPresent> = {
  kind: 'statement-present',
  summary: 'The policy says it, in any wording.',

  judge(check, _requirement, grounds) {
    const said = (check.ways ?? []).flatMap((way) => affirmedOccurrencesOf(way, grounds.reading)).filter(commits)
    if (said.length > 0) return satisfied(check, said)

    const counted = check.list ? countOf(check.list, grounds.reading) : null
    if (check.list && counted && counted.named.length >= check.list.min) {
      return outcome('satisfied', `the policy names ${counted.named.length} of what ${check.claim} asks`, {
        evidence: counted.evidence,
      })
    }

    const weak = (check.weak ?? []).flatMap((way) => occurrencesOf(way, grounds.reading))
    if (counted && counted.named.length > 0) {
      const lacking = Object.keys(check.list!.items)
        .filter((item) => !counted.named.includes(item))
        .map(spaced)
      return outcome(
        'weak',
        `the policy names ${counted.named.length} where ${check.list!.min} are asked: it lacks ${listed(lacking)}`,
        {
          confidence: 'medium',
          evidence: counted.evidence,
          remedy: `Name also ${listed(lacking)}.`,
          searchedFor: [check.claim],
        },
      )
    }
    if (weak.length > 0) {
      return outcome('weak', `the policy speaks of this, but does not say outright that ${check.claim}`, {
        confidence: 'medium',
        vague: !weak.some((occurrence) => isLeftOpen(occurrence, grounds.reading)),
        evidence: weak.slice(0, 2).flatMap(evidenceOf),
        remedy: `Say plainly that ${check.claim}.`,
        searchedFor: [check.claim],
      })
    }
    const best = likeliest(check, grounds)
    return graded(check, best, grounds) ?? absent(check, best?.likely ?? 0)
  },
}

/** Examples of bad practice are not what the policy commits to. */
function commits(occurrence: Occurrence): boolean {
  return occurrence.every(({sentence}) => !sentence.badExample)
}

/** "May refer", "might tell": that is not vague, it is less than asked. */
function isLeftOpen(occurrence: Occurrence, {find}: Reading): boolean {
  return occurrence.some(({index}) => find.at(index, `(=may | =could | ${open})`))
}

function satisfied(check: StatementPresent, said: readonly Occurrence[]): Outcome {
  return outcome('satisfied', `the policy says that ${check.claim}`, {evidence: said.slice(0, 2).flatMap(evidenceOf)})
}

/**
 * Nothing was found. How sure that is depends on how likely the nearest sentence says it all the same: `npm run
 * bench:accuracy` prints the share right at each confidence.
 */
function absent(check: StatementPresent, likely: number): Outcome {
  return outcome('absent', `nothing was found that says that ${check.claim}`, {
    remedy: `Say that ${check.claim}.`,
    searchedFor: [check.claim],
    confidence: likely < far ? 'high' : likely < near ? 'medium' : 'low',
  })
}

/** Below this the nearest sentence is about something else; from the other on it may well say it. */
const far = 0.2
const near = 0.6

/**
 * The wording that no pattern foresaw: of the sentences that search finds nearest, the one that meets the most of a
 * way, in any order, its own words first, then those of the headings above it and of the sentences beside it. How much
 * it meets and how near it is go through the calibrator. See src/text/calibration.ts for the weights.
 */
function graded(check: StatementPresent, best: Likely | null, grounds: Grounds): Outcome | null {
  if (!best || best.likely < found) return null
  const sentence = grounds.reading.sentences[best.index]!
  const evidence = evidenceOf([{sentence, index: best.index, spans: []}])
  if (best.share >= most && !best.isDoubtful()) {
    return outcome('satisfied', `the policy seems to say that ${check.claim}`, {
      evidence,
      confidence: best.likely < sure ? 'low' : 'medium',
    })
  }
  return outcome('weak', `one sentence may mean that ${check.claim}: please read it`, {
    evidence,
    remedy: `Say plainly that ${check.claim}.`,
    searchedFor: [check.claim],
    confidence: 'low',
  })
}

/** From here on a sentence is held to mean what is asked; below it, it is only shown as one of the closest. */
const found = 0.9
/** So much of a way must be there: a sentence may be near to a requirement for another of its checks. */
const most = 0.7
/** From here on it is right about as often as a pattern is. */
const sure = 0.95

interface Counted {
  readonly named: readonly string[]
  readonly evidence: readonly Evidence[]
}

/** The items of a list that are named in one place, and the sentences that name them. */
function countOf(list: NonNullable<StatementPresent['list']>, reading: Reading): Counted {
  const groups = new Map<string, Map<string, Evidence>>()
  const about = list.about ? new Set(meetingsOf(list.about, reading).map((each) => keyOf(each, list.within))) : null
  for (const [item, pattern] of Object.entries(list.items)) {
    for (const meeting of meetingsOf(pattern, reading)) {
      const key = keyOf(meeting, list.within)
      if (about && !about.has(key)) continue
      const group = groups.get(key) ?? new Map<string, Evidence>()
      if (!group.has(item)) group.set(item, evidenceOf([meeting])[0]!)
      groups.set(key, group)
    }
  }
  const fullest = [...groups.values()].reduce<Map<string, Evidence>>(
    (most, group) => (group.size > most.size ? group : most),
    new Map(),
  )
  return {named: [...fullest.keys()], evidence: distinctEvidence([...fullest.values()]).slice(0, 4)}
}
