import {describe, expect, test} from 'vitest'
import type {Edition} from '../../src/model/procedures.js'
import {dateKindOf, datesIn} from '../../src/text/date.js'
import {obsoleteIn} from '../../src/text/obsolete.js'
import {placeholdersIn} from '../../src/text/placeholder.js'
import {referenceOfEntry, referencesIn} from '../../src/text/reference.js'

// Titles, dates, old words and blanks, by an invented register.

const edition = (id: string, title: string, more: Partial<Edition> = {}): Edition => ({
  id,
  title,
  current: '2026',
  kind: 'guidance',
  source: '',
  seenOn: '',
  confidence: 'high',
  ...more,
})
const registers = {
  editions: [
    edition('guide', 'Guarding Children Together', {
      aliases: ['Guard Well'],
      superseded: ['2024'],
      replaces: ['Watching Over Children'],
    }),
    edition('act', 'Guarding Act 2014', {
      aliases: ['Guarding Act'],
      current: '2014',
      kind: 'act',
      replaces: ['Old Guarding Law of England'],
    }),
    edition('rolling', 'Handbook of Guarding Adults', {current: 'rolling'}),
  ],
  phantomTitles: ['Guidance on Everything 2020'],
  otherNations: ['Guarding (Wales) Measure'],
}
const told = (text: string) =>
  referencesIn(text, registers).map(
    ({title, edition: year, document, current}) => `${title} | ${year} | ${document} | ${current}`,
  )

describe('a title of the register', () => {
  test.each([
    [
      'with its year in brackets',
      'Guarding Children Together (2026)',
      'Guarding Children Together | 2026 | guide | true',
    ],
    [
      'with its year behind it',
      'Guarding Children Together 2026',
      'Guarding Children Together 2026 | 2026 | guide | true',
    ],
    [
      'with its year behind a comma',
      'Guarding Children Together, 2024',
      'Guarding Children Together | 2024 | guide | false',
    ],
    ['with a month', 'Guarding Children Together (September 2026)', 'Guarding Children Together | 2026 | guide | true'],
    [
      'with who made it',
      'Guarding Children Together (HM Government, 2026)',
      'Guarding Children Together | 2026 | guide | true',
    ],
    [
      'with what was done to it',
      'Guarding Children Together, as updated in 2026',
      'Guarding Children Together | 2026 | guide | true',
    ],
    ['for England', 'Guarding Children Together for England 2026', 'Guarding Children Together | 2026 | guide | true'],
    [
      'between quotation marks',
      '“Guarding Children Together” (2026)',
      'Guarding Children Together | 2026 | guide | true',
    ],
    [
      'older than the register goes',
      'Guarding Children Together (2001)',
      'Guarding Children Together | 2001 | guide | false',
    ],
    ['of a year to come', 'Guarding Children Together (2029)', 'Guarding Children Together | 2029 | guide | null'],
    ['without a year', 'Guarding Children Together', 'Guarding Children Together | null | guide | null'],
    ['in small letters', 'guarding children together', 'guarding children together | null | guide | null'],
    ['by an alias', 'Guard Well 2026', 'Guard Well 2026 | 2026 | guide | true'],
    ['that was replaced', 'Watching Over Children (2026)', 'Watching Over Children | 2026 | guide | false'],
    ['of a law', 'the Guarding Act 2014', 'Guarding Act 2014 | 2014 | act | true'],
    ['of a law without its year', 'the Guarding Act', 'Guarding Act | null | act | true'],
    ['of a law with its year in brackets', 'the Guarding Act (2014)', 'Guarding Act (2014) | 2014 | act | true'],
    ['of what has no editions', 'Handbook of Guarding Adults', 'Handbook of Guarding Adults | null | rolling | true'],
    [
      'with advice',
      'Guarding Children Together: advice for practitioners',
      'Guarding Children Together: advice for practitioners | null | guide | null',
    ],
    ['that is invented', 'guidance on everything 2020', 'guidance on everything 2020 | 2020 | null | false'],
    ['of another nation', 'the Guarding (Wales) Measure', 'Guarding (Wales) Measure | null | null | true'],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual([expected])
    for (const {value, start, end} of referencesIn(text, registers)) expect(text.slice(start, end)).toBe(value)
  })

  test.each(['we guard well', 'Guarding Children Togetherness', 'XGuarding Children Together', 'nothing at all'])(
    'is not in "%s"',
    (text) => {
      expect(told(text)).toEqual([])
    },
  )

  test('may stand several times, in order and without overlap', () => {
    expect(told('Guarding Children Together (2024), now Guarding Children Together (2026)')).toEqual([
      'Guarding Children Together | 2024 | guide | false',
      'Guarding Children Together | 2026 | guide | true',
    ])
  })
})

