import {describe, expect, test} from 'vitest'
import {runtimeNames} from '../../src/compare/names.js'
import {withOwnPeople} from '../../src/compare/own-people.js'
import type {Organisation, ProceduresModel} from '../../src/model/procedures.js'
import {areaOf, groundsOf} from '../support/grounds.js'

const us = (roles: object) => ({name: 'Us', path: 'o.yaml', profile: [], roles}) as unknown as Organisation

describe('the names that a class of words takes on for one run', () => {
  const model = areaOf({
    contacts: {lado: {name: 'Allegations Desk', aliases: ['The Desk']}},
    lexicon: {
      lado: {words: ['lado'], local: ['contacts.lado']},
      lead: {words: ['lead'], people: ['dsl']},
      deputy: {words: ['deputy'], people: ['deputy']},
      board: {words: ['board'], people: ['board-lead', 'chair']},
      lscp: {words: ['partnership'], local: ['partnerships.lscp']},
      sab: {words: ['board'], local: ['partnerships.sab']},
      plain: {words: ['word']},
    },
  } as Partial<ProceduresModel>)
  const of = (lines: string, roles: object = {}) => runtimeNames(model, us(roles), groundsOf(`# P\n\n${lines}\n`).facts)

  test('are the local names of a service', () => {
    expect(of('We care.')).toEqual({lado: ['Allegations Desk', 'the Desk', 'The Desk']})
  })

  test('are short where no other service ends so', () => {
    const two = areaOf({
      contacts: {lado: {name: 'Allegations Desk'}, childrenFrontDoor: {name: 'Night Desk'}},
      lexicon: {lado: {words: ['LADO'], local: ['contacts.lado']}},
    } as unknown as Partial<ProceduresModel>)
    expect(runtimeNames(two, null, groundsOf('# P\n\nWe care.\n').facts)).toEqual({lado: ['Allegations Desk']})
  })

  test.each([
    ['dsl', {dsl: {name: 'Hannah Okafor'}}, 'lead'],
    ['deputy', {deputyDsls: [{name: 'Hannah Okafor'}]}, 'deputy'],
    ['board-lead', {boardLead: {name: 'Hannah Okafor'}}, 'board'],
    ['chair', {chair: {name: 'Hannah Okafor'}}, 'board'],
  ])('are those of the %s of the register, whole and first', (_, roles, name) => {
    expect(of('We care.', roles)[name]).toEqual(['Hannah Okafor', 'Hannah'])
  })

  test.each([
    ['Hannah Okafor', ['Hannah Okafor', 'Hannah']],
    ['Mrs Hannah Okafor', ['Hannah Okafor', 'Hannah']],
    ['Revd. Hannah Okafor', ['Hannah Okafor', 'Hannah']],
    ['Jaswinder (Jas) Gill', ['Jaswinder Gill', 'Jaswinder', 'Jas']],
    ['Will Ashby', ['Will Ashby']],
    ['Grace Ashby', ['Grace Ashby']],
    ['J Ashby', ['J Ashby']],
    ['Hannah', ['Hannah']],
  ])('are what people are called: %s', (name, called) => {
    expect(of('We care.', {dsl: {name}}).lead).toEqual(called)
  })

  test.each('Mr Mrs Ms Miss Mx Dr Rev Revd Reverend Fr Prof'.split(' '))('leave out %s', (title) => {
    expect(of('We care.', {dsl: {name: `${title} Ann Poole`}}).lead).toEqual(['Ann Poole', 'Ann'])
  })

  test.each(
    'art august bill chance chase christian dawn dean drew faith frank grace grant guy harry hope iris jack joy june lance mark may miles pat patience penny pip rich rob rose rusty sandy say sue summer trust victor will young'.split(
      ' ',
    ),
  )('leave out the first name %s, which is a word too', (word) => {
    expect(of('We care.', {dsl: {name: `${word} Poole`}}).lead).toEqual([`${word} Poole`])
  })

  test('are those whom the policy names too, each once', () => {
    expect(of('Our Safeguarding Lead is Priya Nair.', {dsl: {name: 'Hannah Okafor'}}).lead).toEqual([
      'Hannah Okafor',
      'Hannah',
      'Priya Nair',
      'Priya',
    ])
    expect(of('Our Safeguarding Lead is Priya Nair.', {dsl: {name: 'Priya Nair'}}).lead).toEqual([
      'Priya Nair',
      'Priya',
    ])
    expect(of('The Deputy Safeguarding Lead is Priya Nair.').lead).toBeUndefined()
  })

  test('are the bodies that the policy names, with their letters', () => {
    const names = of(
      'We follow the Marram Vale Safeguarding Children Partnership and the Tidewell Safeguarding Adults Board.',
    )
    expect(names.lscp).toEqual(['Marram Vale Safeguarding Children Partnership', 'MVSCP'])
    expect(names.sab).toEqual(['Tidewell Safeguarding Adults Board', 'TSAB'])
    expect(of('We follow the Safeguarding Board.').sab).toBeUndefined()
  })
})

