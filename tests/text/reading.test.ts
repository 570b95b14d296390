import {describe, expect, test} from 'vitest'
import type {Passage, Policy} from '../../src/model/policy.js'
import {readMarkdown} from '../../src/read/markdown/index.js'
import {either, following, near, type Span, together} from '../../src/text/hits.js'
import {quotationOf, readingOf, type Sentence} from '../../src/text/reading.js'
import {nearestTo, profilesOf} from '../../src/text/search.js'
import {sentencesIn} from '../../src/text/sentence.js'
import {stemOf} from '../../src/text/stem.js'
import {tokensOf} from '../../src/text/token.js'
import {indexOf} from '../../src/text/word-index.js'

const read = (text: string) => readMarkdown({path: 'p.md', bytes: new TextEncoder().encode(text)})
const reading = (text: string) => readingOf(read(text), {})
const words = ({tokens}: Sentence) => tokens.map(({lower}) => lower).join(' ')
const denied = ({tokens, negated}: Sentence) =>
  tokens
    .filter((_, i) => negated[i])
    .map(({lower}) => lower)
    .join(' ')

/** One passage of its own, read. */
function passage(
  text: string,
  more: Partial<Passage> = {},
  headings: readonly string[] = ['Policy'],
): readonly Sentence[] {
  const place = {headings, number: null, ordinal: 1, lines: null}
  const own = {id: 'p1', form: 'paragraph', label: null, text, place, ...more} as Passage
  const section = {id: 's1', level: 1, number: null, title: 'Policy', place, passages: [own], sections: []}
  return readingOf({sections: [section]} as unknown as Pick<Policy, 'sections'>, {}).sentences
}

describe('a policy laid out', () => {
  test('is its sentences in order, of the running text, through all sections', () => {
    const {sentences} = reading('# One\n\nFirst. Second.\n\n## Two\n\nThird.\n\n# Three\n\nFourth.')
    expect(sentences.map(({text, start, section}) => [text, start, section.title])).toEqual([
      ['First.', 0, 'One'],
      ['Second.', 7, 'One'],
      ['Third.', 0, 'Two'],
      ['Fourth.', 0, 'Three'],
    ])
    for (const form of ['header', 'footer', 'comment', 'property', 'contents'] as const)
      expect(passage('Words.', {form}), form).toEqual([])
    for (const form of ['footnote', 'endnote', 'text-box'] as const)
      expect(passage('Words.', {form}), form).toHaveLength(1)
  })

  test('has the headings above a sentence, and the heads of its columns, as its context', () => {
    const above = (sentence: Sentence) => sentence.context.map(({lower}) => lower).join(' ')
    expect(above(reading('# One\n\n## Two\n\nThird.').sentences[0]!)).toBe('one two')
    const cells = [
      {header: 'Who', text: 'LADO'},
      {header: 'When', text: 'now'},
      {header: 'Who', text: 'them'},
    ]
    expect(above(passage('LADO | now | them', {form: 'table-row', cells})[0]!)).toBe('policy who when')
  })

  test.each([
    ['Domestic abuse. Ask when she is alone.', 'policy domestic abuse'],
    ['Domestic abuse is told. Ask when she is alone.', 'policy'],
    ['Ring us now. Ask when she is alone.', 'policy'],
    ['One two three four five six seven. Ask when she is alone.', 'policy'],
    ['One two three four five six. Ask when she is alone.', 'policy one two three four five six'],
    ['DA. Ask when she is alone.', 'policy'],
    ['Domestic abuse! Ask when she is alone.', 'policy'],
  ])('a few words without a verb are the heading of what follows: %s', (text, context) => {
    const sentences = passage(text)
    expect(sentences[0]!.context.map(({lower}) => lower).join(' ')).toBe('policy')
    expect(sentences[1]!.context.map(({lower}) => lower).join(' ')).toBe(context)
  })
})

