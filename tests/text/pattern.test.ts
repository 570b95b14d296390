import {describe, expect, test} from 'vitest'
import {negatedWords} from '../../src/text/negation.js'
import {finderOf} from '../../src/text/pattern.js'
import {parsePattern} from '../../src/text/pattern-parse.js'
import {bareOf, denies, piecesOf} from '../../src/text/pattern-pieces.js'
import {nodeAt, placeOf} from '../../src/text/pattern-trees.js'
import {tokensOf} from '../../src/text/token.js'

const lexicon = {
  refer: {words: ['refer', 'make a referral', 'ring ..3 (MASH | council)']},
  consent: {words: ['consent', 'permission', 'agree*']},
  lado: {words: ['LADO', 'designated officer'], local: ['contacts.lado']},
}

function meets(text: string, pattern: string, context = ''): boolean {
  const tokens = tokensOf(text)
  const line = {tokens, negated: negatedWords(text, tokens), context: tokensOf(context)}
  return finderOf([line], lexicon, {lado: ['Casework Duty Line']})(pattern).has(0)
}

describe('the pattern language', () => {
  test.each([
    ['Ask no leading questions.', 'leading question', true],
    ['Children are told.', 'child ..2 tell', true],
    ['Child-on-child abuse', 'child on child abuse', true],
    ['We escalated it.', 'escalat*', true],
    ['Tell the LADO today', 'LADO', true],
    ['Two LADOs met', 'LADO', true],
    ['an eldorado of lado things', 'LADO', false],
    ['staff may refer', '=may & refer', true],
    ['the child was harmed', '=harm', false],
    ['ring the council', '@refer', true],
    ['ring your mother about the rota and then the council', '@refer', false],
    ['make a referral with permission', '@refer & @consent', true],
    ['Phone the Casework Duty Line', '@lado', true],
    ['first the police then the council', 'police .. council', true],
    ['first the council then the police', 'police .. council', false],
    ['a b c d e', 'a ..2 d', true],
    ['a b c d e', 'a ..1 d', false],
    ['a b c d e', 'e &3 a', true],
    ['a b c d e', 'e &2 a', false],
    ['a b c d e', '(b ..1 d) &0 e & !f', true],
    ['a b c d e', 'a &3 e & !c', false],
    ['a b c d e', 'a &1 c &1 e', true],
    ['refer at once', 'refer & !consent', true],
    ['refer with consent', 'refer & !consent', false],
    ['(refer)', '(ring | refer) & once', false],
  ])('%s / %s: %s', (text, pattern, met) => {
    expect(meets(text, pattern)).toBe(met)
  })

  test('looks at the headings only where it is asked to', () => {
    expect(meets('Tell the chair.', '#whistleblow* & tell', '4 Whistleblowing')).toBe(true)
    expect(meets('Tell the chair.', 'whistleblow* & tell', '4 Whistleblowing')).toBe(false)
  })

  test('says what meets a pattern in one line, and whether the words around it do', () => {
    const lineOf = (text: string, context = '') => ({
      tokens: tokensOf(text),
      negated: negatedWords(text, tokensOf(text)),
      context: tokensOf(context),
    })
    const find = finderOf([lineOf('Do not refer.'), lineOf('Agree to refer.', 'Referral')], lexicon)
    expect([...find('@refer').keys()]).toEqual([0, 1])
    expect(find.at(1, '@consent ..1 @refer')).toEqual([[0, 3]])
    expect(find.at(0, '@consent')).toBeUndefined()
    expect([find.at(0, '~refer'), find.at(1, '~refer')]).toEqual([[[2, 3]], undefined])
    expect(find.at(0, '~refer', 'affirmed')).toBeUndefined()
    expect(find.at(0, 'not .. refer', 'affirmed')).toBeUndefined()
    expect([find.isAbove(0, 'refer'), find.isAbove(1, 'refer')]).toEqual([false, true])
  })

  test('a class that holds itself finds nothing there', () => {
    const line = {tokens: tokensOf('refer again'), negated: [false, false], context: []}
    const find = finderOf([line], {turn: {words: ['refer', '@turn again', 'again']}})
    expect(find('@turn').get(0)).toContainEqual([0, 1])
    expect(find('@turn & elsewhere').size).toBe(0)
  })

  test('holds lines apart that stand far from each other', () => {
    const lines = Array.from({length: 70}, (_, i) => ({
      tokens: tokensOf(i % 33 === 0 ? 'ring the council' : 'ring the bell'),
      negated: [false, false, false],
      context: [],
    }))
    const find = finderOf(lines, {})
    expect([...find('ring & council').keys()]).toEqual([0, 33, 66])
    expect([...find('ring & !council').keys()]).toHaveLength(67)
    expect([...find('(bell | council) & (ring | phone)').keys()]).toHaveLength(70)
  })

  test('of very many lines too', () => {
    const lines = Array.from({length: 20_000}, (_, i) => ({
      tokens: tokensOf(i % 9973 === 0 ? 'ring the council' : 'ring'),
      negated: [false, false, false],
      context: [],
    }))
    const find = finderOf(lines, {})
    expect([...find('ring .. council').keys()]).toEqual([0, 9973, 19946])
    expect(find('ring').size).toBe(20_000)
    expect([find.at(9972, 'council'), find.at(9973, 'council')]).toEqual([undefined, [[2, 3]]])
  })

  test.each([1, 40, 80])('asked for very many patterns, finds in %i lines what it finds asked for one', (count) => {
    const words = Array.from({length: 600}, (_, i) => `w${String.fromCharCode(97 + (i % 26), 97 + Math.trunc(i / 26))}`)
    const lines = Array.from({length: count}, (_, i) => {
      const tokens = tokensOf([0, 7, 31].map((step) => words[(i * 3 + step) % 600]).join(' '))
      return {tokens, negated: tokens.map(() => false), context: tokensOf(words[i]!)}
    })
    // A pattern of another pack names a class that is not in this lexicon.
    placeOf('@elsewhere wa')
    const known = {own: {words: [words[7]!, `${words[0]} ${words[7]}`], local: []}}
    const patterns = words.flatMap((word, i) => [
      `=${word} & =${words[(i + 7) % 600]}`,
      `(=${word} | @own) .. =${words[(i + 31) % 600]}`,
      `#=${word} & !=${words[(i + 5) % 600]}`,
    ])
    const find = finderOf(lines, known)
    for (const pattern of patterns) expect(find(pattern)).toEqual(finderOf(lines, known)(pattern))
  })

  test.each(['(a | b', 'a & & b', 'a &3', '| a', '@nothing'])(
    'refuses %s with the pattern in the message',
    (pattern) => {
      expect(() => meets('a', pattern)).toThrow(/pattern|@nothing/)
    },
  )

  test('parts a pattern at its top', () => {
    const {parts, absent} = piecesOf('@a &12 b e ..3 ^(c & f) & !d')
    const read = (patterns: readonly string[]) => patterns.map(parsePattern)
    expect(parts.map(nodeAt)).toEqual(read(['@a', 'b e', '^(c & f)']))
    expect(parts.map(bareOf).map(nodeAt)).toEqual(read(['@a', 'b e', '(c & f)']))
    expect(absent.map(nodeAt)).toEqual(read(['d']))
    expect(nodeAt(bareOf(placeOf('~a b')))).toEqual(parsePattern('a b'))
    expect(piecesOf('a & (b | ~c)').parts.map(denies)).toEqual([false, true])
    expect(piecesOf('a b')).toEqual({parts: [placeOf('a b')], absent: []})
  })
})

