import {describe, expect, test} from 'vitest'
import {bareAddress, contactOfLink, contactsIn, phoneDigits} from '../../src/text/contact.js'
import {emailFault, phoneFault, urlFault} from '../../src/text/contact-faults.js'
import {contactRoleOf} from '../../src/text/contact-role.js'
import {partnershipsIn} from '../../src/text/partnership.js'
import {peopleIn} from '../../src/text/person.js'

describe('a person in a post', () => {
  const told = (text: string) =>
    peopleIn(text).map(({role, title, name, start, end}) => {
      expect(text.slice(start, end)).toBe(name)
      return `${role} (${title}) ${name}`
    })

  test.each([
    ['behind a colon', 'Safeguarding Lead: Priya Nair', ['dsl (Safeguarding Lead) Priya Nair']],
    ['behind a verb', 'Our Safeguarding Lead is Priya Nair.', ['dsl (Safeguarding Lead) Priya Nair']],
    ['behind letters in brackets', 'The Designated Safeguarding Lead (DSL) is Priya Nair.', ['dsl (DSL) Priya Nair']],
    ['behind a comma', 'Tell the Safeguarding Lead, Priya Nair, at once.', ['dsl (Safeguarding Lead) Priya Nair']],
    ['behind "named"', 'a Safeguarding Lead named Priya Nair', ['dsl (Safeguarding Lead) Priya Nair']],
    ['behind whom it is for', 'Safeguarding Lead for swimmers: Priya Nair', ['dsl (Safeguarding Lead) Priya Nair']],
    ['before a comma', 'Priya Nair, Safeguarding Lead', ['dsl (Safeguarding Lead) Priya Nair']],
    ['before a bracket', 'Priya Nair (Safeguarding Lead)', ['dsl (Safeguarding Lead) Priya Nair']],
    ['before a verb', 'Priya Nair is our Safeguarding Lead.', ['dsl (Safeguarding Lead) Priya Nair']],
    ['before "acts as"', 'Priya Nair acts as Safeguarding Lead.', ['dsl (Safeguarding Lead) Priya Nair']],
    [
      'before "has been appointed"',
      'Priya Nair has been appointed as Safeguarding Lead.',
      ['dsl (Safeguarding Lead) Priya Nair'],
    ],
    [
      'before "holds the role of"',
      'Priya Nair holds the role of Safeguarding Lead.',
      ['dsl (Safeguarding Lead) Priya Nair'],
    ],
    ['before "who is her"', 'Ring Tom Ashby, who is her deputy.', ['deputy (deputy) Tom Ashby']],
    ['by a title and the family name', 'Safeguarding Lead: Mrs Nair', ['dsl (Safeguarding Lead) Mrs Nair']],
    ['by a title and the whole name', 'Safeguarding Lead: Dr Priya Nair', ['dsl (Safeguarding Lead) Dr Priya Nair']],
    ['with a particle', 'Safeguarding Lead: Priya van Nair', ['dsl (Safeguarding Lead) Priya van Nair']],
    ['with a middle letter', 'Safeguarding Lead: Priya J. Nair', ['dsl (Safeguarding Lead) Priya J. Nair']],
    [
      'with another name in brackets',
      'Safeguarding Lead: Jaswinder (Jas) Gill',
      ['dsl (Safeguarding Lead) Jaswinder (Jas) Gill'],
    ],
    ['by the first name, behind a colon', 'DSL: Adriana', ['dsl (DSL) Adriana']],
    ['by the first name, behind a verb', 'The DSL is Adriana', []],
    [
      'two behind',
      'Safeguarding Lead: Priya Nair and Tom Ashby',
      ['dsl (Safeguarding Lead) Priya Nair', 'dsl (Safeguarding Lead) Tom Ashby'],
    ],
    [
      'two before',
      'Priya Nair & Tom Ashby, Safeguarding Officers',
      ['dsl (Safeguarding Officer) Priya Nair', 'dsl (Safeguarding Officer) Tom Ashby'],
    ],
    ['three in a choice', 'Speak to the Safeguarding Lead, Priya Nair or the chair', []],
    [
      'the next post has its own',
      'Safeguarding Lead: Priya Nair. Chair: Rex Dunmore',
      ['dsl (Safeguarding Lead) Priya Nair', 'chair (Chair) Rex Dunmore'],
    ],
    ['whom a concern is about', 'About the Safeguarding Lead: Rex Dunmore', []],
    ['whom an allegation is against', 'Against our Safeguarding Lead: Rex Dunmore', []],
    ['letters', 'Safeguarding Lead: NSPCC Helpline', []],
    ['a word that is no name', 'Safeguarding Lead: Monday Friday', []],
    ['nobody', 'Tell the safeguarding lead.', []],
    [
      'a post that says more goes first',
      'Manager and Safeguarding Lead: Priya Nair',
      ['dsl (Safeguarding Lead) Priya Nair'],
    ],
    ['far away', `Safeguarding Lead ${'and so on '.repeat(20)}: Priya Nair`, []],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected)
  })

  test.each([
    ['Deputy Safeguarding Lead', 'deputy'],
    ['Deputy DSL', 'deputy'],
    ['Assistant Safeguarding Officer', 'deputy'],
    ['DDSL', 'deputy'],
    ['Deputy', 'deputy'],
    ['Deputy Headteacher', 'other'],
    ...['manager', 'principal'].map((post) => [`Deputy ${post}`, 'other'] as const),
    ['Chair', 'chair'],
    ['Chairperson', 'chair'],
    ['Chairwoman', 'chair'],
    ...['trustees', 'governors', 'board', 'board of trustees', 'committee', 'council', 'PCC'].map(
      (body) => [`Chair of the ${body}`, 'chair'] as const,
    ),
    ...['lead', 'link', 'nominated', 'named', 'safeguarding', 'responsible'].map(
      (word) => [`${word} trustee`, 'board-lead'] as const,
    ),
    ...['trustee', 'governor', 'board member', 'committee member', 'council member', 'director'].flatMap((post) => [
      [`${post} for safeguarding`, 'board-lead'] as const,
      [`Nominated ${post}`, 'board-lead'] as const,
    ]),
    ...['trustee', 'board', 'governing body', 'governor', 'committee', 'council'].map(
      (body) => [`${body} safeguarding lead`, 'board-lead'] as const,
    ),
    ...[
      'designated',
      'interim',
      'named',
      'parish',
      'church',
      'lead',
      'club',
      'county',
      'branch',
      'overall',
      'senior',
    ].map((word) => [`${word} safeguarding officer`, 'dsl'] as const),
    ['Chairman', 'chair'],
    ['Chair of the trustees', 'chair'],
    ['Chair of governors', 'chair'],
    ['Chair of the management committee', 'chair'],
    ['Safeguarding trustee', 'board-lead'],
    ['Lead governor', 'board-lead'],
    ['Trustee for safeguarding', 'board-lead'],
    ['Trustee with responsibility for safeguarding', 'board-lead'],
    ['Board lead for safeguarding', 'board-lead'],
    ['Governor responsible for safeguarding', 'board-lead'],
    ['Child Protection Officer', 'dsl'],
    ['Welfare Officer', 'dsl'],
    ['Club Welfare Officer', 'dsl'],
    ['Safeguarding and Welfare Lead', 'dsl'],
    ['Safeguarding Co-ordinator', 'dsl'],
    ['Safeguarding Representative', 'dsl'],
    ['Safeguarding Champion', 'dsl'],
    ['Safeguarding Adviser', 'dsl'],
    ['Designated person', 'dsl'],
    ['Designated officer for child protection', 'dsl'],
    ['Lead for safeguarding', 'dsl'],
    ['Lead person for safeguarding', 'dsl'],
    ['Head of safeguarding', 'dsl'],
    ['Director of welfare', 'dsl'],
    ['DSO', 'dsl'],
    ['DSP', 'dsl'],
    ['PSO', 'dsl'],
    ['CPO', 'dsl'],
    ['CWO', 'dsl'],
    ['Chief executive', 'other'],
    ['CEO', 'other'],
    ['Head teacher', 'other'],
    ['Principal', 'other'],
    ['Registered manager', 'other'],
    ['Minister', 'other'],
    ['Vicar', 'other'],
    ['Head coach', 'other'],
    ['Secretary', 'other'],
    ['Treasurer', 'other'],
    ['Training officer', 'other'],
  ])('the post "%s" is: %s', (title, role) => {
    expect(peopleIn(`${title}: Priya Nair`).map((each) => `${each.role} ${each.name}`)).toEqual([`${role} Priya Nair`])
  })
})