describe('a sentence', () => {
  test('has the words of its lead-in before its own, and tells how many', () => {
    const [item] = passage('ring the lead', {form: 'list-item', leadIn: 'Staff must: '})
    expect([words(item!), item!.leadWords, item!.text]).toEqual(['staff must ring the lead', 2, 'ring the lead'])
    const ring = item!.tokens[2]!
    expect(item!.passage.text.slice(ring.start - item!.shift, ring.end - item!.shift)).toBe('ring')
  })

  test('that answers a question takes it up', () => {
    const [question, answer, more] = passage('Do I ask first? No, you do not. We care.')
    expect([question!.question, question!.answers, answer!.question, answer!.answers]).toEqual([
      true,
      false,
      false,
      true,
    ])
    expect([words(answer!), answer!.leadWords]).toEqual(['do i ask first no you do not', 4])
    expect(denied(answer!)).toContain('do i ask first')
    expect(more!.answers).toBe(true)
    expect(words(passage('About Wilma? Tell Desmond.')[1]!)).toBe('about wilma tell desmond')
    expect(words(passage('May I ring? Tell Desmond.')[1]!)).toBe('tell desmond')
    expect(
      passage('May I ring? Tell Desmond.')[1]!
        .context.map(({lower}) => lower)
        .join(' '),
    ).toBe('policy may i ring')
  })

  test.each([
    'No.',
    'Never.',
    'Not now.',
    "Don't.",
    'Do not.',
    "Please don't.",
    'Nobody may.',
    'None.',
    'Neither.',
    'Stop.',
    'Leave it.',
    '“No.”',
  ])('that says "%s" refuses what was asked', (answer) => {
    expect(denied(passage(`May I ring them? ${answer}`)[1]!)).toContain('may i ring them')
  })

  test.each([
    'No matter.',
    'No doubt.',
    'No later than noon.',
    'No more than once.',
    'Ring us.',
    'Yes.',
    'Always.',
    'Certainly.',
    'Definitely.',
    'Of course.',
  ])('that says "%s" does not', (answer) => {
    expect(denied(passage(`May I ring them? ${answer}`)[1]!)).not.toContain('may i ring them')
  })

  test.each(['Yes.', 'Always.', 'Certainly.', 'Definitely.', 'Of course.'])(
    'that says "%s" says what was asked',
    (answer) => {
      expect(words(passage(`May I ring them? ${answer}`)[1]!)).toMatch(/^may i ring them/)
    },
  )

  test.each('Do Does Did Is Are Am Was Can Could Should Shall Will Would Must May Might Has Have'.split(' '))(
    'takes up what is asked with "%s" only where it says yes or no',
    (verb) => {
      expect(words(passage(`${verb} anybody ring them? Ring us.`)[1]!)).toBe('ring us')
    },
  )

  test('that is a row reads as its cells do under their headers', () => {
    const cells = [
      {header: 'If no reply', text: 'the lead phones'},
      {header: "Don't", text: 'wait'},
    ]
    const [row] = passage('the lead phones | wait', {form: 'table-row', cells})
    expect(words(row!)).toBe("if no reply the lead phones don't wait")
    const header = row!.tokens[0]!
    expect(header.end).toBe(header.start)
    const same = [
      {header: 'MASH', text: 'MASH'},
      {header: 'A one two three four five six seven eight nine', text: 'x'},
      {header: 'Empty', text: ''},
    ]
    expect(words(passage('MASH | x', {form: 'table-row', cells: same})[0]!)).toBe(
      'mash a one two three four five six seven x',
    )
    expect(words(passage('the lead phones | wait', {cells})[0]!)).toBe('the lead phones wait')
  })

  test.each([
    ['Extremism: Prevent team, 01632 960757', 'extremism contact prevent team 01632 960757'],
    ['Extremism: Norbrook Prevent Team', 'extremism contact norbrook prevent team'],
    ['Extremism: PREVENT', 'extremism contact prevent'],
    ['Extremism: Us, a@b.example', 'extremism contact us a b example'],
    ['Extremism: Ring the team on 01632 960757', 'extremism ring the team on 01632 960757'],
    ['Extremism: somebody', 'extremism somebody'],
    ['Extremism: Somebody', 'extremism somebody'],
    ['The police: 01632 960757', 'the police 01632 960757'],
    ['Officer: 01632 960757', 'officer 01632 960757'],
    ['Telephone: 01632 960757', 'telephone 01632 960757'],
    ['A: 01632 960757', 'a 01632 960757'],
  ])('whose label tells whom to contact has a verb put in: %s', (text, expected) => {
    expect(words(passage(text)[0]!)).toBe(expected)
  })

  test.each(
    'officers lead deputy deputies manager chair trustee governors teams police council service helpline line childline form website page version date email telephone tel phone mobile'.split(
      ' ',
    ),
  )('whose label is "%s" tells a number and no more', (label) => {
    expect(words(passage(`${label}: 01632 960757`)[0]!)).toBe(`${label} 01632 960757`)
  })

  test.each([
    'Poor practice',
    'Bad practice',
    'Unacceptable practice',
    'Common mistakes',
    'What can go wrong',
    'What might go wrong',
    'What is not acceptable',
    'This is never OK',
    'It is not okay',
  ])('under "%s" is a bad example', (heading) => {
    expect(passage('We wait.', {}, ['Policy', heading])[0]!.badExample).toBe(true)
    expect(passage('We wait.', {leadIn: heading})[0]!.badExample).toBe(true)
    expect(passage('We wait.', {}, [heading, 'Policy'])[0]!.badExample).toBe(false)
  })

  test.each([
    ['"This stays between us" is the one sentence nobody may say.', true],
    ['“This stays between us” is never said.', true],
    ["‘We can't tell you’ is almost always wrong.", true],
    ['"This stays between us" is what we say.', false],
    ['We never say that "this stays between us".', false],
  ])('%s: words in quotation marks that are turned away: %s', (text, expected) => {
    expect(passage(text)[0]!.badExample).toBe(expected)
  })

  test.each([
    "Don't",
    'Do not',
    'Donts',
    'Never',
    'What not to do',
    'Things not to do',
    'You should not',
    'Staff must not',
    'People may not',
    'To avoid',
    'Avoid',
    '3.1 What we never do',
    'Volunteers do not:',
    'Workers must not!',
  ])('under the heading "%s" is refused', (heading) => {
    expect(denied(passage('Press for detail.', {}, ['Policy', heading])[0]!)).toBe('press for detail')
  })

  test.each(['Do', 'What to do', 'If you do not know', 'Not only for staff'])(
    'under the heading "%s" is not',
    (heading) => {
      expect(denied(passage('Press for detail.', {}, ['Policy', heading])[0]!)).toBe('')
    },
  )

  test.each([
    'Never: press; ask twice',
    'Do not: press; ask twice',
    'Don’t: press; ask twice',
    'No: press; ask twice',
    'Not: press; ask twice',
  ])('whose label refuses is refused throughout: %s', (text) => {
    expect(denied(passage(text)[0]!)).toBe('press ask twice')
  })

  test.each(['You never press', 'Staff do not press', 'Volunteers must not press', 'Avoid haste', 'Cannot press'])(
    'that refuses by itself is refused once under a lead-in that forbids: %s',
    (text) => {
      expect(denied(passage(text, {form: 'list-item', leadIn: 'Do not:'})[0]!)).toMatch(/press|haste/)
    },
  )
})