describe('negation', () => {
  const negated = (text: string): string[] => {
    const tokens = tokensOf(text)
    return tokens.filter((_, i) => negatedWords(text, tokens)[i]).map(({lower}) => lower)
  }

  test.each([
    ['Do not investigate or interview anyone.', ['investigate', 'interview'], []],
    ['Do not investigate, interview or suspend.', ['investigate', 'interview', 'suspend'], []],
    ["Don't promise secrecy, but tell the lead.", ['promise'], ['tell', 'lead']],
    ['Do not investigate and tell the DSL.', ['investigate'], ['tell']],
    ['Never wait; ring the police.', ['wait'], ['ring']],
    ['Consent is not needed.', ['needed'], ['consent']],
    ['Nobody should feel that they cannot ring the council.', ['should'], ['ring', 'council']],
    ['Report it no later than the same day.', [], ['later', 'same', 'day']],
    ['Not only staff but volunteers may refer.', [], ['staff', 'refer']],
    ['Refer rather than investigate.', ['investigate'], ['refer']],
    ['It does not matter whether or not they agree.', ['matter'], []],
    ['Do not refer unless a child is at risk.', ['refer'], ['child', 'risk']],
    ['Do not press for details and never promise secrecy.', ['press', 'promise', 'secrecy'], []],
    ['Do not prompt and do not promise secrecy.', ['prompt', 'promise'], []],
    ['Staff shall not (a) film it; or (b) keep the drawing.', ['film', 'keep', 'drawing'], []],
    ['Staff shall not (i) film it except for the court or (ii) lend it.', ['film', 'lend'], ['court']],
    ['This does not apply to: (a) pictures.', ['apply'], ['pictures']],
    ['Tell nobody other than the lead.', [], ['lead']],
    ['Neither the worker nor the parents are told.', ['worker', 'told'], []],
    ['Nothing here prevents you from ringing the police.', ['prevents'], ['ringing', 'police']],
    ['Never stop a child from speaking.', ['stop'], ['speaking']],
    ['Do not keep photographs from training.', ['keep', 'training'], []],
  ])('%s', (text, under, free) => {
    const words = negated(text)
    for (const word of under) expect(words).toContain(word)
    for (const word of free) expect(words).not.toContain(word)
  })

  test('an item under "Do not" is negated throughout', () => {
    const tokens = tokensOf('promise to keep it secret')
    expect(negatedWords('promise to keep it secret', tokens, true).every(Boolean)).toBe(true)
  })
})
