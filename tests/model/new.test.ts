import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {type Answers, interview, modelFrom, questionsFor} from '../../src/new-model.js'
import {contactLine} from '../../src/procedures/new/contact-line.js'
import {limitLine} from '../../src/procedures/new/limit-line.js'
import {stageLine, toldLine} from '../../src/procedures/new/stage-line.js'
import {packs} from '../support/pack.js'

const modelOf = (answers: Answers) => parse(modelFrom(answers, 'm.yaml', packs(), '2026-11-23').content)

/** Every question answered with its own example, and three stages. */
function byExample(change: Answers = {}): Answers {
  let answers: Answers = change
  for (;;) {
    const next = questionsFor(answers).find(({key}) => answers[key] === undefined)
    if (!next) return answers
    answers = {...answers, [next.key]: /-stage-4$/.test(next.key) ? '' : next.example}
  }
}

describe('a line as a website prints it', () => {
  test.each([
    ['Northmoor MASH, 01632 960301', {name: 'Northmoor MASH', phone: '01632 960301'}],
    [
      'EDT; 01632 960302; 01632 960303; edt@x.example; 5pm-9am, weekends and bank holidays',
      {
        name: 'EDT',
        phone: '01632 960302',
        otherPhones: ['01632 960303'],
        email: 'edt@x.example',
        hours: '5pm-9am, weekends and bank holidays',
      },
    ],
    [
      'Hub, MASH, www.x.example, https://www.x.example/referral-form',
      {name: 'Hub', aliases: ['MASH'], url: 'https://www.x.example', formUrl: 'https://www.x.example/referral-form'},
    ],
    ['Police, 101', {name: 'Police', phone: '101'}],
  ])('%s', (text, value) => expect(contactLine(text)).toEqual({value}))

  test.each([
    ['01632 960301', /its name is missing/],
    ['MASH, 01632 96030', /has 10 digits/],
    ['MASH, mash@northmoor', /lacks the end of its host/],
  ])('%s cannot be', (text, why) => expect(contactLine(text)).toEqual({refusal: expect.stringMatching(why)}))

  test.each([
    ['2 working days', {value: 2, unit: 'working-days'}],
    ['within one working day', {value: 1, unit: 'working-days'}],
    ['24 hours', {value: 24, unit: 'hours'}],
    ['the same working day', {value: 0, unit: 'working-days'}],
    ['48 hours (two working days)', {value: 48, unit: 'hours', words: '48 hours (two working days)'}],
    ['without delay', {words: 'without delay'}],
    ['acceptable to both', {words: 'acceptable to both'}],
  ])('%s', (text, value) => expect(limitLine(text)).toEqual({value}))
  test('no length of time cannot be', () => expect(limitLine('soonish')).toHaveProperty('refusal'))

  test.each([
    [
      'practitioner to team manager, 2 working days',
      {fromRole: 'practitioner', toRole: 'team manager', maxDuration: {value: 2, unit: 'working-days'}},
    ],
    [
      'lead with head of service: immediately',
      {fromRole: 'lead', toRole: 'head of service', maxDuration: {words: 'immediately'}},
    ],
    ['independent chair', {toRole: 'independent chair'}],
  ])('%s', (text, value) => expect(stageLine(text)).toEqual({value}))

  test('how a partnership is told', () => {
    expect(toldLine('stage 3, e@x.example')).toEqual({value: {notifyStage: 3, notifyContact: {email: 'e@x.example'}}})
    expect(toldLine('somehow')).toHaveProperty('refusal')
  })
})

describe('the model', () => {
  test('of every answer validates, and holds each', () => {
    const model = modelOf(byExample())
    expect(model).toMatchObject({
      id: 'northmoor-2026',
      audience: ['children', 'adults'],
      provenance: {sourceUrl: 'https://www.northmoorscp.example/procedures', retrievedOn: '2026-11-23'},
      contacts: {lado: {name: 'Northmoor LADO', phone: '01632 960305'}},
      timescales: {ladoNotify: {value: 1, unit: 'working-days', trigger: 'allegation-known'}},
      escalation: {children: {notifyStage: 3}, adults: {notifyContact: {email: 'escalation@northmoorscp.example'}}},
      documents: {threshold: {title: 'Northmoor Levels of Need', edition: '2025'}},
    })
    expect(model.escalation.children.stages).toHaveLength(3)
    expect(model.provenance.verifiedOn).toBeUndefined()
  })

  test('says that it was verified only where somebody rang', () => {
    expect(modelOf(byExample({rang: 'yes'})).provenance).toMatchObject({
      verifiedOn: '2026-11-23',
      verifiedBy: 'Ann Lee, DSL',
      method: 'phone',
    })
  })

  test('asks of nobody who is not served, and takes one ladder for both', () => {
    expect(Object.keys(modelOf(byExample({audience: 'adults'})).contacts)).not.toContain('lado')
    expect(Object.keys(modelOf(byExample({'adults-same': 'yes'})).escalation)).toEqual(['joint'])
  })

  test('of the least that has to be said validates too', () => {
    const least = {area: 'X', audience: 'both', source: 'www.x.example', by: 'Ann', rang: 'no'}
    expect(Object.keys(modelOf(least))).toEqual(['id', 'title', 'extends', 'audience', 'area', 'provenance'])
  })

  test('takes hostile words as words', () => {
    expect(
      modelOf({area: 'A: #b "c" *d', audience: 'both', source: 'x.example', by: '- e', rang: 'yes'}),
    ).toMatchObject({
      area: {name: 'A: #b "c" *d'},
      provenance: {verifiedBy: '- e'},
    })
  })
})

describe('the questions', () => {
  /** Answers by a script; 'LEAVE' is Ctrl-C. Gives what was asked, told and kept. */
  async function talk(script: readonly string[], known: Answers = {}) {
    const lines = [...script]
    const told: string[] = []
    let kept: Answers = known
    const ask = async (question: string) => {
      told.push(question)
      const line = lines.shift()
      if (line === undefined || line === 'LEAVE') throw new Error('left')
      return line
    }
    const done = await interview(questionsFor, known, {
      ask,
      tell: async (text) => void told.push(text),
      save: async (answers) => {
        kept = answers
      },
    }).catch(() => null)
    return {done, kept, told: told.join('')}
  }

  test('can be left and taken up again', async () => {
    const first = await talk(['Northmoor', 'children', '', 'LEAVE'])
    expect(first.kept).toEqual({area: 'Northmoor', audience: 'children', lscp: ''})
    const again = await talk(['LEAVE'], first.kept)
    expect(again.told).toContain('Where do concerns about a child go')
    expect(again.told).not.toContain('What is your area called')
  })

  test('go back, show an example, and ask again what cannot be', async () => {
    const {kept, told} = await talk(['Northmor', 'back', 'Northmoor', '?', 'dogs', '', 'both', 'LEAVE'])
    expect(kept).toEqual({area: 'Northmoor', audience: 'both'})
    expect(told).toContain('An answer like: both')
    expect(told).toContain('That cannot be: write children, adults or both.')
    expect(told).toContain('That cannot be: this one is needed.')
  })

  test('end with all that was asked', async () => {
    const {done} = await talk([], byExample())
    expect(done).toEqual(byExample())
  })
})
