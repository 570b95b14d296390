import {describe, expect, test} from 'vitest'
import type {Organisation, ProceduresModel} from '../../src/model/procedures.js'
import type {Check, Requirement} from '../../src/model/requirement.js'
import {groupAt, speaksOfOthers} from '../../src/requirements/group-at.js'
import {kindOf} from '../../src/requirements/index.js'
import type {Outcome} from '../../src/requirements/kind.js'
import {isForOutsiders} from '../../src/requirements/outsiders.js'
import {ownersOf} from '../../src/requirements/owners.js'
import {groundsOf} from '../support/grounds.js'

// Whose a number is, and whether it is the right one, in an invented area with two front doors and a neighbour.

const patterns = {
  'contacts.childrenFrontDoor': 'MASH | front door | @children-front-door-words',
  'contacts.adultsFrontDoor': 'adult social care | adult desk',
  'contacts.lado': 'LADO | designated officer',
  'contacts.childrenOutOfHours': 'night team',
}
const lexicon = {
  'children-front-door-words': {words: ["children's social care"], local: ['contacts.childrenFrontDoor']},
} as unknown as ProceduresModel['lexicon']
const check = (path: string, more: object = {}) =>
  ({
    kind: 'contact-matches',
    claim: 'how to reach it',
    facts: [path],
    fields: ['phone', 'email'],
    named: patterns[path as keyof typeof patterns] ?? 'nobody at all',
    ...more,
  }) as unknown as Check
const requirements = Object.keys(patterns).map(
  (path) =>
    ({
      id: path,
      title: path,
      audience: /adult/.test(path) ? 'adults' : 'children',
      checks: [check(path)],
    }) as unknown as Requirement,
)

const local: Partial<ProceduresModel> = {
  requirements,
  lexicon: {...groundsOf('').model.lexicon, ...lexicon},
  contacts: {
    childrenFrontDoor: {name: 'Cragwell Hub', phone: '01632 960011', email: 'hub@cragwell.example'},
    childrenOutOfHours: {name: 'Night Duty Team', phone: '01632 960012'},
    adultsFrontDoor: {name: 'Cragwell Adult Desk', phone: '01632 960013'},
    adultsOutOfHours: {name: 'Adult Night Line', phone: '01632 960014'},
    lado: {name: 'Allegations Officer', phone: '01632 960015', email: 'lado@cragwell.example'},
    fostering: {name: 'Private Fostering Worker', phone: '01632 960016'},
  },
  forums: {panel: {name: 'Risk Panel', contact: 'panel@cragwell.example'}},
  neighbours: [
    {
      name: 'Marram',
      phones: ['01632 960777'],
      domains: ['marram.example'],
      partnershipNames: ['Marram Safeguarding Board'],
    },
  ],
  area: {name: 'Cragwell'},
}

const markdown = (lines: string) => `# Safeguarding policy\n\n## Whom to ring\n\n${lines}\n`

interface Given {
  readonly path?: string
  readonly own?: object
  readonly area?: Partial<ProceduresModel>
  readonly us?: object
  readonly audience?: string
}

function judge(
  lines: string,
  {path = 'contacts.childrenFrontDoor', own = {}, area = {}, us, audience = 'children'}: Given = {},
): Outcome {
  const organisation = us ? ({name: 'Us', path: 'o', profile: [], ...us} as Organisation) : null
  const asked = check(path, own)
  const requirement = {id: path, title: '', audience, checks: [asked]} as unknown as Requirement
  return kindOf(asked).judge(asked, requirement, groundsOf(markdown(lines), {...local, ...area}, {organisation}))
}

const told = ({result, reason, remedy}: Outcome) => [result, reason, remedy].filter(Boolean).join(' | ')
const both = '01632 960011, hub@cragwell.example'

test("the other group's number is wrong in a row, whatever address stands beside it", () => {
  const row = (number: string) =>
    judge(
      `| For | Who | Number | Email |\n|---|---|---|---|\n| A child | Cragwell Hub (MASH) | ${number} | hub@cragwell.example |`,
    )
  expect(row('01632 960011').result).toBe('satisfied')
  expect(row('01632 960013').result).toBe('contradicted')
})

