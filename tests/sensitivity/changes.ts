import type {Evidence, Finding} from '../../src/model/finding.js'
import type {ProceduresModel} from '../../src/model/procedures.js'
import type {Check} from '../../src/model/requirement.js'
import {sentencesIn} from '../../src/text/sentence.js'
import {isSaid, negated} from '../bench/negated.js'

/** One way in which a policy goes wrong: what it does to an aligned text, or null where there is nothing to do it to. */
export interface Change {
  readonly name: string
  readonly applies: (checks: readonly Check[]) => boolean
  /** Made anew where the requirement is still met by other words; turning a sentence round twice would undo it. */
  readonly repeats?: boolean
  readonly make: (text: string, finding: Finding, model: ProceduresModel) => string | null
}

const has =
  (...kinds: readonly Check['kind'][]) =>
  (checks: readonly Check[]): boolean =>
    checks.some(({kind}) => kinds.includes(kind))

/** What is met by silence has no words that could be taken away. */
const wordsNeeded = (checks: readonly Check[]): boolean =>
  checks.some(({kind}) => !['prohibited-statement-absent', 'term-obsolete', 'reference-current'].includes(kind))

export const changes: readonly Change[] = [
  {
    name: 'evidence removed',
    repeats: true,
    applies: wordsNeeded,
    make: (text, {evidence}) => inQuotes(text, evidence, () => '–'),
  },
  {
    name: 'limit slowed',
    applies: limited,
    make: (text, {evidence}) => inQuotes(text, evidence, (quote) => quote.replaceAll(limit, slower)),
  },
  {
    name: 'trigger moved',
    applies: (checks) => limited(checks) && checks.some((check) => 'trigger' in check && check.trigger !== undefined),
    make: (text, {evidence}) =>
      inQuotes(text, evidence, (quote) => quote.replaceAll(limit, '$& of our own investigation being completed')),
  },
  {
    name: 'digit changed',
    applies: (checks) => has('contact-matches', 'role-named')(checks.filter(({optional}) => !optional)),
    make: (text, {evidence}) =>
      inQuotes(text, evidence, (quote) =>
        quote.replaceAll(
          /\b(0[\d ]{8,12})(\d)\b/g,
          (_, body: string, last: string) => `${body}${(Number(last) + 1) % 10}`,
        ),
      ),
  },
  {
    name: 'sentence negated',
    applies: (checks) => checks.every(isSaid),
    make: (text, {evidence}) => inQuotes(text, evidence, turned),
  },
  {name: 'stages swapped', applies: has('stage-sequence'), make: (text) => swapped(text)},
  {
    name: 'edition dated back',
    applies: has('reference-current'),
    make: (text, {evidence}, model) =>
      inQuotes(text, evidence, (quote) => {
        const entry = model.registers.editions.find(
          ({title, aliases, current}) =>
            /^\d{4}$/.test(current ?? '') &&
            [title, ...(aliases ?? [])].some((name) => quote.toLowerCase().includes(name.toLowerCase())),
        )
        const old = entry?.superseded?.find((edition) => /^\d{4}$/.test(edition))
        return old ? quote.replaceAll(entry!.current!, old) : quote
      }),
  },
  {
    name: 'placeholder inserted',
    applies: has('role-named', 'date-in-range'),
    make: (text, {evidence}) =>
      inQuotes(text, evidence, (quote) =>
        quote
          .replaceAll(/(?<=\b(?:is|are|:) )\p{Lu}\p{L}+ \p{Lu}\p{L}+/gu, '[insert name]')
          .replaceAll(/\d{1,2} \p{Lu}\p{L}+ 20\d\d|20\d\d-\d\d-\d\d/gu, '[insert date]'),
      ),
  },
]

/** Whether a limit decides: an optional one may be left out, and then other times in the quotation are not it. */
function limited(checks: readonly Check[]): boolean {
  return checks.some((check) => check.kind === 'timescale-no-slower-than' && !check.optional)
}

/** Applies an edit to every quotation where it stands in the text; null if that changes nothing. */
function inQuotes(text: string, evidence: readonly Evidence[], edit: (quote: string) => string): string | null {
  let changed = text
  for (const {quote} of evidence) {
    const at = changed.indexOf(quote)
    if (at >= 0) changed = changed.slice(0, at) + edit(quote) + changed.slice(at + quote.length)
  }
  return changed === text ? null : changed
}

const limit =
  /(?:within |in |no later than |at most )?(?:the )?(?:\b(?:\d+|one|two|three|four|five|seven|ten|fifteen|24|48) (?:working |calendar |school )?(?:hours?|days?|weeks?|months?|years?)\b|same (?:working )?day|every year|annually|each year|(?:end of the )?next working day)/giu

const slower = (words: string): string =>
  /year|annual|month/i.test(words) ? 'every nineteen years' : 'within nine months'

/** Turns round what each sentence says, where that is sure to leave an English one. */
function turned(quote: string): string {
  return sentencesIn(quote)
    .map(({text}) => negated(text) ?? text)
    .join(' ')
}

/** The first two stages change places. */
function swapped(text: string): string | null {
  const stages = [...text.matchAll(/\b(?:Stage|Step|Level) \d\b[:.,]?\s*([^\n;]+?)(?=[.;\n]|$)/gu)].slice(0, 2)
  const [one, two] = stages
  if (!one || !two) return null
  const first = one.index + one[0].length - one[1]!.length
  const second = two.index + two[0].length - two[1]!.length
  return (
    text.slice(0, first) +
    two[1] +
    text.slice(first + one[1]!.length, second) +
    one[1] +
    text.slice(second + two[1]!.length)
  )
}