describe('a quotation', () => {
  const filler = 'and we keep every child safe and well in all that we do '
  const long = `Ring the lead ${filler.repeat(8)}then tell the council ${filler.repeat(4)}.`
  const [sentence] = passage(long)
  const at = (word: string) => sentence!.tokens.findIndex(({lower}) => lower === word)

  test('is the sentence, where it is not too long', () => {
    expect(quotationOf(passage('Ring the lead.')[0]!)).toBe('Ring the lead.')
  })

  test('of a long one holds the match, is a piece of it, and is cut at spaces', () => {
    for (const word of ['ring', 'council']) {
      const quote = quotationOf(sentence!, [[at(word), at(word) + 1]])
      expect(long).toContain(quote)
      expect(quote.toLowerCase()).toContain(word)
      expect(quote.length).toBeLessThanOrEqual(300)
      expect(quote.length).toBeGreaterThan(250)
      expect(` ${long} `).toContain(` ${quote.trim()} `)
    }
  })

  test('of a long one begins at its beginning where nothing is matched, or a match is too long itself', () => {
    expect(quotationOf(sentence!).startsWith('Ring the lead')).toBe(true)
    expect(quotationOf(sentence!).length).toBeLessThanOrEqual(300)
    const wide = quotationOf(sentence!, [[at('ring'), at('council')]])
    expect(wide.startsWith('Ring the lead')).toBe(true)
    expect(wide.length).toBeLessThanOrEqual(300)
    expect(quotationOf({...sentence!, leadWords: 3}, [[0, 2]]).startsWith('Ring the lead')).toBe(true)
  })
})