describe('a number or an address', () => {
  const told = (text: string) =>
    contactsIn(text).map(({kind, value, normalised, start, end}) => {
      expect(text.slice(start, end)).toBe(value)
      return `${kind} ${normalised}`
    })

  test.each([
    ['01632 960303', ['phone 01632960303']],
    ['(01632) 960303', ['phone 01632960303']],
    ['+44 1632 960303', ['phone 01632960303']],
    ['+44 (0)1632 960303', ['phone 01632960303']],
    ['0044 1632 960303', ['phone 01632960303']],
    ['01632-960-303', ['phone 01632960303']],
    ['The lead (01632 960303, by day)', ['phone 01632960303']],
    ['The lead (by day, 01632 960303)', ['phone 01632960303']],
    ['01632 96030', ['phone 0163296030']],
    ['01632 9603', []],
    ['0800 1111', ['phone 08001111']],
    ['0700 1111', []],
    ['£01632 960303', []],
    ['01632 960303%', []],
    ['01/02/2026 1', []],
    ['Ring 999', ['phone 999']],
    ['999 children', ['phone 999']],
    ['Ring 101', ['phone 101']],
    ['101', ['phone 101']],
    ['There are 101 of them', []],
    ['Ring us: 101 children', []],
    ['Ring 111, 112 or 119', ['phone 111', 'phone 112', 'phone 119']],
    ['Call 116 123 or 105', ['phone 116123', 'phone 105']],
    ['LADO | 101', ['phone 101']],
    ['a.b@c.example', ['email a.b@c.example']],
    ['A.B@C.example.', ['email a.b@c.example']],
    ['a [at] c [dot] example', ['email a@c.example']],
    ['a(at)c.example', ['email a@c.example']],
    ['https://www.C.example/Path/', ['url c.example/Path']],
    ['www.c.example', ['url c.example']],
    ['c.org.uk/a', ['url c.org.uk/a']],
    ['(see www.c.example/a)', ['url c.example/a']],
    ['www.c.example/a_(b)', ['url c.example/a_(b)']],
    ['See www.c.example, or ring.', ['url c.example']],
    ['Write to a@c.org.uk or c.org.uk', ['email a@c.org.uk', 'url c.org.uk']],
    ['nothing', []],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected)
  })

  test.each([
    ['mailto:A@c.example?subject=x', 'email', 'a@c.example'],
    ['tel:+44 1632 960303', 'phone', '01632960303'],
    ['https://www.c.example/a/', 'url', 'c.example/a'],
  ])('a link to %s', (target, kind, normalised) => {
    expect(contactOfLink(target)).toMatchObject({kind, normalised})
  })

  test.each(['#place', 'javascript:alert(1)', 'https://local', '/path', ''])('no link to "%s"', (target) => {
    expect(contactOfLink(target)).toBeNull()
  })

  test('is held in one form', () => {
    expect(phoneDigits('0044 (0)1632 960303')).toBe('01632960303')
    expect(phoneDigits('(+44) 1632 960303')).toBe('01632960303')
    expect(bareAddress(' HTTPS://WWW.C.example/Path/. ')).toBe('c.example/Path')
    expect(bareAddress('C.example')).toBe('c.example')
  })
})

