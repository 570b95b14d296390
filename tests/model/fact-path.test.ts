import {describe, expect, test} from 'vitest'
import {fillWording} from '../../src/compare/wording.js'
import {factAt, localNames} from '../../src/model/fact-path.js'
import {readProcedures} from '../../src/read/procedures.js'
import {eastmere, england, fixture, larkfield} from '../support/model.js'
import {packs} from '../support/pack.js'

const model = eastmere()

describe('a path', () => {
  test('leads to a value and where it came from', () => {
    expect(factAt(model, 'contacts.lado.phone')).toEqual([
      {
        path: 'contacts.lado.phone',
        value: '01632 960455',
        source: {
          title: 'Eastmere partnership websites',
          url: 'https://www.eastmerescp.example/procedures',
          verifiedOn: '2026-10-06',
        },
      },
    ])
  })

  test('leads to many by a star', () => {
    expect(factAt(model, 'escalation.*.title').map(({path}) => path)).toEqual([
      'escalation.children.title',
      'escalation.adults.title',
    ])
    expect(factAt(model, 'escalation.children.stages.*.maxDuration')).toHaveLength(4)
  })

  test('that the model does not hold leads nowhere', () => {
    for (const path of ['contacts.nobody', 'constructor', 'contacts.lado.phone.x', '', 'toString.name'])
      expect(factAt(model, path)).toEqual([])
  })

  test("tells a fact's own provenance", () => {
    const own = readProcedures([fixture('models/document-control.procedures.yaml')], packs())
    expect(factAt(own, 'contacts.lado.phone')[0]?.source.verifiedOn).toBe('2026-11-03')
  })
})

test('names come with their aliases', () => {
  expect(localNames(model, 'contacts.lado')).toEqual([
    'LADO',
    'designated officer',
    'local authority designated officer',
  ])
  expect(localNames(model, 'partnerships.lscp.name')).toEqual(['Eastmere Safeguarding Children Partnership', 'ESCP'])
  expect(localNames(model, 'escalation.*.title')).toEqual([
    'ESCP Escalation Procedure',
    'Professional Challenge and Resolution Procedure',
    'ESAB Escalation Procedure',
    'Adult Safeguarding Resolution Protocol',
  ])
  expect(localNames(model, 'documents.threshold')[0]).toBe('The Eastmere Windscreen')
  expect(localNames(model, 'contacts.nobody')).toEqual([])
})

describe('wording', () => {
  test.each([
    ['{contacts.lado.name} on {contacts.lado.phone}', 'LADO on 01632 960455'],
    ['within {timescales.ladoNotify}', 'within one working day'],
    ['by {timescales.childReferral}', 'by the same working day'],
    ['within {timescales.adultConcern}', 'within 24 hours'],
    ['{documents.threshold.levels}', 'universal, early help, intensive and specialist'],
    ['{escalation.*.title}', 'ESCP Escalation Procedure (children) and ESAB Escalation Procedure (adults)'],
    ['{escalation.children.stages.1}', 'stage 2: safeguarding lead to team manager, two working days'],
    ['{organisation.roles.deputyDsls}', 'Owen Sharma (07700 900211)'],
    ['{organisation.nextReview}', '14 September 2027'],
    ['{contacts.childrenFrontDoor}', 'Eastmere MASH (01632 960451)'],
    ['{{not.a.slot}} and { this }', '{{not.a.slot}} and { this }'],
  ])('%s', (template, filled) => {
    expect(fillWording(template, model, larkfield())).toBe(filled)
  })

  test.each([
    ['{contacts.lado.phone}', '[LADO telephone]'],
    ['{timescales.ladoNotify}', '[time limit for telling the LADO]'],
    ['{escalation.children.title}', '[escalation procedure for children]'],
    ['{escalation.adults.stages.0.toRole}', '[with whom at stage 1 of the escalation procedure for adults]'],
    ['{partnerships.sab.url}', '[safeguarding adults board web address]'],
    ['{organisation.roles.chair.name}', '[chair name]'],
    ['{contacts.ownThing.formUrl}', '[own thing online form]'],
  ])('without a value: %s', (template, filled) => {
    expect(fillWording(template, england(), null)).toBe(filled)
  })

  test('of every requirement leaves no brace, with a model or without', () => {
    for (const {id, suggestedWording} of model.requirements) {
      expect(fillWording(suggestedWording, model, larkfield()), id).not.toMatch(/[{}]|\[object|undefined/)
      expect(fillWording(suggestedWording, england(), null), id).not.toMatch(/[{}]|\[object|undefined/)
    }
  })
})
