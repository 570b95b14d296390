import {describe, expect, test} from 'vitest'
import {editsBetween, nearestName} from '../../src/text/nearest-name.js'
import {numberOf} from '../../src/text/number-words.js'
import {isHistoric, keepsItsName} from '../../src/text/obsolete.js'
import {proseStagesIn} from '../../src/text/prose-stages.js'
import type {StageWords} from '../../src/text/stage.js'
import {stageMark, stageOfItem, stagesIn} from '../../src/text/stage.js'

describe('a number', () => {
  const names =
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
      ' ',
    )
  test.each(names.map((name, i) => [name, i + 1] as const))('%s is %d', (name, value) => {
    expect(numberOf(name)).toBe(value)
  })

  test.each([
    ['a', 1],
    ['an', 1],
    ['thirty', 30],
    ['forty', 40],
    ['sixty', 60],
    ['ninety', 90],
    ['twenty-one', 21],
    ['twenty five', 25],
    ['thirty-six', 36],
    ['forty-eight', 48],
    ['seventy-two', 72],
    [' Seven ', 7],
    ['24', 24],
    ['1.5', 1.5],
    ['umpteen', null],
    ['twenty umpteen', null],
  ])('%s is %s', (words, value) => {
    expect(numberOf(words)).toBe(value)
  })
})

describe('the name that was probably meant', () => {
  test.each([
    ['dates', 'dates', 0],
    ['date', 'dates', 1],
    ['datess', 'dates', 1],
    ['dites', 'dates', 1],
    ['daets', 'dates', 1],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['abcd', 'badc', 2],
  ])('"%s" is so many letters from "%s": %d', (one, other, edits) => {
    expect(editsBetween(one, other)).toBe(edits)
  })

  test('is the nearest, where at most a third of its letters differ', () => {
    const names = ['contacts', 'timescales', 'ab']
    expect(nearestName('contcats', names)).toBe('contacts')
    expect(nearestName('TIMESCALE', names)).toBe('timescales')
    expect(nearestName('ac', names)).toBe('ab')
    expect(nearestName('xyz', names)).toBeNull()
    expect(nearestName('timetables', names)).toBe('timescales')
    expect(nearestName('tameteblis', names)).toBeNull()
    expect(nearestName('anything', [])).toBeNull()
    expect(nearestName('name', ['nime', 'neme'])).toBe('nime')
  })
})

describe('an old name is told of as past', () => {
  test.each([
    'formerly the Board',
    'previously known as the Board',
    'previously called the Board',
    'it used to be the Board',
    'we used to say so',
    'it replaced the Board',
    'replaced by the partnership',
    'it replaces the Board',
    'replacing the Board',
    'superseded in May',
    'it was withdrawn',
    'it has been withdrawn',
    'still quoted by some',
    'still cited',
    'now known as the partnership',
    'now called so',
    'now replaced',
    'once called the Board',
    'an older form',
    'the old paper name',
    'as it was then known',
    'as they were called',
    'it was called the Board until May',
    'were known as boards till then',
    'until 2019',
    'still its proper name',
    'still named so',
    'kept its old name',
    'no longer used',
    'we no longer say so',
    'was known as the Board',
    'historically the Board',
    'instead of the old word',
    'took over from the Board',
    'takes over from the Board',
    'gave way to the partnership',
    'took the place of the Board',
    'taking the place of the Board',
    'in place of the Board',
    'the successor to the Board',
    'its predecessor',
    'the former Board',
    'the abolished Board',
    'abolished in May',
    'did away with the Board',
    'displaced the Board',
    'some still call it so',
    'many people still say so',
    'gave that label up',
    'went out with the Act',
    'nobody here now uses it',
    'there is no Board any more',
    'it was once so',
    'earlier editions said so',
    'which we took down',
    'and the Act replaced it',
    'we do not use it',
    "we don't say it",
    'you may still hear it',
    'an old list somewhere',
    'and so did the Board',
    'the Board is history',
    'left our forms',
    'should not be used',
    'it was retired',
    'it ended in May',
    'older minutes',
    'that system ended',
    'we stopped saying it',
    'we gave up “Board”',
    'dropped that word',
    'people once called it so',
    'still bears the name',
    'before 2019',
  ])('%s', (words) => {
    expect(isHistoric(words)).toBe(true)
    expect(isHistoric(words.toUpperCase())).toBe(true)
  })

  test.each(['tell the Board', 'the Board takes its time', 'in the place where we swim', 'a new form', 'we use it'])(
    'but not in "%s"',
    (words) => {
      expect(isHistoric(words)).toBe(false)
    },
  )

  test.each([
    ['The Board has kept its name.', true],
    ['The partnership kept its old name.', true],
    ['The council keeps its own name.', true],
    ['The body retains its name.', true],
    ['It still retained its former name.', true],
    ['They have kept their name.', true],
    ['That keeps its name.', true],
    ['The lead kept its name.', false],
    ['It changed its name.', false],
  ])('and "%s" says of the one before that it never changed: %s', (words, keeps) => {
    expect(keepsItsName(words)).toBe(keeps)
  })
})