describe('what cannot be a number, told as a clause', () => {
  test.each([
    ['01632 960303', null],
    ['01632 960303 ext. 4', null],
    ['01632 960303 option 2', null],
    ['01632 960303 x4', null],
    ['01632 960303 #4', null],
    ['01632 960303 (by day)', null],
    ['18001 01632 960303', null],
    ['116 123', null],
    ['0845 4647', null],
    ['01204 96030', null],
    ['ring us', '“ring us” is not only a number'],
    ['01632 960303 / 01632 960304', '“01632 960303 / 01632 960304” holds more than one number'],
    ['--', '“--” holds no digits'],
    ['+33 1 23 45 67', '“+33 1 23 45 67” is an international number'],
    ['00 33 1 23', '“00 33 1 23” is an international number'],
    ['1632 960303', '“1632 960303” does not begin with 0'],
    ['0400 000 0000', 'no number in the United Kingdom begins with 0400'],
    ['01632 96030', '“01632 96030” has 10 digits where such a number has 11'],
    ['01204 9603', '“01204 9603” has 9 digits where such a number has 10 or 11'],
    ['0800 12345', '“0800 12345” has 9 digits where such a number has 10 or 11'],
    ['07700 90012', '“07700 90012” has 10 digits where such a number has 11'],
  ])('%s: %s', (text, fault) => {
    expect(phoneFault(text)).toBe(fault)
  })

  test.each(
    '204 208 254 276 297 298 363 364 384 386 404 420 460 461 480 488 524 527 562 566 606 629 635 647 659 695 697 726 744 750 768 827 837 884 900 905 935 946 949 963 995'.split(
      ' ',
    ),
  )('the area 01%s may have five digits', (area) => {
    expect(phoneFault(`01${area} 96030`)).toBeNull()
    expect(phoneFault(`01${area} 960301`)).toBeNull()
  })

  test.each([
    '0203 4960001',
    '0239 4960001',
    '0247 4960001',
    '0284 4960001',
    '0292 4960001',
    '0300 4960001',
    '0330 4960001',
    '0345 4960001',
    '0370 4960001',
    '0550 4960001',
    '0560 4960001',
    '0500 496000',
    '0770 0900123',
    '0800 496000',
    '0800 4960001',
    '0808 4960001',
    '0843 4960001',
    '0844 4960001',
    '0845 4960001',
    '0870 4960001',
    '0871 4960001',
    '0872 4960001',
    '0873 4960001',
    '0900 4960001',
    '0910 4960001',
    '0980 4960001',
  ])('%s may ring', (number) => {
    expect(phoneFault(number)).toBeNull()
  })

  test.each(['999', '112', '101', '111', '105', '119', '123', '159', '18000', '116 000', '60000', '88888'])(
    '%s may ring',
    (number) => {
      expect(phoneFault(number)).toBeNull()
    },
  )

  test.each([
    ['lead@club.example', null],
    ['lead desk@club.example', '“lead desk@club.example” is not one e-mail address'],
    ['a@b@club.example', '“a@b@club.example” is not one e-mail address'],
    ['@club.example', '“@club.example” is not one e-mail address'],
    ['.lead@club.example', '“.lead@club.example” has a full stop where none can stand'],
    ['le..ad@club.example', '“le..ad@club.example” has a full stop where none can stand'],
    ['lead.@club.example', '“lead.@club.example” has a full stop where none can stand'],
    ['lead@club', '“lead@club” lacks the end of its host, such as .gov.uk'],
    ['lead@-club.example', '“-club.example” cannot be the name of a host'],
    ['lead@club.e1', '“club.e1” does not end as a host does'],
    [`${'a'.repeat(250)}@club.example`, `“${'a'.repeat(59)}…” is not one e-mail address`],
  ])('e-mail %s: %s', (text, fault) => {
    expect(emailFault(text)).toBe(fault)
  })

  test.each([
    ['club.example', null],
    ['https://club.example/a?b#c', null],
    ['https://me@club.example:8080/a', null],
    ['club.example:8080', null],
    ['ftp://club.example', '“ftp://club.example” is no web address: it begins with ftp:'],
    ['javascript:alert', '“javascript:alert” is no web address: it begins with javascript:'],
    ['https://club example', '“https://club example” has a space in it'],
    ['https://club', '“https://club” lacks the end of its host, such as .gov.uk'],
    ['club..example', '“club..example” cannot be the name of a host'],
    ['club.xn--p1ai', null],
  ])('address %s: %s', (text, fault) => {
    expect(urlFault(text)).toBe(fault)
  })
})

