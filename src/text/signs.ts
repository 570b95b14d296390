import type {Reading, Sentence} from './reading.js'

/**
 * What a classifier sees of each sentence of a reading, each sign once:
 *
 *     refer         a word, by stem
 *     ~refer        that word under a negation
 *     refer_to      two words that follow each other
 *     h:refer       a word of the headings above it
 *     p:refer       a word of the sentence before it
 *     n:refer       a word of the sentence after it
 *     @council      a class of the lexicon that it meets, so that local names count as what they name
 *     ~@council     that class under a negation
 *     form:item     the form of its passage
 *
 * Numbers are no signs: they differ from place to place. Sentences that only happen to stand beside each other, and were
 * not written so, are `apart`.
 */
export function signsOf(
  {sentences, find}: Pick<Reading, 'sentences' | 'find'>,
  classes: readonly string[],
  apart = false,
): readonly (readonly string[])[] {
  const signs = sentences.map(ownSigns)
  if (!apart) {
    const words = sentences.map(wordsOf)
    for (const [i, own] of signs.entries()) {
      for (const stem of words[i - 1] ?? []) own.add(`p:${stem}`)
      for (const stem of words[i + 1] ?? []) own.add(`n:${stem}`)
    }
  }
  for (const name of classes) {
    for (const [index, spans] of find(`@${name}`)) {
      const {negated} = sentences[index]!
      signs[index]!.add(`@${name}`)
      if (spans.some(([from, to]) => negated.slice(from, to).every(Boolean))) signs[index]!.add(`~@${name}`)
    }
  }
  return signs.map((each) => [...each])
}

/** How much a sign counts beside a word of the sentence itself: headings stand above many sentences, and neighbours beside it. */
export function scaleOf(sign: string): number {
  return scales[sign.slice(0, 2)] ?? 1
}

const scales: Readonly<Record<string, number>> = {'h:': 0.5, 'p:': 0.3, 'n:': 0.3}

/** The words of a sentence that tell its neighbours what stands beside them. */
function wordsOf({tokens}: Sentence): readonly string[] {
  return tokens.flatMap(({stem}) => (stem.length > 2 && !digits.test(stem) && !slight.has(stem) ? [stem] : []))
}

function ownSigns({tokens, negated, context, question, passage}: Sentence): Set<string> {
  const signs = new Set<string>()
  let before = ''
  for (const [i, {stem}] of tokens.entries()) {
    if (digits.test(stem)) continue
    signs.add(stem)
    if (negated[i]) signs.add(`~${stem}`)
    if (before) signs.add(`${before}_${stem}`)
    before = stem
  }
  for (const {stem} of context) if (!digits.test(stem) && !slight.has(stem)) signs.add(`h:${stem}`)
  if (question) signs.add('?')
  return signs.add(`form:${passage.form}`)
}

const digits = /^\d+$/

/** Words that say nothing by themselves: in headings they are no signs, and no judgement is told by them. */
export const slight: ReadonlySet<string> = new Set(
  'the a an of to and or in on for by at is are be it that this with as we our they their you your he she his her who which'.split(
    ' ',
  ),
)