describe('a sentence ends', () => {
  test.each([
    ['One. Two.', ['One.', 'Two.']],
    ['One! Two? Three…  Four', ['One!', 'Two?', 'Three…', 'Four']],
    ['One.\nTwo\n\nThree', ['One.', 'Two', 'Three']],
    ['He said “ring us.” Then he left.', ['He said “ring us.”', 'Then he left.']],
    ['A polite “are you sure?” is welcome.', ['A polite “are you sure?” is welcome.']],
    ['(Ring us.) Then go.', ['(Ring us.)', 'Then go.']],
    ['Version 2.1 is out. Use it.', ['Version 2.1 is out.', 'Use it.']],
    ['Use section 4. of it', ['Use section 4. of it']],
    ['By J. Brown. Read it.', ['By J. Brown.', 'Read it.']],
    ['By J.K. Brown. Read it.', ['By J.K. Brown.', 'Read it.']],
    ['  One.  ', ['One.']],
    ['', []],
    ['   ', []],
  ])('%j', (text, expected) => {
    const spans = sentencesIn(text)
    expect(spans.map((each) => each.text)).toEqual(expected)
    for (const {text: own, start, end} of spans) expect(text.slice(start, end)).toBe(own)
  })

  test.each(
    'e.g i.e eg ie etc vs dr mr mrs ms mx rev revd prof st no nos tel ext mob para paras pp vol ch sec reg cf approx incl esp dept co ltd inc'.split(
      ' ',
    ),
  )('not after "%s."', (short) => {
    expect(sentencesIn(`See ${short}. Brown now.`)).toHaveLength(1)
    expect(sentencesIn(`See ${short.toUpperCase()}. Brown now.`)).toHaveLength(1)
  })
})

