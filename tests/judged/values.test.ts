import {describe, expect, test} from 'vitest'
import type {Contact} from '../../src/model/facts.js'
import {
  isComparable,
  isNeighboursTwin,
  isRight,
  neighbourOf,
  ownerName,
  sameSort,
  writtenValues,
} from '../../src/requirements/contact-values.js'
import type {Grounds} from '../../src/requirements/kind.js'
import {expectedOf, hostOf, localContacts, localFactsAt, localNames} from '../../src/requirements/local.js'
import {areaOf} from '../support/grounds.js'

const model = areaOf({
  contacts: {
    childrenFrontDoor: {
      name: "Children's Desk",
      aliases: ['The Desk', 'CD'],
      phone: '01632 960011',
      otherPhones: ['+44 7700 900011'],
      email: 'Desk@Cragwell.example',
      otherEmails: ['Secure@cragwell.example'],
      url: 'https://www.cragwell.example/desk/',
      formUrl: 'https://forms.cragwell.example/refer',
    },
    adultsFrontDoor: {name: 'Adult Desk', phone: '01632 960012'},
    lado: {name: 'LADO', provenance: {source: 'a call', verifiedOn: '2026-10-01'}},
    idva: {name: 'Safe Homes'},
  },
  partnerships: {lscp: {name: 'Cragwell SCP'}, sab: {name: 'Cragwell SAB', url: 'https://cragwellsab.example'}},
  escalation: {
    children: {title: 'Ladder', stages: [], notifyContact: {name: 'Business unit', email: 'unit@cragwell.example'}},
  },
  forums: {
    marac: {name: 'MARAC', aliases: ['risk conference'], contact: 'marac@cragwell.example'},
    marm: {name: 'MARM', contact: '01632 960055'},
    channel: {name: 'Channel', contact: 'https://channel.example/refer'},
    panel: {name: 'Panel', contact: 'www.panel.example'},
    group: {name: 'Group', contact: 'the group office'},
  },
  neighbours: [
    {name: 'Marram', phones: ['01632 960777'], emails: ['Desk@marram.example'], domains: ['marramscp.example']},
    {name: 'Tidewell'},
  ],
  provenance: {source: 'the website', verifiedOn: '2026-09-01'},
})
const grounds = {model} as Grounds
const contact = (kind: Contact['kind'], normalised: string) => ({kind, normalised, value: normalised}) as Contact
const [desk] = localFactsAt(model, 'contacts.childrenFrontDoor')
const [adults] = localFactsAt(model, 'contacts.adultsFrontDoor')
const [lado] = localFactsAt(model, 'contacts.lado')

