import type {Outcome} from './kind.js'

/** One outcome from those of several facts: a wrong one decides, and all must be right. */
export function together(outcomes: readonly Outcome[]): Outcome {
  const relevant = outcomes.filter(({result}) => result !== 'inapplicable')
  const wrong = relevant.filter(({result}) => result === 'contradicted')
  if (relevant.length === 0) return outcomes[0]!
  const merge = (result: Outcome['result'], from: readonly Outcome[]): Outcome => ({
    result,
    evidence: from.flatMap(({evidence}) => evidence).slice(0, 4),
    expected: relevant.flatMap(({expected}) => expected),
    reason: [...new Set(from.map(({reason}) => reason))].join('; '),
    remedy: [...new Set(from.map(({remedy}) => remedy))].filter(Boolean).join(' '),
    searchedFor: [...new Set(from.flatMap(({searchedFor}) => searchedFor))],
    confidence: from[0]!.confidence,
  })
  if (wrong.length > 0) return merge('contradicted', wrong)
  if (relevant.every(({result}) => result === 'satisfied')) return merge('satisfied', relevant)
  if (relevant.every(({result}) => result === 'absent')) return merge('absent', relevant)
  // What cannot be told beside what is right leaves the whole untold, not half right.
  const untold = relevant.every(({result}) => result === 'satisfied' || result === 'undecidable')
  return {
    ...merge(
      untold ? 'undecidable' : 'weak',
      relevant.filter(({result}) => result !== 'satisfied'),
    ),
    evidence: relevant.flatMap(({evidence}) => evidence).slice(0, 4),
  }
}