describe('words', () => {
  test('are parted by hyphens and slashes, not by apostrophes', () => {
    expect(
      tokensOf("Child-on-child and/or the girl’s, don't").map(({word, lower, start, end}) => [word, lower, start, end]),
    ).toEqual([
      ['Child', 'child', 0, 5],
      ['on', 'on', 6, 8],
      ['child', 'child', 9, 14],
      ['and', 'and', 15, 18],
      ['or', 'or', 19, 21],
      ['the', 'the', 22, 25],
      ['girl’s', "girl's", 26, 32],
      ["don't", "don't", 34, 39],
    ])
    const [long] = tokensOf('x'.repeat(70))
    expect([long!.word.length, long!.end]).toEqual([64, 70])
    expect(tokensOf('')).toEqual([])
  })

  test.each([
    ['children', 'child'],
    ['people', 'person'],
    ['men', 'man'],
    ['women', 'woman'],
    ['told', 'tell'],
    ['said', 'say'],
    ['rang', 'ring'],
    ['rung', 'ring'],
    ['spoke', 'speak'],
    ['spoken', 'speak'],
    ['kept', 'keep'],
    ['gave', 'give'],
    ['given', 'give'],
    ['wrote', 'write'],
    ['written', 'write'],
    ['took', 'take'],
    ['taken', 'take'],
    ['made', 'make'],
    ['knew', 'know'],
    ['known', 'know'],
    ['saw', 'see'],
    ['seen', 'see'],
    ['heard', 'hear'],
    ['held', 'hold'],
    ['sought', 'seek'],
    ['met', 'meet'],
    ['went', 'go'],
    ['goes', 'go'],
    ['gone', 'go'],
    ['dealt', 'deal'],
    ['stood', 'stand'],
    ['chose', 'choose'],
    ['chosen', 'choose'],
    ['sent', 'send'],
    ['felt', 'feel'],
    ['thought', 'think'],
    ['brought', 'bring'],
    ['began', 'begin'],
    ['begun', 'begin'],
    ['got', 'get'],
    ['led', 'lead'],
    ['left', 'leave'],
    ['hid', 'hide'],
    ['hidden', 'hide'],
    ['understood', 'understand'],
    ['referral', 'refer'],
    ['referrals', 'refer'],
    ['referrer', 'refer'],
    ['enquiries', 'enquiry'],
    ['inquiry', 'enquiry'],
    ['inquiries', 'enquiry'],
    ['enquire', 'enquiry'],
    ['organization', 'organisation'],
    ['organizations', 'organisation'],
    ['organizational', 'organisational'],
    ["children's", 'child'],
    ['parents’', 'parent'],
    ['officers', 'officer'],
    ['tells', 'tell'],
    ['referring', 'refer'],
  ])('"%s" is "%s"', (word, base) => {
    expect(stemOf(word)).toBe(stemOf(base))
  })

  test.each([
    ['information', 'inform'],
    ['reference', 'refer'],
    ['officer', 'office'],
    ['manager', 'manage'],
    ['management', 'manage'],
    ['regulator', 'regulate'],
    ['regulation', 'regulate'],
    ['commissioner', 'commission'],
    ['insurer', 'insure'],
    ['insurance', 'insure'],
    ['supervisor', 'supervise'],
    ['abuser', 'abuse'],
    ['personal', 'person'],
    ['minister', 'minist'],
  ])('"%s" is not "%s", in one or in many', (word, other) => {
    expect(stemOf(word)).toBe(word)
    expect(stemOf(`${word}s`)).toBe(word)
    expect(stemOf(other)).not.toBe(word)
  })
})

