import type {Token} from './token.js'

/**
 * Which words of a sentence stand under a negation.
 *
 * Each cue ("not", "never", "nobody", "rather than") reaches forward to the end of its clause. A word under two cues
 * is affirmed again: in "nobody should feel that they cannot ring", ringing is allowed.
 *
 * `base` says that the whole sentence stands under a negation already, as an item of a list that is headed "Do not".
 */
export function negatedWords(text: string, tokens: readonly Token[], base = false): readonly boolean[] {
  const depth = new Array<number>(tokens.length).fill(base ? 1 : 0)
  const {first, runOn, items} = enumerationIn(text)
  for (let at = 0; at < tokens.length; at++) {
    const length = cueLength(tokens, at)
    if (length === 0) continue
    const from = at + length
    const lists = tokens[from] !== undefined && tokens[from].start - 1 === first
    const to = endOfClause(lists ? runOn : text, tokens, from, isSubordinate(text, tokens, at))
    for (let i = from; i < to; i++) depth[i]!++
    if (!lists) {
      const again = resumedAfter(text, tokens, to)
      if (again !== null) for (let i = again; i < endOfClause(text, tokens, again, false); i++) depth[i]!++
      at = from - 1
      continue
    }
    // "Shall not (i) use it except for this or (ii) disclose it": the second item is denied again.
    let denied = to
    for (const item of items) {
      const begin = tokens.findIndex(({start}) => start > item)
      if (begin < denied) continue
      denied = endOfClause(runOn, tokens, begin + 1, false)
      for (let i = begin; i < denied; i++) depth[i]!++
    }
    at = from - 1
  }
  return depth.map((count) => count % 2 === 1)
}

/**
 * "Shall not (a) copy it; or (b) lend it": a cue that stands before the letters holds for every item, so that neither
 * their brackets nor what parts the items ends its clause. Gives where the first stands, the
 * text with those signs as spaces, and where the items of the same series begin.
 */
function enumerationIn(text: string): {first: number; runOn: string; items: readonly number[]} {
  const marks = [...text.matchAll(enumerator)].map((match) => {
    const open = match[0].lastIndexOf('(')
    return {at: match.index + open, sort: sortOf(match[0].slice(open + 1, -1))}
  })
  if (marks.length === 0) return {first: -1, runOn: text, items: []}
  const {at: first, sort} = marks[0]!
  const runOn = text.replaceAll(enumerator, (match) => match.replace(/[:;,()]/gu, ' '))
  return {first, runOn, items: marks.filter((mark) => mark.sort === sort).map(({at}) => at)}
}

function sortOf(mark: string): 'number' | 'roman' | 'letter' {
  return /\d/u.test(mark) ? 'number' : /^[ivx]+$/u.test(mark) ? 'roman' : 'letter'
}

const enumerator = /(?:[:;,]\s{0,2})?(?:\b(?:or|nor|and)\s{1,2})?\((?:[ivx]{1,4}|[a-z]|\d{1,2})\)/gu

/** How many words the cue that begins here has; 0 when none begins here. */
function cueLength(tokens: readonly Token[], at: number): number {
  const word = tokens[at]!.lower
  const next = tokens[at + 1]?.lower ?? ''
  if (word === 'rather' || word === 'instead' || word === 'refrain' || word === 'prohibited' || word === 'refrains') {
    return next === 'than' || next === 'of' || next === 'from' ? 2 : 0
  }
  if (word === 'no' || word === 'not') {
    if (harmless.has(next) || (word === 'no' && next === 'matter')) return 0
    const before = tokens[at - 1]?.lower
    if (before === 'or' && tokens[at - 2]?.lower === 'whether') return 0
    if (before === 'if' || before === 'why' || (before === 'or' && next === '')) return 0
    // "Whoever decides to share, or not to, writes down why": the denial is told of a choice, and ends with it.
    if (before === 'or' && next === 'to' && endsClause(tokens, at + 1)) return 0
    // "Would have been, had they not left": a condition, not a denial.
    if (word === 'not' && tokens[at - 2]?.lower === 'had') return 0
    // "If they say no", "a no from them": a refusal that is told of negates nothing.
    if (word === 'no' && before !== undefined && saying.has(before)) return 0
    return word === 'no' && next === 'one' ? 2 : 1
  }
  // "Neither he nor his family": the second half continues the first, it does not turn it round again.
  if (word === 'nor' && tokens.slice(Math.max(0, at - 12), at).some(({lower}) => lower === 'neither')) return 0
  // "Without waiting to be asked", "without any promise": these are denied. "Without consent" names a circumstance.
  if (word === 'without') {
    const thing = next === 'any' || next === 'a' ? tokens[at + 2]?.lower : next
    return next.endsWith('ing') || promises.has(thing ?? '') ? 1 : 0
  }
  return cues.has(word) || word.endsWith("n't") ? 1 : 0
}