describe('a stage', () => {
  const told = (stages: readonly StageWords[]) => stages.map(({order, from, to}) => `${order} ${from} > ${to}`)

  test.each([
    ['Stage 1: our lead speaks to their manager.', ['1 lead > manager']],
    ['Step two – the lead talks with the manager', ['2 lead > manager']],
    ['Level iii: coach rings social worker', ['3 coach > social worker']],
    ['Tier 4 the chair contacts the director', ['4 chair > director']],
    ['Phase five: chair raises it with director', ['5 chair > director']],
    ['Rung 6: chair raises the matter with director', ['6 chair > director']],
    ['Round 1: chair raises the concern with director', ['1 chair > director']],
    ['Informal stage 1: worker writes to worker', ['1 worker > worker']],
    ['Stage 1: chair goes to director', ['1 chair > director']],
    ['Stage 1: chair takes it to director', ['1 chair > director']],
    ['Stage 1: chair takes the matter to director', ['1 chair > director']],
    ['Stage 1: chair meets director', ['1 chair > director']],
    ['Stage 1: chair escalates to director', ['1 chair > director']],
    ['Stage 1: chair escalates this to director', ['1 chair > director']],
    ['Stage 1: chair discusses the matter with director', ['1 chair > director']],
    ['Stage 1: chair refers it to director', ['1 chair > director']],
    ['Stage 1: chair approaches director', ['1 chair > director']],
    ['Stage 1: chair emails director', ['1 chair > director']],
    ['Stage 1: chair calls director', ['1 chair > director']],
    ['Stage 1: chair should speak to director', ['1 chair > director']],
    ['Stage 1: chair will speak to director', ['1 chair > director']],
    ['Stage 1: chair must speak to director', ['1 chair > director']],
    ['Stage 1: chair may speak to director', ['1 chair > director']],
    ['Stage 1: chair → director', ['1 chair > director']],
    ['Stage 1: chair -> director', ['1 chair > director']],
    ['Stage 1: chair => director', ['1 chair > director']],
    ['Stage 1: chair to director', ['1 chair > director']],
    ['Stage 1: chair speaks to director within a day', ['1 chair > director']],
    ['Stage 1: chair speaks to director by noon', ['1 chair > director']],
    ['Stage 1: chair speaks to director who decides', ['1 chair > director']],
    ['Stage 1: chair speaks to director and waits', ['1 chair > director']],
    ['Stage 1: chair speaks to director the same day', ['1 chair > director']],
    ['Stage 1: chair speaks to director no later than noon', ['1 chair > director']],
    ['Stage 1: aa speaks to bb; stage 2: cc speaks to dd.', ['1 aa > bb', '2 cc > dd']],
    ['(a) Stage 1: chair speaks to director', ['1 chair > director']],
    ['Children: stage 1: chair speaks to director', ['1 chair > director']],
    ['Adults stage 1: chair speaks to director', ['1 chair > director']],
    ['And stage 1: chair speaks to director', ['1 chair > director']],
    ['As in stage 1: chair speaks to director', []],
    ['We are at stage 1.', []],
    ['Stage 1a: chair speaks to director', ['1 chair > director']],
    ['Stage 12: chair speaks to director', []],
    ['Stages one and two', ['1 null > null']],
    ['Stage fright is common.', []],
  ])('%s', (text, expected) => {
    expect(told(stagesIn(text))).toEqual(expected)
  })

  test.each([
    ['1.', 1],
    ['(ii)', 2],
    ['iv', 4],
    ['12.', 12],
    ['Third', 3],
    ['a)', null],
    [null, null],
  ])('is the item %s of a list: %s', (label, order) => {
    expect(stageOfItem('our lead speaks to the manager', label)?.order ?? null).toBe(order)
  })

  test.each([
    ['Formal stage 1', 'formal', null],
    ['informal step 2b', 'informal', 'b'],
    ['Step 4A: all', null, 'a'],
    ['Stage two', null, null],
    ['3c', null, 'c'],
  ])('is marked as it is printed: %s', (value, formality, branch) => {
    expect(stageMark(value)).toEqual({formality, branch})
  })
})

