import type {Span} from '../text/pattern.js'
import type {Sentence} from '../text/reading.js'

/**
 * Whether a match rests on a denial that is itself denied: "there is nobody on this staff who may not ring" lets
 * everybody ring. Takes the sentence and the words of the match.
 */
export function isPermission({tokens, passage, shift}: Sentence, spans: readonly Span[]): boolean {
  const words = tokens.map(({lower}) => lower)
  const parted = tokens.map(({start}, at) => {
    const before = tokens[at - 1]
    if (!before || before.end < shift) return false
    return /[;:.!?]/u.test(passage.text.slice(before.end - shift, start - shift))
  })
  return spans.some(([from, to]) => {
    for (let at = Math.max(1, from - 2); at < Math.min(words.length, to + 2); at++) {
      if (isDeniedModal(words, at) && isDeniedBefore(words, parted, at)) return true
    }
    return false
  })
}

/** "May not", "must not", "cannot": the word at this place denies what a modal verb would grant. */
function isDeniedModal(words: readonly string[], at: number): boolean {
  return words[at] === 'cannot' || (words[at] === 'not' && modals.has(words[at - 1]!))
}

function isDeniedBefore(words: readonly string[], parted: readonly boolean[], modal: number): boolean {
  for (let at = modal; at > Math.max(0, modal - 20); at--) {
    if (parted[at]) return false
    const before = words[at - 1]!
    if (deniers.has(before) || (before === 'one' && words[at - 2] === 'no')) return true
    if (clauseOpeners.has(before)) return false
  }
  return false
}

const modals = new Set(['may', 'must', 'can', 'should', 'need'])

const deniers = new Set(['no', 'nobody', 'none', 'never', 'neither', 'nothing'])

const clauseOpeners = new Set(['and', 'but', 'so', 'if', 'unless', 'because', 'when', 'where'])
