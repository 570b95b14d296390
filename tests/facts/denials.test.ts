import {describe, expect, test} from 'vitest'
import {negatedWords} from '../../src/text/negation.js'
import {tokensOf} from '../../src/text/token.js'

// How far a denial reaches. What is denied stands in capitals.

const read = (text: string, base = false) => {
  const tokens = tokensOf(text)
  const denied = negatedWords(text, tokens, base)
  return tokens.map(({lower}, i) => (denied[i] ? lower.toUpperCase() : lower)).join(' ')
}

describe('a word that denies reaches to the end of its clause', () => {
  test.each([
    ['They never press.', 'they never PRESS'],
    ['Nobody may press.', 'nobody MAY PRESS'],
    ['None may press.', 'none MAY PRESS'],
    ['Nothing is kept.', 'nothing IS KEPT'],
    ['They cannot press.', 'they cannot PRESS'],
    ['They can’t press.', "they can't PRESS"],
    ['They dont press.', 'they dont PRESS'],
    ['They cant press.', 'they cant PRESS'],
    ['Avoid haste.', 'avoid HASTE'],
    ['Avoiding haste.', 'avoiding HASTE'],
    ['He avoids haste.', 'he avoids HASTE'],
    ['Resist haste.', 'resist HASTE'],
    ['Haste is forbidden here.', 'haste is forbidden HERE'],
    ['No one may press.', 'no one MAY PRESS'],
    ['They are prohibited from pressing.', 'they are prohibited from PRESSING'],
    ['Refrain from pressing.', 'refrain from PRESSING'],
    ['He refrains from pressing.', 'he refrains from PRESSING'],
    ['Ring rather than wait.', 'ring rather than WAIT'],
    ['Ring instead of waiting.', 'ring instead of WAITING'],
    ['Rather ring.', 'rather ring'],
    ['Ring without waiting.', 'ring without WAITING'],
    ['Listen without any promise.', 'listen without ANY PROMISE'],
    ['Listen without a promise.', 'listen without A PROMISE'],
    ['Listen without assurances.', 'listen without ASSURANCES'],
    ['Listen without undertaking.', 'listen without UNDERTAKING'],
    ['Listen without guarantee.', 'listen without GUARANTEE'],
    ['Ring without consent.', 'ring without consent'],
    ['Neither he nor she may press.', 'neither HE NOR SHE MAY PRESS'],
    ['They do not press, nor ask.', 'they do not PRESS nor ASK'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each('only just merely later longer more less fewer limited doubt least necessarily slower'.split(' '))(
    'but "not %s" denies nothing',
    (word) => {
      expect(read(`It is not ${word} so.`)).toBe(`it is not ${word} so`)
    },
  )

  test.each([
    ['Whether or not they ring.', 'whether or not they ring'],
    ['If not, ring.', 'if not ring'],
    ['Say why not today.', 'say why not today'],
    ['Had they not left, they would know.', 'had they not left they would know'],
    ['If they say no to it, wait.', 'if they say no to it wait'],
    ['A no from them counts.', 'a no from them counts'],
    ['Their no counts.', 'their no counts'],
    ['No matter who rings, listen.', 'no matter who rings listen'],
    ['No. Anyone can ring them.', 'no anyone can ring them'],
  ])('and these deny nothing: %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('a clause ends', () => {
  test.each([
    ['with its sentence', 'Do not wait. Ring them.', 'do not WAIT ring them'],
    ['at a semicolon', 'Do not wait; ring them.', 'do not WAIT ring them'],
    ['at a dash', 'Do not wait – ring them.', 'do not WAIT ring them'],
    ['at a hyphen between spaces', 'Do not wait - ring them.', 'do not WAIT ring them'],
    ['at a bar', 'Do not wait | ring them', 'do not WAIT ring them'],
    ['at a bracket', 'Do not wait (ring them).', 'do not WAIT ring them'],
    ['where a comma begins another', 'Do not wait, we ring them.', 'do not WAIT we ring them'],
    ['not at a comma in a list', 'Do not press, probe, pry.', 'do not PRESS PROBE PRY'],
    ['where another cue begins', 'Do not press, never probe.', 'do not PRESS never PROBE'],
    ['where "do not" begins again', 'Do not press, do not probe.', 'do not PRESS do not PROBE'],
    ['at "and" with one who acts', 'Do not press and we ring.', 'do not PRESS and we ring'],
    ['at "and" with what to do', 'Do not press and ring them.', 'do not PRESS and ring them'],
    ['not at "or" with what to do', 'Do not press or ring them.', 'do not PRESS OR RING THEM'],
    ['not at "or" with an article', 'Do not tell the press or the club.', 'do not TELL THE PRESS OR THE CLUB'],
    ['at "and" with another cue', 'Do not press and never probe.', 'do not PRESS and never PROBE'],
    ['at "other than"', 'Tell nobody other than the lead.', 'tell nobody other than the lead'],
    [
      'at what nobody is kept from',
      'Nothing prevents you from ringing them.',
      'nothing PREVENTS YOU from ringing them',
    ],
    ['not at "from" without that', 'Nobody rings from home.', 'nobody RINGS FROM HOME'],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each(
    'but however unless provided before except until because so then although though whereas if instead'.split(' '),
  )('at "%s"', (word) => {
    expect(read(`Do not press ${word} they ring.`)).toBe(`do not PRESS ${word} they ring`)
  })

  test.each(
    'prevent prevents prohibit prohibits preclude stop stops bar bars hinder hinders restrict discourage deter dissuade keeps'.split(
      ' ',
    ),
  )('at "from" after "%s"', (word) => {
    expect(read(`Nobody ${word} you from ringing.`)).toBe(`nobody ${word.toUpperCase()} YOU from ringing`)
  })

  test.each(
    'we you they he she it staff volunteers the everyone anyone always must should will can may this that our'.split(
      ' ',
    ),
  )('at "and %s"', (word) => {
    expect(read(`Do not press and ${word} rings.`)).toBe(`do not PRESS and ${word} rings`)
  })

  test.each(
    'tell report record contact refer inform call ring speak listen reassure explain pass write make seek ask take keep stay let follow use act'.split(
      ' ',
    ),
  )('at "and %s"', (word) => {
    expect(read(`Do not press and ${word} them.`)).toBe(`do not PRESS and ${word} them`)
  })

  test.each('is are was were has have had be would could and which who where when since as to'.split(' '))(
    'at a comma before "%s"',
    (word) => {
      expect(read(`Do not press, ${word} them.`)).toBe(`do not PRESS ${word} them`)
    },
  )

  test.each('if when where whenever wherever once while since because although'.split(' '))(
    'of condition that "%s" opens, at a comma',
    (word) => {
      expect(read(`${word} they do not answer, press them.`)).toBe(`${word} they do not ANSWER press them`)
    },
  )

  test('of purpose that "so that" opens, at a comma', () => {
    expect(read('So that nobody waits, press them.')).toBe('so that nobody WAITS press them')
    expect(read('That nobody waits, press them.')).toBe('that nobody WAITS PRESS THEM')
  })

  test('after forty words', () => {
    const long = read(`Do not ${'press '.repeat(45)}`)
    expect(long.match(/PRESS/g)).toHaveLength(40)
    expect(long.match(/press/g)).toHaveLength(5)
  })
})

describe('a denial of a denial grants', () => {
  test.each([
    ['Nobody should feel that they cannot ring.', 'nobody SHOULD FEEL THAT THEY CANNOT ring'],
    ['Never say that nobody rings.', 'never SAY THAT NOBODY rings'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('under a heading that forbids', () => {
    expect(read('Press for detail.', true)).toBe('PRESS FOR DETAIL')
    expect(read('Never press.', true)).toBe('NEVER press')
  })
})

describe('what is denied goes on', () => {
  test.each([
    [
      'behind an exception',
      'Do not touch other than in first aid, or gather proof.',
      'do not TOUCH other than in first aid or GATHER PROOF',
    ],
    [
      'behind "except"',
      'Do not touch except in first aid, nor gather proof.',
      'do not TOUCH except in first aid nor GATHER PROOF',
    ],
    [
      'but not where one acts',
      'Do not touch except in first aid, or we ring.',
      'do not TOUCH except in first aid or we ring',
    ],
    [
      'but not in the next sentence',
      'Do not touch except in first aid. Help, or gather proof.',
      'do not TOUCH except in first aid help or gather proof',
    ],
    ['through letters', 'They shall not (a) copy it; or (b) lend it.', 'they shall not A COPY IT OR B LEND IT'],
    ['through numbers', 'They shall not (1) copy it, (2) lend it.', 'they shall not 1 COPY IT 2 LEND IT'],
    [
      'through letters with an exception in one',
      'They shall not (i) use it except for this or (ii) lend it.',
      'they shall not I USE IT except for this or II LEND IT',
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toBe(expected)
  })
})