describe('what a policy gives for a service', () => {
  const right = 'satisfied | the policy gives the local number'
  const wrong = (value: string, whose = '') =>
    `contradicted | the policy gives ${value}${whose} where the local procedures give ${both} | Change ${value} to 01632 960011.`

  test.each([
    ['the local number', 'Ring MASH on 01632 960011.', right],
    ['the local number as it is dialled from abroad', 'Ring MASH on +44 1632 960011.', right],
    ['the local address', 'Write to MASH at hub@cragwell.example.', 'satisfied | the policy gives the local address'],
    ['the local number beside nobody', 'Ring 01632 960011.', right],
    ['a number of nobody', 'Ring MASH on 01632 960099.', wrong('01632 960099')],
    ['that of a neighbour', 'Ring MASH on 01632 960777.', wrong('01632 960777', ", which is Marram's,")],
    [
      'that of another service',
      'Ring MASH on 01632 960015.',
      wrong('01632 960015', ', which is the one for Allegations Officer,'),
    ],
    [
      'the right one and a wrong one',
      'Ring MASH on 01632 960011.\n\nRing MASH on 01632 960099.',
      wrong('01632 960099'),
    ],
    [
      'a wrong address',
      'Write to MASH at desk@cragwell.example.',
      `contradicted | the policy gives desk@cragwell.example where the local procedures give ${both} | Change desk@cragwell.example to hub@cragwell.example.`,
    ],
    [
      'the number of the night team, which is named',
      'MASH may be shut: ring the Night Duty Team on 01632 960012.',
      `weak | the policy names the service but gives no way to reach it | Give 01632 960011 or hub@cragwell.example.`,
    ],
    [
      'the number of those who are there at weekends',
      'MASH, at weekends: 01632 960012',
      `weak | the policy names the service but gives no way to reach it | Give 01632 960011 or hub@cragwell.example.`,
    ],
    [
      'our own telephone',
      'MASH may be shut: one of us carries the safeguarding telephone, 07700 900320.',
      `weak | the policy names the service but gives no way to reach it | Give 01632 960011 or hub@cragwell.example.`,
    ],
    [
      'the address of the panel',
      'MASH asks the panel at panel@cragwell.example.',
      `weak | the policy names the service but gives no way to reach it | Give 01632 960011 or hub@cragwell.example.`,
    ],
    [
      'the number of a neighbour for people there',
      'If a child lives in Marram, ring MASH on 01632 960777.',
      `weak | the policy names the service but gives no way to reach it | Give 01632 960011 or hub@cragwell.example.`,
    ],
    [
      '999',
      'In danger ring MASH on 999.',
      `weak | the policy names the service but gives no way to reach it | Give 01632 960011 or hub@cragwell.example.`,
    ],
    [
      'its name only',
      'Tell MASH.',
      `weak | the policy names the service but gives no way to reach it | Give 01632 960011 or hub@cragwell.example.`,
    ],
    [
      'a blank for its number, also where the number stands elsewhere',
      'MASH: 01632 960011\n\nCard: MASH XXXXX XXXXXX',
      'contradicted | a blank or a placeholder stands where the number should be | Give the number.',
    ],
    ['its number, and a blank for more', 'MASH: 01632 960011 or XXXXX XXXXXX', right],
    ['its number, and a line of a form', 'MASH: 01632 960011\n\nRung MASH at: ________', right],
    ['nothing', 'We care.', `absent | the policy does not give Cragwell Hub | Give Cragwell Hub, ${both}.`],
    [
      'the number for adults, in words about a child',
      'Where a child is harmed ring 01632 960013.',
      wrong('01632 960013', ', which is the one for Cragwell Adult Desk,'),
    ],
  ])('%s', (_, lines, expected) => {
    expect(told(judge(lines))).toBe(expected)
  })

  test('is called by its local name, where the name is asked too', () => {
    const own = {fields: ['name', 'phone']}
    expect(told(judge('Ring the Cragwell Hub on 01632 960011.', {own}))).toBe(right)
    expect(told(judge('Ring MASH on 01632 960011.', {own}))).toBe(
      'weak | the number is right, but the service is not called Cragwell Hub | Call it Cragwell Hub.',
    )
    expect(told(judge('Write to MASH at hub@cragwell.example.', {own: {fields: ['name', 'email']}}))).toBe(
      'weak | the address is right, but the service is not called Cragwell Hub | Call it Cragwell Hub.',
    )
    expect(told(judge('## Cragwell hub\n\nRing 01632 960011.', {own}))).toBe(right)
  })

  test('says what was looked for and what is expected', () => {
    const {searchedFor, expected} = judge('We care.')
    expect(searchedFor).toEqual(['Cragwell Hub', '01632 960011', 'hub@cragwell.example'])
    expect(expected.map(({fact, value}) => [fact, value])).toEqual([
      ['contacts.childrenFrontDoor.phone', '01632 960011'],
      ['contacts.childrenFrontDoor.email', 'hub@cragwell.example'],
    ])
    expect(judge('Tell MASH.').searchedFor).toEqual(['Cragwell Hub', '01632 960011', 'hub@cragwell.example'])
  })

  test('is shown twice at most', () => {
    const {evidence} = judge('Ring MASH on 01632 960011.\n\nAsk MASH on 01632 960011.\n\nCall MASH on 01632 960011.')
    expect(evidence.map(({quote}) => quote)).toEqual(['Ring MASH on 01632 960011.', 'Ask MASH on 01632 960011.'])
    const wrongs = judge('Ring MASH on 01632 960098.\n\nAsk MASH on 01632 960097.\n\nCall MASH on 01632 960096.')
    expect(wrongs.evidence.map(({quote}) => quote)).toEqual(['Ring MASH on 01632 960098.', 'Ask MASH on 01632 960097.'])
    const named = judge('Tell MASH.\n\nAsk MASH.\n\nThank MASH.')
    expect(named.evidence.map(({quote}) => quote)).toEqual(['Tell MASH.', 'Ask MASH.'])
  })
})