describe('law and documents that the register does not hold', () => {
  test.each([
    ['an Act', 'the Swimming Pools Act 1994', ['Swimming Pools Act 1994 | 1994 | null | true']],
    [
      'Regulations',
      'The Swimming (Depth) Regulations 1999',
      ['Swimming (Depth) Regulations 1999 | 1999 | null | true'],
    ],
    ['an Order', 'the Boats Order 1999', ['Boats Order 1999 | 1999 | null | true']],
    [
      'an Act of two years',
      'the Boats Act 1989 and 2004',
      ['Boats Act 1989 | 1989 | null | true', 'Boats Act 1989 and 2004 | 2004 | null | true'],
    ],
    ['one Act after another', 'with the Boats Act 1989', ['Boats Act 1989 | 1989 | null | true']],
    [
      'Regulations under an Act',
      'Boats and Rivers Act 2008 (Safe Landing) Regulations 2014',
      ['Boats and Rivers Act 2008 (Safe Landing) Regulations 2014 | 2014 | null | true'],
    ],
    [
      'a document by its last word',
      'the Cragwell Joint Working Protocol (2024)',
      ['Cragwell Joint Working Protocol | 2024 | null | null'],
    ],
    [
      'a document of its partnership',
      "the Partnership's Challenge Protocol",
      ['Challenge Protocol | null | null | null'],
    ],
    ['two words of nobody', 'Our Challenge Protocol', []],
    [
      'a word before the title',
      'See Cragwell Joint Working Protocol',
      ['Cragwell Joint Working Protocol | null | null | null'],
    ],
    ['what a policy calls itself', 'Safeguarding Children Policy and Procedures', []],
    ['a regulation', 'CQC Regulation 13', ['CQC Regulation 13 | null | null | null']],
    [
      'a title that is told to be one',
      'The procedure is called Putting It Right.',
      ['Putting It Right | null | null | null'],
    ],
    ['a title that is used', 'We use The Ladder of Need (2024) here.', ['The Ladder of Need | 2024 | null | null']],
    ['a title that is explained', 'The Help Tree is our guide to it.', ['The Help Tree | null | null | null']],
    ['a body that is used', 'We use The Cragwell Safeguarding Team.', []],
    ['a single word', 'We use The Ladder here.', []],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected)
  })
})

test.each(
  'Mr Mrs Ms Miss Dr Rev Revd Care Service Services Team Council Board Partnership Hub Police Lead Officer Manager Trust Desk Act Committee School Academy Church Club Centre Head Headteacher Director Chair Adviser Unit Agency Court Person Authority Front Door'.split(
    ' ',
  ),
)('what is used with "%s" in its name is no document', (word) => {
  expect(told(`We use The Cragwell Vale ${word} here.`)).toEqual([])
  expect(told('We use The Cragwell Vale Ladder here.')).toHaveLength(1)
})

test.each([
  'Protocol',
  'Procedure',
  'Procedures',
  'Guidance',
  'Guidelines',
  'Framework',
  'Pathway',
  'Manual',
  'Handbook',
  'Code of Practice',
  'Standards',
  'Convention',
])('a title of capitals that ends in "%s" is a document', (word) => {
  expect(told(`the Cragwell Joint Working ${word}`)).toEqual([`Cragwell Joint Working ${word} | null | null | null`])
})