describe('a local fact as a check compares it', () => {
  test('has its names, and its numbers and addresses in normal form', () => {
    expect(desk).toEqual({
      path: 'contacts.childrenFrontDoor',
      names: ["Children's Desk", 'The Desk', 'CD'],
      phones: ['01632960011', '07700900011'],
      emails: ['desk@cragwell.example', 'secure@cragwell.example'],
      urls: ['cragwell.example/desk', 'forms.cragwell.example/refer'],
      audience: 'children',
      provenance: {source: 'the website', verifiedOn: '2026-09-01'},
    })
  })

  test('is dated by itself where it says so', () => {
    expect(lado!.provenance).toEqual({source: 'a call', verifiedOn: '2026-10-01'})
  })

  test.each([
    ['contacts.childrenFrontDoor', 'children'],
    ['contacts.lado', 'children'],
    ['partnerships.lscp', 'children'],
    ['contacts.adultsFrontDoor', 'adults'],
    ['partnerships.sab', 'adults'],
    ['contacts.idva', null],
    ['escalation.*.notifyContact', 'children'],
  ] as const)('%s is for %s', (path, audience) => {
    expect(localFactsAt(model, path).map((fact) => fact.audience)).toEqual([audience])
  })

  test('of a single value is what the value looks like, by the name of its owner', () => {
    const at = (forum: string) => {
      const [fact] = localFactsAt(model, `forums.${forum}.contact`)
      return [fact!.path, fact!.names, fact!.phones, fact!.emails, fact!.urls]
    }
    expect(at('marac')).toEqual([
      'forums.marac.contact',
      ['MARAC', 'risk conference'],
      [],
      ['marac@cragwell.example'],
      [],
    ])
    expect(at('marm')).toEqual(['forums.marm.contact', ['MARM'], ['01632960055'], [], []])
    expect(at('channel')).toEqual(['forums.channel.contact', ['Channel'], [], [], ['channel.example/refer']])
    expect(at('panel')).toEqual(['forums.panel.contact', ['Panel'], [], [], ['panel.example']])
    expect(at('group')).toEqual(['forums.group.contact', ['the group office'], [], [], []])
  })

  test('is nowhere at a path that the model does not hold', () => {
    expect(localFactsAt(model, 'contacts.nowhere')).toEqual([])
  })

  test('may be a helpline of the nation', () => {
    const childline = localFactsAt(model, 'national.helplines').find(({names}) => names.includes('Childline'))
    expect([childline?.path, childline?.phones]).toEqual(['national.helplines.childline', ['08001111']])
  })

  test('is one for each service, and has a name for each that is longer than a few letters', () => {
    expect(localContacts(model).map(({path}) => path)).toEqual([
      'contacts.childrenFrontDoor',
      'contacts.adultsFrontDoor',
      'contacts.lado',
      'contacts.idva',
    ])
    expect(localNames(model)).toEqual([
      {path: 'contacts.childrenFrontDoor', name: "Children's Desk"},
      {path: 'contacts.childrenFrontDoor', name: 'The Desk'},
      {path: 'contacts.adultsFrontDoor', name: 'Adult Desk'},
      {path: 'contacts.lado', name: 'LADO'},
      {path: 'contacts.idva', name: 'Safe Homes'},
    ])
  })

  test('is told in a finding with its source', () => {
    expect(expectedOf(model, 'contacts.idva.name', 'Safe Homes', lado!.provenance)).toEqual({
      fact: 'contacts.idva.name',
      value: 'Safe Homes',
      source: {title: 'a call', url: null, verifiedOn: '2026-10-01'},
    })
  })
})

test.each([
  ['desk@cragwell.example', 'cragwell.example'],
  ['desk@CRAGWELL.example', 'cragwell.example'],
  ['https://www.Cragwell.example/desk?a=1', 'cragwell.example'],
  ['cragwell.example/desk', 'cragwell.example'],
])('the host of %s is %s', (address, host) => {
  expect(hostOf(address)).toBe(host)
})

test('values are told as people write them', () => {
  expect(writtenValues(desk!, 'name')).toEqual(["Children's Desk"])
  expect(writtenValues(desk!, 'phone')).toEqual(['01632 960011', '07700 900011'])
  expect(writtenValues(desk!, 'email')).toEqual(['desk@cragwell.example', 'secure@cragwell.example'])
  expect(writtenValues(desk!, 'url')).toEqual(['cragwell.example/desk', 'forms.cragwell.example/refer'])
  const short = {...desk!, phones: ['08001111', '016329600111', '101', '08004960001', '03004960001', '02079460018']}
  expect(writtenValues(short, 'phone')).toEqual([
    '08001111',
    '016329600111',
    '101',
    '0800 496 0001',
    '0300 496 0001',
    '020 7946 0018',
  ])
})