describe('without a local value', () => {
  const area = {contacts: {}, local: true}
  const national = {contacts: {}, local: false}
  const path = 'contacts.childrenFrontDoor'

  test.each([
    [
      'a number counts',
      'Ring MASH on 01632 960099.',
      'satisfied | the policy names the service and says how to reach it',
    ],
    [
      '999 does not',
      'Ring MASH on 999.',
      'weak | the policy names the service but gives no number, email or address for it | Give a number, an email or a web address.',
    ],
    [
      'nor does a name',
      'Tell MASH.',
      'weak | the policy names the service but gives no number, email or address for it | Give a number, an email or a web address.',
    ],
    ['nor nothing', 'We care.', 'absent | the policy does not say how to reach it | Say how to reach it.'],
    [
      'an address that is closed is wrong',
      'Write to MASH at hub@cragwell.gcsx.gov.uk.',
      'contradicted | hub@cragwell.gcsx.gov.uk is at a domain that has been closed | Ask for the address that has replaced hub@cragwell.gcsx.gov.uk.',
    ],
  ])('%s', (_, lines, expected) => {
    const registers = {...groundsOf('').model.registers, retiredEmailDomains: ['gcsx.gov.uk']}
    for (const each of [area, national]) expect(told(judge(lines, {path, area: {...each, registers}}))).toBe(expected)
  })

  test('words about adults do not tell of the door for children', () => {
    expect(told(judge('For an adult ring MASH on 01632 960099.', {area}))).toMatch(/^absent/)
    expect(told(judge('For an adult ring MASH on 01632 960099.', {area, audience: 'both'}))).toMatch(/^satisfied/)
  })

  test('a website is asked where only that is, and naming the service is no step to it', () => {
    const own = {fields: ['url']}
    expect(told(judge('Look at MASH: www.cragwell.example/mash', {area, own}))).toMatch(/^satisfied/)
    expect(told(judge('Ring MASH on 01632 960099.', {area, own}))).toMatch(/^absent/)
  })

  test('a partnership that the area does not publish is not asked for; without an area any proper name counts', () => {
    const own = {facts: ['partnerships.lscp'], fields: ['name'], named: 'safeguarding partnership | safeguarding board'}
    const lines = 'We follow the Marram Safeguarding Board.'
    expect(told(judge(lines, {own, area: {partnerships: {}}}))).toBe(
      'inapplicable | the local model says nothing on this',
    )
    const nowhere = {local: false, partnerships: {}}
    expect(told(judge(lines, {own, area: nowhere}))).toBe('satisfied | the policy names Marram Safeguarding Board')
    expect(told(judge('We follow the Local Safeguarding Board.', {own, area: nowhere}))).toBe(
      'weak | it is not named: how to reach it | Name it.',
    )
    expect(told(judge('We follow the safeguarding partnership.', {own, area: nowhere}))).toBe(
      'weak | it is not named: how to reach it | Name it.',
    )
    expect(told(judge('We care.', {own, area: nowhere}))).toBe(
      'absent | the policy does not say how to reach it | Name it.',
    )
  })

  test('a name is the local one, not that of a neighbour', () => {
    const own = {facts: ['partnerships.lscp'], fields: ['name'], named: 'safeguarding partnership'}
    const area = {partnerships: {lscp: {name: 'Cragwell Safeguarding Partnership', aliases: ['CSP']}}}
    const name = 'Name Cragwell Safeguarding Partnership'
    expect(told(judge('We follow the cragwell safeguarding partnership.', {own, area}))).toBe(
      'satisfied | the policy names Cragwell Safeguarding Partnership',
    )
    expect(told(judge('We follow the CSP.', {own, area}))).toBe(
      'satisfied | the policy names Cragwell Safeguarding Partnership',
    )
    expect(told(judge('We follow the Marram Safeguarding Board.', {own, area}))).toBe(
      `contradicted | the policy names Marram Safeguarding Board, which is another area's, and not Cragwell Safeguarding Partnership | ${name} instead.`,
    )
    expect(told(judge('We follow the safeguarding partnership.', {own, area}))).toBe(
      `weak | the policy does not name Cragwell Safeguarding Partnership | ${name}.`,
    )
    expect(told(judge('We care.', {own, area}))).toBe(
      `absent | the policy does not name Cragwell Safeguarding Partnership | ${name}.`,
    )
    expect(judge('We care.', {own, area}).searchedFor).toEqual(['Cragwell Safeguarding Partnership', 'CSP'])
  })

  test('a service for a group that is not served is not looked for', () => {
    const adults = {path: 'contacts.adultsFrontDoor', audience: 'adults'}
    expect(told(judge('Ring adult social care on 01632 960099.', adults))).toMatch(/^contradicted/)
  })
})

