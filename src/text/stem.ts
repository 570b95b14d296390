import stemmer from 'wink-porter2-stemmer'

/**
 * The stem of a word in lower case: Porter 2, after the irregular forms that policies use every day have been
 * brought back to their base ("told" to "tell", "children" to "child").
 */
export function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const bare = word.replace(/['’]s$|['’]$/u, '')
  const stem = apart.has(bare) ? bare.replace(/s$/u, '') : stemmer(irregular[bare] ?? bare)
  if (stems.size < 100_000 && word.length < 40) stems.set(word, stem)
  return stem
}

/** Takes stems that a build has worked out: {word: stem}. */
export function knowStems(known: Readonly<Record<string, string>>): void {
  for (const [word, stem] of Object.entries(known)) stems.set(word, stem)
}

/** A memo of a pure function: it grows no further than the words of the language. */
const stems = new Map<string, string>()

/** Words that the stemmer would make one with a word of another meaning: "information" with "inform". */
const apart: ReadonlySet<string> = new Set(
  [
    'information',
    'reference',
    'officer',
    'manager',
    'management',
    'regulator',
    'regulation',
    'commissioner',
    'insurer',
    'insurance',
    'supervisor',
    'abuser',
    'personal',
    'minister',
  ].flatMap((word) => [word, `${word}s`]),
)

const irregular: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  children: 'child',
  people: 'person',
  men: 'man',
  women: 'woman',
  told: 'tell',
  said: 'say',
  rang: 'ring',
  rung: 'ring',
  spoke: 'speak',
  spoken: 'speak',
  kept: 'keep',
  gave: 'give',
  given: 'give',
  wrote: 'write',
  written: 'write',
  took: 'take',
  taken: 'take',
  made: 'make',
  knew: 'know',
  known: 'know',
  saw: 'see',
  seen: 'see',
  heard: 'hear',
  held: 'hold',
  sought: 'seek',
  met: 'meet',
  went: 'go',
  goes: 'go',
  dealt: 'deal',
  stood: 'stand',
  chose: 'choose',
  chosen: 'choose',
  gone: 'go',
  sent: 'send',
  felt: 'feel',
  thought: 'think',
  brought: 'bring',
  began: 'begin',
  begun: 'begin',
  got: 'get',
  led: 'lead',
  left: 'leave',
  hid: 'hide',
  hidden: 'hide',
  understood: 'understand',
  referral: 'refer',
  referrals: 'refer',
  referrer: 'refer',
  enquiries: 'enquiry',
  inquiry: 'enquiry',
  inquiries: 'enquiry',
  enquire: 'enquiry',
  organization: 'organisation',
  organizations: 'organisation',
  organizational: 'organisational',
})
