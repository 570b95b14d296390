import {describe, expect, test} from 'vitest'
import {InputError} from '../../src/model/input-error.js'
import {readOrganisation} from '../../src/read/organisation.js'
import {readProcedures} from '../../src/read/procedures.js'
import {packs} from '../support/pack.js'

// Every mistake is told in one line: where it is, what it is, and how to mend it.

function refusal(read: () => unknown): {message: string; fix: string; code: string} {
  try {
    read()
  } catch (error) {
    if (error instanceof InputError) {
      for (const text of [error.message, error.fix]) expect(text).not.toMatch(/\n|undefined|\[object/)
      expect(error.fix).toMatch(/^[A-Z].*[.?]$/)
      return {message: error.message, fix: error.fix, code: error.code}
    }
    throw error
  }
  throw new Error('it was taken')
}

const inModel = (text: string) =>
  refusal(() => readProcedures([{path: 'm.yaml', bytes: new TextEncoder().encode(text)}], packs()))
const inProfile = (text: string) =>
  refusal(() => readOrganisation({path: 'o.yaml', bytes: new TextEncoder().encode(text)}))

const head = 'id: a\ntitle: A\n'

describe('a model', () => {
  test.each([
    ['a misspelt key', 'contcats: {}\n', 'm.yaml:3:1: unknown field contcats; did you mean contacts?'],
    ['a misspelt field', 'contacts:\n  lado:\n    phon: x\n', 'm.yaml:5:5: unknown field phon; did you mean phone?'],
    [
      'a key that is a slip',
      'timescales:\n  ladoNotfy: {value: 1, unit: days}\n',
      'm.yaml:4:3: unknown field ladoNotfy in timescales; did you mean ladoNotify?',
    ],
    [
      'a group that is a slip',
      'escalation:\n  childern: {stages: []}\n',
      'm.yaml:4:3: unknown field childern in escalation; did you mean children?',
    ],
    [
      'letters swapped',
      'partnerships: {sba: {name: X}}\n',
      'm.yaml:3:16: unknown field sba in partnerships; did you mean sab?',
    ],
    [
      'a number for text',
      'contacts: {lado: {phone: 01632960303}}\n',
      'm.yaml:3:26: phone must be text, not the number 1632960303',
    ],
    [
      'a text for a number',
      'timescales: {fgm: {value: one, unit: days}}\n',
      'm.yaml:3:27: value must be a number or null, not the text one',
    ],
    ['a list for fields', 'contacts: [lado]\n', 'm.yaml:3:11: contacts must be a set of fields, not a list'],
    ['an empty field', 'contacts:\n  lado:\n    phone:\n', 'm.yaml:5:11: phone must be text, not empty'],
    [
      'a choice that is none',
      'timescales: {fgm: {value: 1, unit: workingdays}}\n',
      'm.yaml:3:36: unit must be one of minutes, hours, days, working-days, weeks, months, years; did you mean working-days?',
    ],
    ['a missing field', 'timescales: {fgm: {value: 1}}\n', 'm.yaml:3:19: the field unit is missing in fgm'],
    ['a missing number', 'timescales: {fgm: {unit: days}}\n', 'm.yaml:3:19: the field value is missing in fgm'],
    [
      'a limit below nothing',
      'timescales: {fgm: {value: -1, unit: days}}\n',
      'm.yaml:3:27: value must be at least 0, not -1',
    ],
    [
      'no number at all',
      'timescales: {fgm: {value: .nan, unit: days}}\n',
      'm.yaml:3:27: value must be a number or null, not NaN',
    ],
    [
      'a date that is none',
      'provenance: {verifiedOn: 2026-02-30}\n',
      'm.yaml:3:26: verifiedOn must be a date such as 2026-06-30; 2026-02-30 is none',
    ],
    [
      'a date as a number',
      'provenance: {verifiedOn: 20260602}\n',
      'm.yaml:3:26: verifiedOn must be text, not the number 20260602',
    ],
    [
      'a month that is none',
      'partnerships: {lscp: {proceduresUpdated: 2026-13}}\n',
      'm.yaml:3:42: proceduresUpdated must be a date such as 2026-06-30; 2026-13 is none',
    ],
    [
      'an address that is none',
      'contacts: {lado: {email: lado}}\n',
      'm.yaml:3:26: email must be an email address such as name@council.example; lado is none',
    ],
    [
      'a stage twice',
      'escalation: {children: {stages: [{order: 1}, {order: 1}]}}\n',
      'm.yaml:3:47: stage 1 is given twice',
    ],
    [
      'a stage that does not exist',
      'escalation: {adults: {stages: [{order: 1}], notifyStage: 3}}\n',
      'm.yaml:3:58: notifyStage names stage 3, which does not exist',
    ],
    [
      'a misspelt list of stages',
      'escalation: {title: T, stage: []}\n',
      'm.yaml:3:24: unknown field stage; did you mean stages?',
    ],
    [
      'an id twice',
      'terms: [{id: x, terms: [a], replacement: b}, {id: x}]\n',
      'm.yaml:3:46: the id x is given twice in terms',
    ],
    [
      'a name that leads nowhere',
      'contacts: {lado: {name: L}}\nprocedures: {p: {title: P, contacts: [lad]}}\n',
      'm.yaml:4:39: contacts names lad, which this file does not hold',
    ],
    [
      'a link that leads nowhere',
      'escalation: {children: {related: [{title: T, see: procedures.x}]}}\n',
      'm.yaml:3:51: see names procedures.x, which this file does not hold',
    ],
    [
      'a new entry that says too little',
      'guidance: [{id: nothing-such}]\n',
      'm.yaml:3:12: nothing-such is no entry of the pack, and the field title is missing for a new one',
    ],
    [
      'a pack that does not exist',
      'extends: [engalnd]\n',
      'm.yaml:3:11: extends names engalnd, which is neither a pack nor a file given',
    ],
    [
      'a file that was not given',
      'extends: [county.yaml]\n',
      'm.yaml:3:11: extends names county.yaml, which is neither a pack nor a file given',
    ],
    [
      'machinery for a field',
      'contacts: {__proto__: {name: X}}\n',
      'm.yaml:3:12: __proto__ cannot be the name of a field',
    ],
    ['a key twice', 'title: B\n', 'm.yaml:3:1: the same key is given twice in one place'],
    ['a tab', 'contacts:\n\tlado: {}\n', 'm.yaml:4:1: a tab is used to indent; YAML wants spaces'],
    ['two documents', '---\nid: b\n', 'm.yaml:3:1: there is more than one document in this file (---)'],
    [
      'an alias of nothing',
      'contacts: *none\n',
      'm.yaml:3:11: an alias (*name) has no anchor (&name) that ends before it',
    ],
  ])('%s', (_, text, message) => {
    expect(inModel(head + text).message).toBe(message)
  })

  test.each([
    ['', 'm.yaml: the file is empty'],
    ['# nothing\n', 'm.yaml:1:1: the file must be a set of fields, not empty'],
    ['- a\n', 'm.yaml:1:1: the file must be a set of fields, not a list'],
    ['title: A\n', 'm.yaml:1:1: the field id is missing'],
  ])('that is no model: %j', (text, message) => {
    expect(inModel(text).message).toBe(message)
  })

  test('says how to mend it', () => {
    expect(inModel(`${head}contacts: {lado: {phone: 01632960303}}\n`).fix).toBe(
      'Put it in quotation marks: "01632960303".',
    )
    expect(inModel(`${head}extends: [engalnd]\n`).fix).toBe('Write england.')
    expect(inModel(`${head}extends: [county.yaml]\n`).fix).toBe(
      'Give that file too: --procedures county.yaml, or --pack county.yaml.',
    )
    expect(inModel('title: A\n').fix).toBe('Add id.')
  })

  test('counts lines in files with other line ends and marks as an editor does', () => {
    const text = `\ufeffid: a\r\ntitle: A\r\ncontcats: {}\r\n`
    expect(inModel(text).message).toBe('m.yaml:3:1: unknown field contcats; did you mean contacts?')
  })

  test('in JSON is told with its line too', () => {
    const read = (text: string) => readProcedures([{path: 'm.json', bytes: new TextEncoder().encode(text)}], packs())
    expect(refusal(() => read('{\n  "id": "a",\n  "title": 5\n}')).message).toBe(
      'm.json:3:12: title must be text, not the number 5',
    )
    expect(refusal(() => read('{"id": "x",, }')).message).toMatch(/^m\.json:1:\d+: this is not valid JSON: /)
    expect(read('{\n\t"id": "a",\n\t"title": "A"\n}').id).toBe('a')
  })

  test('of the pack is mended by a requirement that can be read', () => {
    const requirement = {...packs().england!.requirements[0], id: 'own'}
    const broken = {...requirement, checks: [{kind: 'statement-present', claim: 'c', ways: ['(open']}]}
    expect(inModel(JSON.stringify({id: 'a', title: 'A', requirements: [broken]})).message).toContain(
      'a pattern cannot be read',
    )
    expect(
      inModel(JSON.stringify({id: 'a', title: 'A', requirements: [{...requirement, severity: 'grave'}]})).message,
    ).toContain('severity must be one of critical, major, minor')
  })
})

describe('a profile', () => {
  test.each([
    ['profile: [charity]\n', 'o.yaml:1:1: the field name is missing'],
    [
      'name: Us\nprofile: [charty]\n',
      'o.yaml:2:11: entry 1 of profile must be one of children, adults, school, further-education, registered-childcare, registered-care, charity, regulated-activity, teachers, health-professionals, specified-authority, sports-club, faith-group, housing, sole-trader; did you mean charity?',
    ],
    [
      'name: Us\nnextReview: 2026-13-01\n',
      'o.yaml:2:13: nextReview must be a date such as 2026-06-30; 2026-13-01 is none',
    ],
    ['name: Us\nroles: {dsl: {nmae: X}}\n', 'o.yaml:2:15: unknown field nmae; did you mean name?'],
    ['name: Us\nreviewCycle: {value: 12}\n', 'o.yaml:2:14: the field unit is missing in reviewCycle'],
  ])('%j', (text, message) => {
    expect(inProfile(text).message).toBe(message)
  })
})