describe('the numbers of the nation', () => {
  const helplines = {facts: ['national.helplines'], named: 'helpline | NSPCC | Childline'}
  const police = {facts: ['national.police'], named: 'police'}
  const {registers} = groundsOf('').model
  const area = {
    registers: {
      ...registers,
      helplines: [
        {id: 'kids', name: 'Kidsline', aliases: ['Line for Kids'], phone: '0800 496 0001'},
        {id: 'carers', name: 'Carersline', phone: '0800 496 0002'},
      ],
    },
  }

  test.each([
    ['a right one', 'Kidsline: 0800 496 0001', 'satisfied | the numbers of national helplines are right'],
    [
      'a right one by another name',
      'The children’s helpline: 0800 496 0001',
      'satisfied | the numbers of national helplines are right',
    ],
    [
      'a wrong one',
      'Kidsline: 0800 496 0009',
      'contradicted | 0800 496 0009 is not the number of Kidsline | Give 0800 496 0001.',
    ],
    [
      'a wrong one by an alias',
      'The Line for Kids is on 0800 496 0009',
      'contradicted | 0800 496 0009 is not the number of Kidsline | Give 0800 496 0001.',
    ],
    [
      'a wrong one beside two names, by the last',
      'Kidsline 0800 496 0001. Carersline 0800 496 0009',
      'contradicted | 0800 496 0009 is not the number of Carersline | Give 0800 496 0002.',
    ],
    [
      'a wrong one in a table',
      '| When | Who | How |\n| --- | --- | --- |\n| Always, 24 hours | Kidsline | 0800 496 0010 |',
      'contradicted | 0800 496 0010 is not the number of Kidsline | Give 0800 496 0001.',
    ],
    [
      'a local number near the name',
      'Kidsline tells us; ring 01632 960099.',
      'absent | no national helpline is given | Say how to reach it.',
    ],
    [
      'a helpline that nobody knows',
      'The Swimmers’ helpline: 0800 496 0055',
      'satisfied | the policy gives a national helpline',
    ],
    [
      'a helpline without a number',
      'There is a helpline.',
      'weak | a helpline is named without a number | Give its number.',
    ],
    ['none', 'We care.', 'absent | no national helpline is given | Say how to reach it.'],
  ])('%s', (_, lines, expected) => {
    expect(told(judge(lines, {own: helplines, area}))).toBe(expected)
  })

  test.each([
    ['999', 'Ring the police on 999.', 'satisfied | the policy gives 999'],
    ['the police without it', 'Ring the police.', 'weak | the police are named, but 999 is not | Give 999.'],
    ['101', 'Ring the police on 101.', 'weak | the police are named, but 999 is not | Give 999.'],
    ['nobody', 'We care.', 'absent | 999 is not given | Give 999.'],
  ])('police: %s', (_, lines, expected) => {
    expect(told(judge(lines, {own: police}))).toBe(expected)
  })
})

