import {describe, expect, test} from 'vitest'
import {localValuesAt} from '../../src/compare/local-values.js'
import {fillWording} from '../../src/compare/wording.js'
import type {ProceduresModel} from '../../src/model/procedures.js'
import {readProcedures} from '../../src/read/procedures.js'
import {larkfield} from '../support/model.js'
import {packs} from '../support/pack.js'

const area = (more = ''): ProceduresModel =>
  readProcedures(
    [
      {
        path: 'm.yaml',
        bytes: new TextEncoder().encode(`id: a
title: A
audience: [children, adults]
provenance: {source: S, verifiedOn: 2026-11-01}
${more}`),
      },
    ],
    packs(),
  )

const full = area(`contacts:
  childrenFrontDoor: {name: Children's Desk, phone: 01632 960011, email: desk@cragwell.example}
  adultsFrontDoor: {name: Adult Desk, email: adults@cragwell.example}
  lado: {name: Allegations Desk}
timescales:
  childReferral: {value: 1, unit: working-days}
  adultConcern: {value: 24, unit: hours}
  ladoNotify: {value: 0, unit: working-days, words: before the day is out}
escalation:
  children:
    title: Cragwell Challenge Pathway
    stageNoun: step
    stages:
      - {order: 1, fromRole: worker, toRole: worker, maxDuration: {value: 1, unit: working-days}}
      - {order: 2, label: 2a, fromRoles: [lead, deputy], toRoles: [manager, duty manager], when: the family moves, optional: true}
      - {order: 3, toRole: head of service, ending: mediates}
      - {order: 4, fromRole: chair, ending: informed}
      - {order: 5, name: Panel, ending: unresolved, maxDuration: {value: null, unit: null, words: without delay}}
      - {order: 6, fromRole: chief executive, toRole: director, ending: decides}
`)

describe('a slot is filled with what the area says', () => {
  test.each([
    ['Ring {contacts.lado.name}.', 'Ring Allegations Desk.'],
    ['Ring {contacts.childrenFrontDoor}.', "Ring Children's Desk (01632 960011)."],
    ['Write to {contacts.adultsFrontDoor}.', 'Write to Adult Desk (adults@cragwell.example).'],
    ['Ring {contacts.lado.phone}.', 'Ring [LADO telephone].'],
    ['Refer within {timescales.childReferral}.', 'Refer within one working day.'],
    ['Refer within {timescales.adultConcern}.', 'Refer within 24 hours.'],
    ['Tell them {timescales.ladoNotify}.', 'Tell them before the day is out.'],
    ['Follow {escalation.children.title}.', 'Follow Cragwell Challenge Pathway.'],
    ['Not {{contacts.lado.name}} nor {a b}.', 'Not {{contacts.lado.name}} nor {a b}.'],
    ['Those are {contacts[].phone}.', 'Those are 01632 960011.'],
    [
      'See {escalation.children.stages}.',
      'See stage 1: worker to worker, one working day; stage 2a: lead or deputy to manager or duty manager; ' +
        'stage 3: head of service; stage 4: chair; stage 5: Panel, without delay; stage 6: chief executive to director.',
    ],
  ])('%s', (template, filled) => {
    expect(fillWording(template, full, null)).toBe(filled)
  })

  test('what differs between children and adults is said for each', () => {
    const both = area(`escalation:
  children: {title: Child Ladder, stages: [{order: 1, fromRole: a, toRole: b}]}
  adults: {title: Adult Ladder, stages: [{order: 1, fromRole: a, toRole: b}]}
`)
    expect(fillWording('Follow {escalation.*.title}.', both, null)).toBe(
      'Follow Child Ladder (children) and Adult Ladder (adults).',
    )
  })

  test('the values of the organisation are its own, dates as people write them', () => {
    const us = {...larkfield(), nextReview: '2027-05-03'}
    expect(fillWording('We are {org.name}.', full, us)).toBe(`We are ${us.name}.`)
    expect(fillWording('{org.nextReview}', full, us as never)).toMatch(/^(?:3 May 2027|\[date of the next review\])$/)
    expect(fillWording('We are {org.name}.', full, null)).toBe('We are [name].')
  })
})

describe('a ladder is told a paragraph a step', () => {
  test('without its limits', () => {
    expect(fillWording('{escalation.children.ladder}', full, null).split('\n\n')).toEqual([
      'Step 1 about a child: our worker speaks to the worker.',
      'Step 2a about a child (the family moves, may be left out): our lead or deputy speaks to the manager or duty manager.',
      'Step 3 about a child: the matter goes to the head of service, who mediates and does not decide.',
      'Step 4 about a child: our chair takes it further, who is informed and does not decide.',
      'Step 5 about a child: Panel, who does not decide; what stays unresolved is put on record.',
      'Step 6 about a child: our chief executive speaks to the director.',
    ])
  })

  test('with its limits', () => {
    const [first, second, , , fifth] = fillWording('{escalation.children.timedLadder}', full, null).split('\n\n')
    expect(first).toBe('Step 1 about a child: our worker speaks to the worker within one working day.')
    expect(second).toMatch(/duty manager\.$/)
    expect(fifth).toBe(
      'Step 5 about a child: Panel without delay, who does not decide; what stays unresolved is put on record.',
    )
  })

  test('in square brackets where there is no local procedure', () => {
    expect(fillWording('{escalation.adults.timedLadder}', readProcedures([], packs()), null).split('\n\n')).toEqual(
      [1, 2, 3].map(
        (at) =>
          `Stage ${at} about an adult: our [who raises it at stage ${at} of the escalation procedure for adults] speaks to the ` +
          `[with whom at stage ${at} of the escalation procedure for adults] within [time limit at stage ${at} of the escalation procedure for adults].`,
      ),
    )
  })

  test('a paragraph on a ladder that the area does not publish is left out, where it has the other', () => {
    const template = 'Both.\n\nOn {escalation.adults.title}.\n\nOn {escalation.children.title}.'
    expect(fillWording(template, full, null)).toBe('Both.\n\nOn Cragwell Challenge Pathway.')
    expect(fillWording('On {escalation.adults.title}.', full, null)).toBe('On [escalation procedure for adults].')
    expect(fillWording('{escalation.adults.title}\n\n{escalation.children.title}', area(), null)).toBe(
      '[escalation procedure for adults]\n\n[escalation procedure for children]',
    )
  })
})

test('local values are told by their shape', () => {
  const told = (path: string) => localValuesAt([path], full, null).map(({value}) => value)
  expect(told('contacts.childrenFrontDoor')).toEqual(["Children's Desk, 01632 960011, desk@cragwell.example"])
  expect(told('timescales.childReferral')).toEqual(['one working day'])
  expect(told('timescales.ladoNotify')).toEqual(['before the day is out'])
  expect(told('contacts.lado.phone')).toEqual([])
  const stages = told('escalation.children.stages')[0]!
  expect(stages).toMatch(
    /^order 1, from role worker, to role worker, max duration one working day; order 2, label 2a, /,
  )
  expect(stages).toContain('; order 3, to role head of service, ending mediates; ')
})