describe('the people of our own register, wherever the policy names them', () => {
  const roles = {
    dsl: {name: 'Hannah Okafor', title: 'Head'},
    deputyDsls: [{name: 'Tom Ashby'}],
    boardLead: {name: 'Helen Marsh'},
    chair: {name: 'Leonard Pike'},
  }
  const named = (lines: string, own: object | null = roles) => {
    const {facts, passages} = groundsOf(`# Policy\n\n${lines}\n`)
    const known = withOwnPeople(facts, [...passages.values()], own && us(own))
    return known.people.map(({role, title, name, span}) => `${role} ${title} ${name} ${span?.[0]}`)
  }

  test.each([
    ['the lead', 'Hannah Okafor listens to every concern.', ['dsl Head Hannah Okafor 0']],
    ['a deputy', 'Tell Tom Ashby of a concern.', ['deputy  Tom Ashby 5']],
    ['the board', 'Helen Marsh looks after safeguarding.', ['board-lead  Helen Marsh 0']],
    ['the chair', 'Leonard Pike looks after child protection.', ['chair  Leonard Pike 0']],
    ['welfare', 'Hannah Okafor looks after welfare.', ['dsl Head Hannah Okafor 0']],
    ['what protects', 'Hannah Okafor protects everybody.', ['dsl Head Hannah Okafor 0']],
    [
      'in their order',
      'Tom Ashby and Hannah Okafor hear concerns.\n\nTell Hannah Okafor of a concern.',
      ['deputy  Tom Ashby 0', 'dsl Head Hannah Okafor 14', 'dsl Head Hannah Okafor 5'],
    ],
    ['on something else', 'Hannah Okafor keeps the boats.', []],
    ['who approved it', 'The safeguarding policy was approved by Hannah Okafor.', []],
    ['somebody else', 'Priya Nair hears concerns.', []],
    ['who is read already', 'Our Safeguarding Lead is Hannah Okafor.', ['dsl Safeguarding Lead Hannah Okafor 25']],
  ])('%s', (_, lines, expected) => {
    expect(named(lines)).toEqual(expected)
  })

  test.each([
    'approved',
    'ratified',
    'adopted',
    'agreed',
    'signed',
    'author',
    'written',
    'reviewed',
    'version',
    'owner',
  ])('not beside "%s"', (word) => {
    expect(named(`Safeguarding, ${word}: Hannah Okafor.`)).toEqual([])
  })

  test('are counted under a heading on safeguarding', () => {
    expect(named('## Safeguarding\n\nHannah Okafor is there.')).toEqual(['dsl Head Hannah Okafor 0'])
  })

  test('may hold two posts, and need a whole name', () => {
    expect(named('Hannah Okafor hears concerns.', {dsl: roles.dsl, chair: {name: 'Hannah Okafor'}})).toEqual([
      'dsl Head Hannah Okafor 0',
      'chair  Hannah Okafor 0',
    ])
    expect(named('Hannah hears concerns.', {dsl: {name: 'Hannah'}})).toEqual([])
    expect(named('Hannah Okafor hears concerns.', {dsl: {name: ''}})).toEqual([])
    expect(named('Hannah Okafor hears concerns.', null)).toEqual([])
    expect(named('Hannah Okafor hears concerns.', {})).toEqual([])
  })
})