test('the nearest words tell whose contact it is', () => {
  expect(contactRoleOf('nothing', 'LADO', 'police')).toBe('lado')
  expect(contactRoleOf('the deputy lead', 'LADO')).toBe('deputy')
  expect(contactRoleOf('nothing')).toBe('other')
  expect(contactRoleOf()).toBe('other')
})

test.each([
  ['We follow the Cragwell Safeguarding Children Partnership.', ['Cragwell Safeguarding Children Partnership']],
  ['See the Cragwell and Marram Safeguarding Adults Board.', ['Cragwell and Marram Safeguarding Adults Board']],
  ['The Cragwell Safeguarding Partnership Board decides.', ['Cragwell Safeguarding Partnership Board']],
  ['Contact the Local Safeguarding Children Board.', ['Local Safeguarding Children Board']],
  ['The Cragwell Safeguarding Executive', ['Cragwell Safeguarding Executive']],
  ['The Cragwell Joint Safeguarding Children Board', ['Cragwell Joint Safeguarding Children Board']],
  [
    'The Cragwell Safeguarding Children and Young People Partnership',
    ['Cragwell Safeguarding Children and Young People Partnership'],
  ],
  ['a safeguarding partnership', []],
])('bodies are named: %s', (text, names) => {
  const found = partnershipsIn(text)
  expect(found.map(({name}) => name)).toEqual(names)
  for (const {name, start, end} of found) expect(text.slice(start, end)).toBe(name)
})