test.each(['procedure', 'protocol', 'guide', 'document', 'framework', 'pathway', 'manual', 'handbook'])(
  'a title is introduced by "%s"',
  (word) => {
    for (const link of [' is', ' is called', ' called', ' titled', ' entitled', ' known as', ','])
      expect(told(`The ${word}${link} Putting It Right.`), link).toEqual(['Putting It Right | null | null | null'])
  },
)

test.each(['use', 'Use', 'uses', 'using', 'consult', 'Follow', 'look at', 'See', 'under', 'up'])(
  'a title is used with "%s"',
  (word) => {
    expect(told(`We ${word} The Ladder Book here.`)).toEqual(['The Ladder Book | null | null | null'])
  },
)

describe('an entry of a list of guidance', () => {
  const entry = (text: string, linked = false) => {
    const found = referenceOfEntry(text, registers, linked)
    return found && `${found.title} | ${found.edition} | ${found.document} | ${found.start}-${found.end}`
  }

  test.each([
    [
      'as a whole',
      'Swimming at home: code of practice (HMG, 2019)',
      'Swimming at home: code of practice (HMG, 2019) | 2019 | null | 0-46',
    ],
    [
      'with a known title in it',
      'Statutory guidance: Guarding Children Together, for coaches of many clubs',
      'Statutory guidance: Guarding Children Together, for coaches of many clubs | null | guide | 0-73',
    ],
    ['without its last mark', 'Swimming at home (2019).', 'Swimming at home (2019) | 2019 | null | 0-23'],
    ['without who it is for', 'Swimming at home 2019 (England only)', 'Swimming at home 2019 | 2019 | null | 0-21'],
    ['by its last year', 'Swimming 1999 at home 2019', 'Swimming 1999 at home 2019 | 2019 | null | 0-26'],
    ['that is a sentence', 'Swimming is told of in this guide', null],
    ['that is a sentence with a title', 'We follow Guarding Children Together here', null],
    ['of one word', 'Swimming', null],
    ['in small letters', 'swimming at home 2019', null],
    ['that is a known title', 'Guarding Children Together (2026)', null],
    ['with two titles', 'Guarding Children Together (2026) and Guarding Act 2014 of all', null],
    ['with a section of a law', 'Guarding Act 2014 s. 5, on what the council does for us all', null],
    ['too long', `Swimming ${'at home and '.repeat(20)}2019`, null],
  ])('%s', (_, text, expected) => {
    expect(entry(text)).toBe(expected)
  })

  test('is its words where they are a link, little as they add', () => {
    expect(entry('Guarding Children Together (2026)', true)).toBe(
      'Guarding Children Together (2026) | 2026 | guide | 0-33',
    )
  })
})

