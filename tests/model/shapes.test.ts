import {readdirSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import type {ProceduresModel} from '../../src/model/procedures.js'
import {readOrganisation} from '../../src/read/organisation.js'
import {readProcedures} from '../../src/read/procedures.js'
import {fixture} from '../support/model.js'
import {packs} from '../support/pack.js'

const folder = new URL('../../fixtures/models/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.includes('.procedures.'))

function modelOf(...names: readonly string[]): ProceduresModel {
  return readProcedures(
    names.map((name) => fixture(`models/${name}.procedures.yaml`)),
    packs(),
  )
}

test.each(files.filter((name) => !name.startsWith('district')))('%s loads', (name) => {
  const model = readProcedures([fixture(`models/${name}`)], packs())
  expect(model.local).toBe(true)
  expect(model.requirements).toHaveLength(packs().england!.requirements.length)
})

test('a profile may be a name alone', () => {
  expect(readOrganisation(fixture('models/club-bare.organisation.yaml'))).toMatchObject({
    name: 'Larkfield Walking Club',
    profile: [],
  })
})

describe('what real areas say', () => {
  test('a joint board stands for both partnerships, and its ladder for both groups', () => {
    const {partnerships, escalation, registers} = modelOf('joint-board')
    expect(partnerships.lscp?.name).toBe('Saltmarsh Joint Safeguarding Board')
    expect(partnerships.sab).toEqual(partnerships.lscp)
    expect(escalation.adults).toEqual(escalation.children)
    expect(Object.keys(escalation)).toEqual(['children', 'adults'])
    const former = registers.obsoleteTerms.find(({id}) => id.startsWith('former-name'))
    expect(former).toMatchObject({
      terms: ['Saltmarsh Local Children Board', 'Saltmarsh Adult Protection Committee'],
      replacement: 'Saltmarsh Joint Safeguarding Board',
      since: '2020-04',
    })
  })

  test('both units stay, where both are printed', () => {
    expect(modelOf('joint-board').escalation.children?.stages[0]?.maxDuration).toMatchObject({
      value: 48,
      unit: 'hours',
      sameAs: {value: 2, unit: 'working-days'},
    })
  })

  test('disputes of other kinds are kept apart from the escalation', () => {
    const {escalation, otherDisputes} = modelOf('sibling-disputes')
    expect(Object.keys(escalation)).toEqual(['children'])
    expect(Object.keys(otherDisputes ?? {})).toEqual(['reviewingOfficer', 'conference', 'reviewDispute'])
    expect(escalation.children?.related?.[0]?.see).toBe('escalation.reviewingOfficer')
  })

  test('steps come before, branch, and may be entered from the side', () => {
    const stages = modelOf('steps-and-branches').escalation.adults?.stages ?? []
    expect(stages.map(({order, label, when}) => label ?? when ?? order)).toEqual([0, 1, 2, 3, '4a', '4b'])
    expect(stages[3]?.mayEnterAt).toEqual(['named nurse', 'named GP'])
  })

  test('a step has several clocks; the one in which the other side answers is its limit', () => {
    const {stages = [], overallMax} = modelOf('several-clocks').escalation.children ?? {}
    expect(stages[0]?.clocks?.map(({event, owner}) => [event, owner])).toEqual([
      ['raise', 'raising agency'],
      ['respond', 'receiving agency'],
      ['write-up', 'receiving agency'],
    ])
    expect(stages.map(({maxDuration}) => maxDuration?.value ?? maxDuration?.words)).toEqual([
      3,
      2,
      'without delay',
      'within a time acceptable to both',
    ])
    expect(stages[2]?.clocks?.[0]?.byPriority).toHaveLength(2)
    expect(overallMax).toMatchObject({value: 1, unit: 'weeks', qualifier: 'whichever is less'})
  })

  test('a list of stages alone is an escalation, in its own order, for everybody', () => {
    const {children, adults} = modelOf('roles-by-agency').escalation
    expect(children?.stages.map(({order}) => order)).toEqual([1, 2, 3])
    expect(adults).toEqual(children)
    expect(children?.stages[1]?.rolesByAgency).toHaveProperty('police', 'detective sergeant')
  })

  test('one procedure serves those whom the model is for', () => {
    expect(Object.keys(modelOf('mediated-ending').escalation)).toEqual(['adults'])
  })

  test('a fact has the provenance of its file with its own over it', () => {
    const {contacts, timescales} = modelOf('document-control')
    expect(contacts.lado?.provenance).toMatchObject({
      source: 'Lowmoor procedures manual',
      verifiedOn: '2026-11-03',
      method: 'phone',
    })
    expect(timescales.pipotNotify?.provenance?.source).toBe('PiPoT framework')
    expect(contacts.prevent).toMatchObject({status: 'draft', quotation: 'Prevent team: 01632 960342'})
  })

  test('channels fill the short form', () => {
    expect(modelOf('channels').contacts.childrenFrontDoor).toMatchObject({
      phone: '01632 960361',
      otherPhones: ['01632 960362'],
      email: 'advice@thirlby.example',
      formUrl: 'https://www.thirlby.example/portal',
      hours: 'Mon-Thu 8.45am-5pm',
    })
  })

  test('guidance and terms join the register, dated and sourced', () => {
    const {editions, obsoleteTerms} = modelOf('guidance-and-terms').registers
    expect(editions.at(-1)).toMatchObject({id: 'wharfholme-thresholds', current: '2026', kind: 'guidance'})
    expect(obsoleteTerms.slice(-2)).toMatchObject([
      {id: 'wharfholme-front-door', source: 'Wharfholme partnership website', seenOn: '2026-10-01'},
      {id: 'former-name-lscp', terms: ['Wharfholme Children Board'], since: '2021-09'},
    ])
  })

  test('a limit in words alone has no number', () => {
    expect(modelOf('adults-only').timescales.adultConcern).toEqual({
      value: null,
      unit: null,
      words: 'the same working day',
    })
  })
})