/** Whether more than a space stands between a word and the next. */
function endsClause(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1] === undefined || tokens[at + 1]!.start - tokens[at]!.end > 1
}

const saying = new Set(['say', 'says', 'said', 'saying', 'answer', 'answers', 'a', 'their'])

const cues = new Set([
  'never',
  'nor',
  'neither',
  'cannot',
  'nobody',
  'none',
  'nothing',
  'avoid',
  'avoids',
  'avoiding',
  'dont',
  'cant',
  'forbidden',
  'resist',
])

/** After "no" or "not" these words keep the sentence affirmative: "not only", "no later than". */
const harmless = new Set([
  'only',
  'just',
  'merely',
  'later',
  'longer',
  'more',
  'less',
  'fewer',
  'limited',
  'doubt',
  'least',
  'necessarily',
  'slower',
])

/** Whether a cue stands in a clause that "if", "where" or "so that" opens: the comma after it ends what it negates. */
function isSubordinate(text: string, tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 12); i--) {
    const gap = text.slice(tokens[i]!.end, tokens[i + 1]!.start)
    const goesOn = gap.includes(',') && (tokens[i + 1]!.lower === 'or' || tokens[i + 1]!.lower === 'and')
    if (/[;:.!?–—()]/u.test(gap) || (gap.includes(',') && !goesOn)) return false
    const {lower} = tokens[i]!
    if (openers.has(lower) || (lower === 'that' && tokens[i - 1]?.lower === 'so')) return true
  }
  return false
}

const openers = new Set([
  'if',
  'when',
  'where',
  'whenever',
  'wherever',
  'once',
  'while',
  'since',
  'because',
  'although',
])

/**
 * The index after the last word of the clause in which `from` stands. A comma ends a subordinate clause; in a main
 * clause it may part the items of a list.
 */
function endOfClause(text: string, tokens: readonly Token[], from: number, subordinate: boolean): number {
  const limit = Math.min(tokens.length, from + 40)
  for (let i = from; i < limit; i++) {
    const token = tokens[i]!
    if (i > from) {
      const gap = text.slice(tokens[i - 1]!.end, token.start)
      if (/[;:.!?–—|()]/u.test(gap) || / - /.test(gap)) return i
      if (gap.includes(',') && (subordinate || newClause.has(token.lower))) return i
      // "Don't question them, don't suspend them": each begins anew.
      if (gap.includes(',') && (cueLength(tokens, i) > 0 || doNot(tokens, i))) return i
      if (enders.has(token.lower) || otherThan(tokens, i) || keptFrom(tokens, from, i)) return i
      if ((token.lower === 'and' || token.lower === 'or') && i + 1 < tokens.length) {
        const next = tokens[i + 1]!.lower
        // "Do not press, and do not promise": a second cue after "and" begins anew, it does not cancel the first.
        // "Do not tell the parents or the accused": after "or" an article goes on with the list.
        if (token.lower === 'or' && articles.has(next)) continue
        if (subjects.has(next) || cueLength(tokens, i + 1) > 0 || doNot(tokens, i + 1)) return i
        if (token.lower === 'and' && imperatives.has(next)) return i
      }
    } else if (answersNo(text, tokens, i)) {
      return i
    } else if (
      text.slice(tokens[i - 1]?.end ?? 0, token.start).includes(',') &&
      (subordinate || newClause.has(token.lower))
    ) {
      // "If she cannot, the trustees decide": the cue ends its clause itself.
      return i
    } else if ((enders.has(token.lower) && token.lower !== 'until' && token.lower !== 'when') || otherThan(tokens, i))
      return i
  }
  return limit
}

