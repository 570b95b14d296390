import type {Reading, Sentence} from './reading.js'

/**
 * What a classifier sees of each sentence of a reading, each sign once:
 *
 *     refer         a word, by stem
 *     ~refer        that word under a negation
 *     refer_to      two words that follow each other
 *     h:refer       a word of the headings above it
 *     @council      a class of the lexicon that it meets, so that local names count as what they name
 *     ~@council     that class under a negation
 *     form:item     the form of its passage
 *
 * Numbers are no signs: they differ from place to place.
 */
export function signsOf({sentences, find}: Reading, classes: readonly string[]): readonly (readonly string[])[] {
  const signs = sentences.map(ownSigns)
  for (const name of classes) {
    for (const [index, spans] of find(`@${name}`)) {
      const {negated} = sentences[index]!
      signs[index]!.add(`@${name}`)
      if (spans.some(([from, to]) => negated.slice(from, to).every(Boolean))) signs[index]!.add(`~@${name}`)
    }
  }
  return signs.map((each) => [...each])
}

/** How much a sign counts beside a word of the sentence itself: headings stand above many sentences. */
export function scaleOf(sign: string): number {
  return sign.startsWith('h:') ? 0.5 : 1
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