describe('whose number it is', () => {
  const owners = (lines: string) => {
    const grounds = groundsOf(markdown(lines), local)
    return [...ownersOf(grounds)].map(
      ([{value}, owned]) =>
        `${value}: ${[...owned].map((each) => Object.entries(patterns).find(([, pattern]) => pattern === each)?.[0] ?? each).join(' and ')}`,
    )
  }
  const door = 'contacts.childrenFrontDoor'
  const adults = 'contacts.adultsFrontDoor'
  const lado = 'contacts.lado'

  test.each([
    ['the nearest before it', 'Tell MASH, then ring the LADO on 01632 960099.', [lado]],
    ['the nearest after it', 'Ring 01632 960099 for MASH, or the LADO.', [door]],
    [
      'not what is named far behind it',
      'The night team is there. Ring 01632 960099 at any time of the day or of the night, and leave a message, before you go to MASH.',
      ['contacts.childrenOutOfHours'],
    ],
    ['what the sentence before names', 'MASH is there by day. Ring 01632 960099.', [door]],
    ['nobody', 'Ring 01632 960099.', ['']],
    ['our own people', 'MASH is told by the Safeguarding Lead, Hannah Okafor, 01632 960099.', ['']],
    ['our own chair', 'MASH is told by the chair, Rex Dunmore, 01632 960099.', ['']],
    ['a post of ours by its title', 'Tell the Welfare Officer 01632 960099, who tells MASH.', ['']],
    ['our duty phone', 'Tell the duty phone: 01632 960099, and they tell MASH.', ['']],
    ['people of ours on call', 'One of us is always on call, 01632 960099, and tells the night team.', ['']],
    ['a body in brackets', 'MASH asks the exploitation panel (01632 960099).', ['']],
    ['a body by mail', 'MASH asks the youth project at desk@cragwell.example.', ['']],
    ['a stranger right before it', 'Care Watch on 01632 960099, or MASH.', ['']],
    ['a word for the number is no stranger', 'Telephone: 01632 960099, MASH.', [door]],
    ['whose hours are told', 'Wait until the MASH is open, or ring the LADO on 01632 960099.', [lado]],
    [
      'whose hours are told, alone',
      'Until MASH is open ring the night team on 01632 960099.',
      ['contacts.childrenOutOfHours'],
    ],
    ['the council where it is', 'The LADO at adult social care council 01632 960099', [adults]],
    ['two that share their words', 'The front door and MASH: 01632 960099', [door]],
    ['by its local name', 'Tell MASH, then the Private Fostering Worker on 01632 960099.', ['contacts.fostering']],
  ])('%s', (_, lines, expected) => {
    expect(owners(lines).map((each) => each.slice(each.indexOf(': ') + 2))).toEqual(expected)
  })

  test('a row is about what it begins with', () => {
    const table =
      '| Who | Number | When |\n| --- | --- | --- |\n| Night team | 01632 960099 | when MASH is shut |\n| LADO | 01632 960098 | tells MASH |'
    expect(owners(table)).toEqual(['01632 960099: contacts.childrenOutOfHours', '01632 960098: contacts.lado'])
  })

  test('the headings tell, where nothing else does', () => {
    expect(owners('### LADO\n\nRing 01632 960099.')).toEqual(['01632 960099: contacts.lado'])
  })
})