/** "No. Anyone can ring them": an answer by itself denies nothing of what follows. */
function answersNo(text: string, tokens: readonly Token[], from: number): boolean {
  const cue = tokens[from - 1]
  return cue?.lower === 'no' && from === 1 && /[.,;:!–—]/u.test(text.slice(cue.end, tokens[from]!.start))
}

/** "Tell nobody other than the lead": the lead is told. */
function otherThan(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.lower === 'other' && tokens[at + 1]?.lower === 'than'
}

/** "Nothing prevents you from ringing the police": what nobody is kept from stands behind "from", and is not denied. */
function keptFrom(tokens: readonly Token[], from: number, at: number): boolean {
  if (tokens[at]!.lower !== 'from' || !tokens[at + 1]?.lower.endsWith('ing')) return false
  return tokens.slice(Math.max(from, at - 10), at).some(({lower}) => hindering.test(lower))
}

const hindering =
  /^(?:(?:prevent|prohibit|preclude|stop|bar|hinder|restrict|discourage|deter|dissuade)(?:s|ing|ping|ring)?|keeps|keeping|dissuading)$/u

/** "Do not examine other than in first aid, or gather proof": where what is denied goes on behind the exception. */
function resumedAfter(text: string, tokens: readonly Token[], exception: number): number | null {
  if (!tokens[exception] || !(otherThan(tokens, exception) || tokens[exception].lower === 'except')) return null
  for (let i = exception + 1; i + 1 < tokens.length; i++) {
    const gap = text.slice(tokens[i - 1]!.end, tokens[i]!.start)
    if (/[;:.!?()]/u.test(gap)) return null
    // "Nor" denies by itself.
    if (tokens[i]!.lower === 'or' && gap.includes(',')) return subjects.has(tokens[i + 1]!.lower) ? null : i + 1
  }
  return null
}

function doNot(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.lower === 'do' && tokens[at + 1]?.lower === 'not'
}

/** Words that open a clause with a polarity of its own. */
const enders = new Set([
  'but',
  'however',
  'unless',
  'provided',
  'before',
  'except',
  'until',
  'because',
  'so',
  'then',
  'although',
  'though',
  'whereas',
  'if',
  'instead',
])

const articles = new Set(['the', 'our', 'this', 'that'])

const promises = new Set(['promise', 'promises', 'undertaking', 'assurance', 'assurances', 'guarantee'])

const subjects = new Set([
  'we',
  'you',
  'they',
  'he',
  'she',
  'it',
  'staff',
  'volunteers',
  'the',
  'everyone',
  'anyone',
  'always',
  'must',
  'should',
  'will',
  'can',
  'may',
  'this',
  'that',
  'our',
])

const imperatives = new Set([
  'tell',
  'report',
  'record',
  'contact',
  'refer',
  'inform',
  'call',
  'ring',
  'speak',
  'listen',
  'reassure',
  'explain',
  'pass',
  'write',
  'make',
  'seek',
  'ask',
  'take',
  'keep',
  'stay',
  'let',
  'follow',
  'use',
  'act',
])

const auxiliaries = ['is', 'are', 'was', 'were', 'has', 'have', 'had', 'be', 'would', 'could']

const newClause = new Set([
  ...subjects,
  ...auxiliaries,
  ...imperatives,
  'and',
  'which',
  'who',
  'where',
  'when',
  'since',
  'as',
  'to',
])