describe('a contact that was read', () => {
  test.each([
    ['phone', '01632960011', true],
    ['phone', '07700900011', true],
    ['phone', '01632960012', false],
    ['email', 'secure@cragwell.example', true],
    ['email', 'other@cragwell.example', false],
    ['url', 'cragwell.example/desk', true],
    ['url', 'cragwell.example/other-page', true],
    ['url', 'elsewhere.example/desk', false],
  ] as const)('%s %s is the local one: %s', (kind, value, right) => {
    expect(isRight(contact(kind, value), desk!)).toBe(right)
  })

  test.each([
    ['a number where the model has one', 'phone', '01632960099', true],
    ['an address for mail where the model has one', 'email', 'a@b.example', true],
    ['999', 'phone', '999', false],
    ['112', 'phone', '112', false],
    ['a web page that nobody knows', 'url', 'elsewhere.example', false],
    ['the web page of an abolished board', 'url', 'www.cragwell-lscb.example', true],
    ['the web page of a neighbour', 'url', 'marramscp.example/refer', true],
    ['a web page below that of a neighbour', 'url', 'www.marramscp.example', true],
    ['a web page whose name only ends like that of a neighbour', 'url', 'notmarramscp.example', false],
  ] as const)('can be compared or not: %s', (_, kind, value, comparable) => {
    expect(isComparable(contact(kind, value), desk!, grounds)).toBe(comparable)
  })

  test('cannot be compared where the model has none of its sort', () => {
    expect(isComparable(contact('phone', '01632960099'), lado!, grounds)).toBe(false)
    expect(isComparable(contact('email', 'a@b.example'), adults!, grounds)).toBe(false)
  })

  test.each([
    ['phone', '01632960777', 'Marram'],
    ['email', 'desk@marram.example', 'Marram'],
    ['email', 'anybody@marramscp.example', 'Marram'],
    ['url', 'training.marramscp.example', 'Marram'],
    ['phone', '01632960011', undefined],
    ['email', 'anybody@marram.example', undefined],
  ] as const)('%s %s is the neighbour %s', (kind, value, name) => {
    expect(neighbourOf(contact(kind, value), model)?.name).toBe(name)
  })

  test('is a twin of the local address where only its host is a neighbour', () => {
    expect(isNeighboursTwin(contact('email', 'desk@marramscp.example'), desk!, grounds)).toBe(true)
    expect(isNeighboursTwin(contact('email', 'other@marramscp.example'), desk!, grounds)).toBe(false)
    expect(isNeighboursTwin(contact('email', 'desk@elsewhere.example'), desk!, grounds)).toBe(false)
    expect(isNeighboursTwin(contact('email', 'desk@cragwell.example'), desk!, grounds)).toBe(false)
    expect(isNeighboursTwin(contact('phone', '01632960777'), desk!, grounds)).toBe(false)
    const board = {...desk!, urls: ['cragwellscp.example']}
    expect(isNeighboursTwin(contact('url', 'marramscp.example'), board, grounds)).toBe(true)
    expect(isNeighboursTwin(contact('url', 'cragwellscp.example'), board, grounds)).toBe(false)
    expect(
      isNeighboursTwin(contact('url', 'marramscp.example'), {...desk!, urls: ['cragwellsab.example']}, grounds),
    ).toBe(false)
    expect(isNeighboursTwin(contact('url', 'elsewherescp.example'), board, grounds)).toBe(false)
  })

  test('is told by whose it is', () => {
    expect(ownerName(contact('phone', '01632960777'), grounds)).toBe("Marram's")
    expect(ownerName(contact('phone', '01632960012'), grounds)).toBe('the one for Adult Desk')
    expect(ownerName(contact('phone', '01632960099'), grounds)).toBeNull()
  })

  test('is put right by a value of its own sort, else by the name', () => {
    expect(sameSort(contact('phone', '1'), desk!)).toBe('01632 960011')
    expect(sameSort(contact('email', 'a'), desk!)).toBe('desk@cragwell.example')
    expect(sameSort(contact('url', 'a'), desk!)).toBe('cragwell.example/desk')
    expect(sameSort(contact('email', 'a'), adults!)).toBe('Adult Desk')
    expect(sameSort(contact('email', 'a'), {...adults!, names: []})).toBe('')
  })
})