describe('of whom a sentence speaks', () => {
  const at = (lines: string) => {
    const {reading} = groundsOf(`# Policy\n\n${lines}\n`)
    return groupAt(reading.sentences.length - 1, reading)
  }

  test.each([
    ['A child.', 'children'],
    ['A young person.', 'children'],
    ['A pupil.', 'children'],
    ['A baby.', 'children'],
    ['Somebody under 18.', 'children'],
    ['An adult.', 'adults'],
    ['Somebody over 18.', 'adults'],
    ['An older person.', 'adults'],
    ['The elderly.', 'adults'],
    ['A child or an adult.', null],
    ['Somebody.', null],
    ['## Adults\n\nSomebody.', 'adults'],
    ['## Adults\n\nA child.', 'children'],
    ['## Adults and children\n\nSomebody.', null],
  ])('%j: %s', (lines, group) => {
    expect(at(lines)).toBe(group)
  })

  test('it speaks of others only where it plainly speaks of the other group', () => {
    const {reading} = groundsOf('# Policy\n\nAn adult.\n')
    expect(speaksOfOthers(0, 'children', reading)).toBe(true)
    expect(speaksOfOthers(0, 'adults', reading)).toBe(false)
    expect(speaksOfOthers(0, null, reading)).toBe(false)
    expect(speaksOfOthers(0, 'children', groundsOf('# Policy\n\nSomebody.\n').reading)).toBe(false)
  })
})

describe('a part for people who live elsewhere', () => {
  const is = (text: string, us: object | null = null, more: object = {}) =>
    isForOutsiders(
      {text, leadIn: null, cells: null, place: {headings: []}, ...more} as never,
      'Marram',
      us as Organisation | null,
    )

  test.each([
    ['a neighbouring area', true],
    ['cross-border work', true],
    ['crossborder work', true],
    ['cross boundary work', false],
    ['cross-boundary work', true],
    ['out of area', true],
    ['over the border', true],
    ['elsewhere', true],
    ['other areas', true],
    ['another area', true],
    ['another authority', true],
    ['another council', true],
    ['in Marram', true],
    ['a child who lives there', true],
    ['living across the river', true],
    ['a resident of the town', false],
    ['resident in the town', true],
    ['homes beyond the river', true],
    ['a home away from here', true],
    ['Ring Marram on 01632 960777.', false],
  ])('"%s": %s', (text, outside) => {
    expect(is(text)).toBe(outside)
  })

  test('its headings, lead-in and column heads tell too', () => {
    expect(is('Ring 01632 960777.', null, {leadIn: 'Elsewhere:'})).toBe(true)
    expect(is('Ring 01632 960777.', null, {place: {headings: ['In other areas']}})).toBe(true)
    expect(is('Ring 01632 960777.', null, {cells: [{header: 'Elsewhere', text: ''}]})).toBe(true)
  })

  test('an area that is served too is no stranger where it is named', () => {
    expect(is('Ring Marram on 01632 960777.', {areasServed: ['marram']})).toBe(true)
    expect(is('Ring 01632 960777.', {areasServed: ['marram']})).toBe(false)
    expect(is('Ring Marram on 01632 960777.', {areasServed: ['tidewell']})).toBe(false)
    expect(is('Ring Marram on 01632 960777.', {})).toBe(false)
  })
})