describe('a ladder told as a story', () => {
  const told = (text: string) =>
    proseStagesIn(text).map(({order, from, to, value}) => `${order} ${from} > ${to}: ${value}`)

  test('has a stage for each clause in which somebody takes it to somebody', () => {
    expect(
      told(
        'First our lead talks to their team manager, then the chair writes to the head of service, and after that the board decides.',
      ),
    ).toEqual([
      '1 lead > team manager: First our lead talks to their team manager',
      '2 chair > head of service: then the chair writes to the head of service',
      '3 null > board: and after that the board decides.',
    ])
  })

  test.each([
    ['one only', 'First our lead talks to their team manager.'],
    ['none that leads outside', 'First our lead talks to the coach, then the coach talks to the chair.'],
    [
      'what follows without a word for it',
      'Our lead talks to their team manager. The chair writes to the head of service.',
    ],
    ['none', 'We care.'],
  ])('is no ladder: %s', (_, text) => {
    expect(told(text)).toEqual([])
  })

  test.each([
    'then',
    'next',
    'after that',
    'finally',
    'failing that',
    'failing this',
    'if that fails',
    'if they do not agree',
    'if nothing comes of it',
    'if the matter goes on',
    'and then',
    'but if it is not settled',
  ])('goes on with "%s"', (word) => {
    expect(told(`Our lead talks to their team manager. ${word} the chair writes to the head of service.`)).toHaveLength(
      2,
    )
  })

  test.each([
    'team manager',
    'head of care',
    'assistant director',
    'director of care',
    'social worker',
    'social care',
    'council',
    'agency',
    'partnership',
    'board',
    'scrutineer',
    'opposite number',
    'service manager',
    'safeguarding unit',
  ])('leads outside to the %s', (body) => {
    expect(told(`First our lead talks to the coach, then the chair writes to the ${body}.`)).toHaveLength(2)
  })

  test.each(['decides', 'decide', 'rules', 'has the last word', 'will decide', 'settles it'])(
    'ends with who %s',
    (words) => {
      expect(told(`First our lead talks to their team manager, then the board ${words}.`)[1]).toMatch(
        /^2 null > board:/,
      )
    },
  )

  test.each(['it goes to', 'it is taken to', 'it passes to'])('ends where %s somebody', (words) => {
    expect(told(`First our lead talks to their team manager, then ${words} the board.`)[1]).toMatch(/^2 null > board:/)
  })
})
