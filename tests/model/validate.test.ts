import {readdirSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {validateModel} from '../../src/read/validate-model.js'
import {emailFault, phoneFault, urlFault} from '../../src/text/contact-faults.js'
import {fixture} from '../support/model.js'
import {packs} from '../support/pack.js'

const head = 'id: a\ntitle: A\nprovenance: {source: S, verifiedOn: 2026-11-01, method: website}\n'

function problemsIn(text: string, asOf = '2026-11-23') {
  const source = {path: 'm.yaml', bytes: new TextEncoder().encode(text)}
  return validateModel(source, [], packs(), asOf).problems
}

/** Each problem as "line:column severity rule". */
const told = (text: string, asOf?: string) =>
  problemsIn(text, asOf).map(({place, severity, rule}) => `${place.line}:${place.column} ${severity} ${rule}`)

test.each(
  readdirSync(new URL('../../fixtures/models/', import.meta.url)).filter((name) => name.includes('.procedures.')),
)('%s holds no error', (name) => {
  const under = name.startsWith('district') ? [fixture('models/county-manual.procedures.yaml')] : []
  const {problems} = validateModel(fixture(`models/${name}`), under, packs(), '2026-11-23')
  expect(problems.filter(({severity}) => severity === 'error')).toEqual([])
})

test('a model without fault has no problem', () => {
  expect(problemsIn(`${head}contacts: {lado: {name: LADO, phone: 01632 960303}}\n`)).toEqual([])
})

test('every problem is told at once, in the order of the file, with what the schema cannot say', () => {
  const text = `${head}contacts:
  lado: {name: LADO, phone: 01632 96030}
  prevent: {name: P, phon: x}
timescales:
  ladoNotfy: {value: 1, unit: working-days}
  fgm: {value: 1, unit: wroking-days}
  adultConcern: {value: 3}
`
  expect(told(text)).toEqual([
    '5:29 error contact-phone',
    '6:12 warning contact-empty',
    '6:22 error procedures-invalid',
    '8:3 error procedures-invalid',
    '9:25 error procedures-invalid',
    '10:17 error procedures-invalid',
  ])
  const refused = problemsIn(text).filter((problem) => problem.refused)
  expect(refused.map(({problem}) => problem)).toEqual([
    'unknown field phon; did you mean phone?',
    'unknown field ladoNotfy in timescales; did you mean ladoNotify?',
    'unit must be one of minutes, hours, days, working-days, weeks, months, years; did you mean working-days?',
    'the field unit is missing in adultConcern',
  ])
})

test('what cannot be read at all is one problem, with its place', () => {
  expect(told('a:\n\t- b\n')).toEqual(['2:1 error yaml-syntax'])
  expect(told(`${head}extends: [nowhere.yaml]\n`)).toEqual(['4:11 error procedures-extends'])
})

describe('ladders', () => {
  const ladder = (fields: string) => `${head}escalation:\n  children:\n${fields}`
  test.each([
    ['out of order', '    stages: [{order: 2}, {order: 1}]\n', '6:34 error stages-order'],
    ['with a gap', '    stages: [{order: 1}, {order: 3}]\n', '6:34 warning stages-gap'],
    [
      'longer than the whole',
      '    stages: [{maxDuration: {value: 3, unit: working-days}}, {maxDuration: {value: 3, unit: working-days}}]\n    overallMax: {value: 1, unit: weeks}\n',
      '7:17 error overall-short',
    ],
    [
      'with hours beside working days',
      '    stages: [{maxDuration: {value: 48, unit: hours}}, {maxDuration: {value: 3, unit: working-days}}]\n',
      '6:28 warning units-mixed',
    ],
    [
      'that prints two units and holds one',
      '    stages: [{maxDuration: {value: 48, unit: hours, words: 48 hours (two working days)}}]\n',
      '6:28 warning units-mixed',
    ],
    [
      'whose words say another length',
      '    stages: [{maxDuration: {value: 2, unit: working-days, words: within five working days}}]\n',
      '6:66 error words-differ',
    ],
    [
      'that tells somebody at another stage',
      '    notifyStage: 1\n    stages: [{order: 1}, {order: 2, notify: chair}]\n',
      '6:18 warning notify-stage',
    ],
  ])('%s', (_, fields, line) => {
    expect(told(ladder(fields))).toEqual([line])
  })

  test.each([
    [
      'of branches only one is taken',
      '    stages: [{order: 1, when: urgent, maxDuration: {value: 1, unit: days}}, {order: 1, when: else, maxDuration: {value: 9, unit: days}}]\n    overallMax: {value: 5, unit: days}\n',
    ],
    [
      'a cap that goes before the stages says so',
      '    stages: [{maxDuration: {value: 9, unit: days}}]\n    overallMax: {value: 5, unit: days, qualifier: whichever is less}\n',
    ],
    [
      'hours whose weekends are told',
      '    stages: [{maxDuration: {value: 48, unit: hours, weekends: the clock stops}}, {maxDuration: {value: 3, unit: working-days}}]\n',
    ],
    [
      'one length in two units',
      '    stages: [{maxDuration: {value: 1, unit: weeks, words: within seven days}}, {maxDuration: {value: 0, unit: days, words: the same working day}}]\n',
    ],
    [
      'of two printed units either',
      '    stages: [{maxDuration: {value: 48, unit: hours, words: 48 hours (two working days), sameAs: {value: 2, unit: working-days}}}]\n',
    ],
  ])('%s is no problem', (_, fields) => {
    expect(told(ladder(fields))).toEqual([])
  })
})

describe('attestation', () => {
  const contact = 'contacts: {lado: {name: LADO, phone: 01632 960303}}\n'
  test('is asked for where it is missing', () => {
    expect(told(`id: a\ntitle: A\n${contact}`)).toEqual([
      '1:1 warning source-missing',
      '1:1 warning procedures-undated',
      '3:11 warning contact-unverified',
    ])
  })

  test('of a contact is old after ninety days, of a procedure after a year', () => {
    expect(told(head + contact, '2027-01-30')).toEqual([])
    expect(told(head + contact, '2027-01-31')).toEqual(['3:37 warning contact-old'])
    expect(told(head, '2027-11-01')).toEqual([])
    expect(told(head, '2027-11-02')).toEqual(['3:13 warning procedures-old'])
  })

  test("of a fact's own goes over the file's", () => {
    const own = (day: string) =>
      `${head}contacts: {lado: {name: L, phone: 01632 960303, provenance: {verifiedOn: ${day}}}}\n`
    expect(told(own('2027-03-01'), '2027-03-02')).toEqual([])
    expect(told(own('2026-01-01'))).toEqual(['4:74 warning contact-old'])
    expect(told(`${head}forums: {marac: {name: MARAC, provenance: {retrievedOn: 2025-01-01}}}\n`)).toEqual([
      '4:43 warning procedures-old',
    ])
  })

  test('that is a draft, overdue or in the future is told', () => {
    expect(told(`${head}timescales: {fgm: {value: 1, unit: days, status: draft}}\n`)).toEqual(['4:50 warning draft'])
    expect(told(`${head}reviewOn: "2026-10"\n`)).toEqual(['4:11 warning review-overdue'])
    expect(told(`${head}reviewOn: "2026-11"\n`)).toEqual([])
    expect(told(head, '2026-10-31')).toEqual(['3:37 warning date-ahead'])
  })
})

test('a form is for a person to open; a telephone call does not show it', () => {
  const form = 'contacts: {lado: {name: L, formUrl: "https://www.x.example/form"}}\n'
  expect(told(head + form)).toEqual([])
  expect(told(head.replace('website', 'phone') + form)).toEqual(['4:37 note form-by-hand'])
})

test('a number of the next area is not ours', () => {
  const text = `${head}neighbours: [{name: Next, phones: ["01632 960303"]}]\ncontacts: {lado: {name: L, phone: "(01632) 960 303"}}\n`
  expect(told(text)).toEqual(['5:35 error contact-of-neighbour'])
})

describe('what can be rung, written to and opened', () => {
  test.each([
    '01632 960303',
    '+44 1632 960303',
    '+44 (0)1632 960303',
    '(01632) 960303',
    '020 7946 0303',
    '07700 900303',
    '0300 123 0303',
    '0800 1111',
    '0800 111 111',
    '0808 800 5000',
    '999',
    '101',
    '116 123',
    '85258',
    '18001 01632 960303',
    '01632 960303 ext. 12',
    '01632 960303 option 2',
    '01524 96030',
    '01632 960303 (office hours)',
    '0845 46 47',
  ])('%s can be a number', (number) => {
    expect(phoneFault(number)).toBeNull()
  })

  test.each([
    ['01632 96030', 'has 10 digits where such a number has 11'],
    ['01632 9603033', 'has 12 digits'],
    ['1632 960303', 'does not begin with 0'],
    ['04632 960303', 'begins with 0463'],
    ['+33 1 70 18 99 00', 'is an international number'],
    ['TBC', 'is not only a number'],
    ['01632 960303 / 01632 960304', 'more than one number'],
    ['020 7946 030', 'has 10 digits'],
    ['-', 'holds no digits'],
  ])('%s cannot', (number, why) => {
    expect(phoneFault(number)).toContain(why)
  })

  test.each(['lado@northmoor.example', "d.o'hara@x.gov.uk"])('%s can be an address', (email) => {
    expect(emailFault(email)).toBeNull()
  })
  test.each([
    'lado@northmoor',
    'a b@x.example',
    'a..b@x.example',
    'a@x.example; b@x.example',
    'a@-x.example',
    '@x.example',
  ])('%s cannot', (email) => {
    expect(emailFault(email)).not.toBeNull()
  })

  test.each(['https://www.northmoor.example/a?b=c#d', 'northmoor.example/form', 'http://x.example:8080/'])(
    '%s can be opened',
    (url) => {
      expect(urlFault(url)).toBeNull()
    },
  )
  test.each(['htp://x.example', 'javascript:alert(1)', 'www', 'https://x. example', 'https://', 'see website'])(
    '%s cannot',
    (url) => {
      expect(urlFault(url)).not.toBeNull()
    },
  )
})