describe('a date', () => {
  test.each([
    ['2026-11-23', ['2026-11-23']],
    ['23 November 2026', ['2026-11-23']],
    ['23rd of November, 2026', ['2026-11-23']],
    ['23-Nov-2026', ['2026-11-23']],
    ['November 23rd, 2026', ['2026-11-23']],
    ['Nov. 23 2026', ['2026-11-23']],
    ['23/11/2026', ['2026-11-23']],
    ['23.11.26', ['2026-11-23']],
    ['1-2-2026', ['2026-02-01']],
    ['November 2026', ['2026-11']],
    ['Sept, 2026', ['2026-09']],
    ['11/2026', ['2026-11']],
    ['spring 2026', ['2026-03']],
    ['Summer term 2026', ['2026-06']],
    ['autumn, 2026', ['2026-09']],
    ['winter 2026', ['2026-12']],
    ['32 November 2026', ['2026-11']],
    ['0 November 2026', ['2026-11']],
    ['31/13/2026', []],
    ['2026', []],
    ['1.2.3.2026', []],
    ['13/2026', []],
    ['123 May 20266', []],
    ['1 May 2026 and 2 June 2027', ['2026-05-01', '2027-06-02']],
  ])('%s', (text, expected) => {
    expect(datesIn(text).map(({iso}) => iso)).toEqual(expected)
    for (const {value, start, end} of datesIn(text)) expect(text.slice(start, end)).toBe(value)
  })

  test.each(
    'January February March April May June July August September October November December'
      .split(' ')
      .map((name, i) => [name, i + 1] as const),
  )('%s is the month %d, short and long', (name, number) => {
    const iso = `2026-${String(number).padStart(2, '0')}-05`
    for (const written of [name, name.slice(0, 3), name.toUpperCase()])
      expect(
        datesIn(`5 ${written} 2026`).map((each) => each.iso),
        written,
      ).toEqual([iso])
  })

  test.each([
    ['Next review:', 'next-review'],
    ['next full review', 'next-review'],
    ['We look at it again in', 'next-review'],
    ['come back to it in', 'next-review'],
    ['Review date', 'next-review'],
    ['reviewed by', 'next-review'],
    ['due for renewal', 'next-review'],
    ['valid until', 'next-review'],
    ['expires', 'next-review'],
    ['again due', 'next-review'],
    ['Next:', 'next-review'],
    ['Last reviewed', 'last-reviewed'],
    ['reviewed on', 'last-reviewed'],
    ['Updated', 'last-reviewed'],
    ['revised', 'last-reviewed'],
    ['amended', 'last-reviewed'],
    ['Approved by the board on', 'approved'],
    ['adopted', 'approved'],
    ['ratified', 'approved'],
    ['agreed at', 'approved'],
    ['signed off', 'approved'],
    ['endorsed', 'approved'],
    ['Issued', 'issued'],
    ['published', 'issued'],
    ['Version 3', 'issued'],
    ['v2.1', 'issued'],
    ['effective', 'issued'],
    ['dated', 'issued'],
    ['created', 'issued'],
    ['written', 'issued'],
    ['comes into force', 'issued'],
    ['replaces the one that was approved on', 'other'],
    ['which fell due', 'other'],
    ['superseded what was issued', 'other'],
    ['we met on', null],
    ['Approved by the board. Then we met on', null],
  ])('behind "%s" is: %s', (words, what) => {
    expect(dateKindOf(words, '')).toBe(what)
  })

  test('is told by what stands above where its own words do not', () => {
    expect(dateKindOf('on', 'Next review')).toBe('next-review')
    expect(dateKindOf('issued', 'Next review')).toBe('issued')
  })
})

describe('an old word', () => {
  const entries = [
    {
      id: 'board',
      terms: ['LSCB', 'safeguarding children board'],
      replacement: 'p',
      since: '',
      source: '',
      seenOn: '',
      confidence: 'high',
      exceptions: ['Cragwell LSCB'],
    },
    {
      id: 'adult',
      terms: ['vulnerable adult', "child's plan", 'well-being check'],
      replacement: 'a',
      since: '',
      source: '',
      seenOn: '',
      confidence: 'high',
    },
    {id: 'short', terms: ['adult'], replacement: 'b', since: '', source: '', seenOn: '', confidence: 'high'},
  ] as never
  const terms = (text: string) =>
    obsoleteIn(text, entries).map(({term, entry, start, end}) => `${entry.id}: ${term} ${start}-${end}`)

  test.each([
    ['capitals', 'Tell the LSCB.', ['board: LSCB 9-13']],
    ['capitals, in small letters', 'Tell the lscb.', []],
    ['capitals, in many', 'Tell LSCBs.', ['board: LSCBs 5-10']],
    ['a word in any letters', 'A Vulnerable adult.', ['adult: Vulnerable adult 2-18']],
    ['a word in many', 'All vulnerable adults.', ['adult: vulnerable adults 4-21']],
    ['a word in another', 'The invulnerable adultery.', []],
    [
      'with another apostrophe or dash',
      'A child’s plan, a well‑being check.',
      ['adult: child’s plan 2-14', 'adult: well‑being check 18-34'],
    ],
    ['excused', 'Tell the Cragwell LSCB.', []],
    ['told of as past', 'It was formerly the LSCB.', []],
    ['the name of a body', 'Tell the Vulnerable Adults Risk Panel.', []],
    [
      'the name of a body, in small letters',
      'Tell the vulnerable adults Risk Panel.',
      ['adult: vulnerable adults 9-26'],
    ],
    ['twice', 'The LSCB tells the LSCB.', ['board: LSCB 4-8', 'board: LSCB 19-23']],
    ['a shorter one by itself', 'An adult.', ['short: adult 3-8']],
  ])('%s', (_, text, expected) => {
    expect(terms(text)).toEqual(expected)
  })
})