describe('where words stand', () => {
  const index = indexOf(['The LADO told the LADOs.', 'LADO’s lead leads', 'nothing'].map(tokensOf))
  const found = (...[by, value]: Parameters<typeof index.find>) =>
    [...index.find(by, value)].map(([line, spans]) => [line, ...spans.map(([from]) => from)])

  test('by stem, by their very letters, by capitals, by how they begin', () => {
    expect(found('stem', 'tell')).toEqual([[0, 2]])
    expect(found('stem', 'lead')).toEqual([[1, 1, 2]])
    expect(found('exact', 'leads')).toEqual([[1, 2]])
    expect(found('capitals', 'LADO')).toEqual([
      [0, 1, 4],
      [1, 0],
    ])
    expect(found('capitals', 'LADOs')).toEqual([])
    expect(found('prefix', 'lea')).toEqual([[1, 1, 2]])
    expect(found('prefix', 'the')).toEqual([[0, 0, 3]])
    expect(found('prefix', 'zz')).toEqual([])
    expect(found('prefix', 'a')).toEqual([])
    expect(found('stem', 'nowhere')).toEqual([])
  })

  test('24 times in a line at most', () => {
    expect(
      indexOf([tokensOf('ring '.repeat(30))])
        .find('exact', 'ring')
        .get(0),
    ).toHaveLength(24)
  })

  test('together in the ways that a pattern may ask', () => {
    const one: Span[] = [
      [0, 1],
      [5, 6],
    ]
    const other: Span[] = [[3, 4]]
    expect(either(one, other)).toEqual([...one, ...other])
    expect(either(one, undefined)).toBe(one)
    expect(either(undefined, one)).toBe(one)
    expect(either(undefined, undefined)).toBeUndefined()
    expect(either(one, one)).toEqual(one)
    expect(following(one, other, 2)).toEqual([[0, 4]])
    expect(following(one, other, 1)).toBeUndefined()
    expect(following(other, one, 1)).toEqual([[3, 6]])
    expect(near(one, other, 1)).toEqual([[3, 6]])
    expect(near(one, other, 0)).toBeUndefined()
    expect(near(one, other, 2)).toEqual([
      [0, 4],
      [3, 6],
    ])
    expect(near(one, [[0, 2]], 0)).toEqual([[0, 2]])
    expect(together([one, other, one])).toEqual([...one, ...other])
    const many = Array.from({length: 30}, (_, i): Span => [i, i + 1])
    expect(together([many])).toEqual(many.slice(0, 24))
  })
})

describe('the search', () => {
  const {sentences} = reading(
    '# Pools\n\nSwim in the pool.\n\nSwim.\n\n## Boats\n\nSail in the boat, and swim.\n\nRest.',
  )
  const ranked = (profile: string, most = 9, others: string[] = ['rest and rest']) =>
    nearestTo(profilesOf([profile, ...others])[0]!, sentences, most).map(({index}) => sentences[index]!.text)

  test('ranks by the words of the profile, the rarer the better, short before long', () => {
    expect(ranked('swim')).toEqual(['Swim.', 'Swim in the pool.', 'Sail in the boat, and swim.'])
    expect(ranked('boat swim')[0]).toBe('Sail in the boat, and swim.')
    expect(ranked('swim', 2)).toEqual(['Swim.', 'Swim in the pool.'])
    expect(ranked('the in and')).toEqual([])
    expect(ranked('elephant')).toEqual([])
  })

  test('counts a heading for what holds a word of its own, and for nothing else', () => {
    expect(ranked('boat rest', 9, ['x'])).toEqual(['Rest.', 'Sail in the boat, and swim.'])
    expect(ranked('boat', 9)).toEqual(['Sail in the boat, and swim.'])
  })

  test('weighs a word more that the profile holds oftener, and that fewer profiles hold', () => {
    const [often, once] = profilesOf(['swim swim sail', 'sail rest', 'sail'])
    expect(often!.get('swim')!).toBeGreaterThan(once!.get('rest')!)
    expect(often!.get('sail')!).toBeLessThan(often!.get('swim')!)
    const [full] = nearestTo(profilesOf(['swim', 'rest'])[0]!, sentences, 1)
    expect(full!.likeness).toBeGreaterThan(0.9)
    expect(full!.score).toBeGreaterThan(0)
  })

  test.each(
    'the a an and or of to in for on with by at from as is are be been was were it this that these those we our you your they their them he she his her will must should may can not no if all who what when where which how do have had also than then there into up out about other such so but i me us'.split(
      ' ',
    ),
  )('passes over "%s"', (word) => {
    const lines = reading(`# Pools\n\nSwim ${word}.`).sentences
    expect(nearestTo(profilesOf([word, 'rest'])[0]!, lines, 3)).toEqual([])
    expect(nearestTo(profilesOf(['swim', 'rest'])[0]!, lines, 3)).toHaveLength(1)
  })

  test('finds nothing in nothing', () => {
    expect(nearestTo(profilesOf(['swim'])[0]!, [], 3)).toEqual([])
  })
})