describe('a blank', () => {
  const dollar = '$'
  const of = (text: string, patterns = ['to follow'], allow = ['[insert coin]']) =>
    placeholdersIn(text, {patterns, allow}).map(({text: words, start, end}) => `${words} ${start}-${end}`)

  test.each([
    ['a field', 'Ring [insert number] now.', ['[insert number] 5-20']],
    ['a field in pointed brackets', 'Ring <phone> now.', ['<phone> 5-12']],
    ['a field of a template', 'Ring {{number}} now.', ['{{number}} 5-15']],
    [
      'a field of a letter',
      `Ring «number» %%name%% ${dollar}{x.y}`,
      ['«number» 5-13', '%%name%% 14-22', `${dollar}{x.y} 23-29`],
    ],
    ['a field that asks at its end', 'Ring [the number - to confirm] now.', ['[the number - to confirm] 5-30']],
    ['brackets of another sort', 'See [1], [a], [sic], [see above], [back to top] and [our friends].', []],
    ['what the register allows', 'An arcade with [insert coin].', []],
    ['a row of X', 'Ring XXX now, or xxx xxx.', ['XXX 5-8', 'xxx xxx 17-24']],
    ['an X in a word', 'XXXL', []],
    ['a number of X', 'XX years', ['XX years 0-8']],
    ['a telephone number that ends in x', 'Ring 07700 900xxx.', ['07700 900xxx 5-17']],
    ['a mailbox to come', 'Our email tbc.', ['email tbc 4-13']],
    ['a note in round brackets', 'See the map (appendix to be added by Ann).', ['(appendix to be added by Ann) 12-41']],
    [
      'what is to be confirmed, in brackets',
      'Ring [the mobile to be confirmed by IT].',
      ['[the mobile to be confirmed by IT] 5-39'],
    ],
    ['a row of dots, with what it is for', 'Signed ........', ['Signed ........ 0-15']],
    ['a row of dots that leads on', 'they should.....', []],
    ['an underscore', 'Ring ____ now', ['Ring ____ 0-9']],
    ['to be confirmed, in letters', 'The lead is TBC.', ['TBC 12-15']],
    ['told of', 'Times shown as TBC are set later.', []],
    ['told of between quotation marks', 'Where “TBC” is written, ask.', []],
    ['a phrase', 'A list (to follow).', ['to follow 8-17']],
    ['a phrase in another word', 'A list into following.', []],
    ['a phrase alone', 'to follow', ['to follow 0-9']],
    ['a phrase twice', 'to follow, To follow', ['to follow 0-9', 'To follow 11-20']],
    ...['add', 'insert', 'confirm', 'check', 'fill in', 'complete', 'supply', 'send', 'update'].map(
      (word): [string, string, string[]] => [
        `a field to ${word}`,
        `[number to ${word}]`,
        [`[number to ${word}] 0-${word.length + 12}`],
      ],
    ),
    ['filler', 'Lorem ipsum dolor', ['Lorem ipsum 0-11']],
    ['an address', 'Write to <https://a.example>', []],
    ['nothing', 'We care.', []],
  ])('%s', (_, text, expected) => {
    expect(of(text)).toEqual(expected)
  })
})
