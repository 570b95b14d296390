import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {InputError} from '../../src/model/input-error.js'
import {withVerification} from '../../src/procedures/verify.js'
import {fixture} from '../support/model.js'

const ann = {verifiedOn: '2026-11-23', verifiedBy: 'Ann Lee', method: 'phone'}
const head = 'id: a\ntitle: A\n'
const source = (text: string, path = 'm.yaml') => ({path, bytes: new TextEncoder().encode(text)})
const written = (text: string, names = ['lado'], attestation: typeof ann = ann) =>
  withVerification(source(text), names, attestation).content
const line = 'provenance: {verifiedOn: 2026-11-23, verifiedBy: Ann Lee, method: phone}'

/** The file of a contact, and the same after the verification. Everything that is not shown stays as it was. */
const layouts: readonly (readonly [string, string, string])[] = [
  [
    'a block',
    'contacts:\n  lado:\n    name: L\n    phone: 01632 960303\n',
    `contacts:\n  lado:\n    name: L\n    phone: 01632 960303\n    ${line}\n`,
  ],
  [
    'a block with remarks before another',
    'contacts:\n  # the officer\n  lado:\n      name: "L" # who\n      phone:   01632 960303   # rung\n\n  # next\n  idva: {name: I}\n',
    `contacts:\n  # the officer\n  lado:\n      name: "L" # who\n      phone:   01632 960303   # rung\n      ${line}\n\n  # next\n  idva: {name: I}\n`,
  ],
  [
    'a block that ends the file without a line end',
    'contacts:\n  lado:\n    name: L',
    `contacts:\n  lado:\n    name: L\n    ${line}`,
  ],
  [
    'a block that ends with a list',
    'contacts:\n  lado:\n    name: L\n    aliases:\n      - x\n      - y\n',
    `contacts:\n  lado:\n    name: L\n    aliases:\n      - x\n      - y\n    ${line}\n`,
  ],
  [
    'a block that ends with lines of text',
    'contacts:\n  lado:\n    name: L\n    note: |\n      one\n      two\n  idva: {name: I}\n',
    `contacts:\n  lado:\n    name: L\n    note: |\n      one\n      two\n    ${line}\n  idva: {name: I}\n`,
  ],
  [
    'a line',
    'contacts: {lado: {name: L, phone: 01632 960303}, idva: {name: I}}\n',
    `contacts: {lado: {name: L, phone: 01632 960303, ${line}}, idva: {name: I}}\n`,
  ],
  ['a line with a comma at its end', 'contacts:\n  lado: {name: L,}\n', `contacts:\n  lado: {name: L, ${line}}\n`],
  [
    'brackets over several lines',
    'contacts:\n  lado: {\n    name: L,\n    phone: 01632 960303\n  }\n',
    `contacts:\n  lado: {\n    name: L,\n    phone: 01632 960303,\n    ${line}\n  }\n`,
  ],
  [
    'an older verification, in a block',
    'contacts:\n  lado:\n    name: L\n    provenance:\n      source: a call # to them\n      verifiedOn: 2025-01-01\n      method: "phone"\n    phone: 01632 960303\n',
    'contacts:\n  lado:\n    name: L\n    provenance:\n      source: a call # to them\n      verifiedOn: 2026-11-23\n      method: phone\n      verifiedBy: Ann Lee\n    phone: 01632 960303\n',
  ],
  [
    'an older verification, in a line',
    'contacts:\n  lado: {provenance: {verifiedOn: 2025-01-01, source: x}, name: L} # kept\n',
    'contacts:\n  lado: {provenance: {verifiedOn: 2026-11-23, source: x, verifiedBy: Ann Lee, method: phone}, name: L} # kept\n',
  ],
  [
    'a draft',
    'contacts:\n  lado:\n    status: draft # read by a program\n    name: L\n',
    `contacts:\n  lado:\n    status: verified # read by a program\n    name: L\n    ${line}\n`,
  ],
]

describe('a verification is written, and all else stays as it was', () => {
  test.each(layouts)('in %s', (_, before, after) => {
    expect(written(head + before)).toBe(head + after)
  })

  test.each(layouts)('in %s, with Windows line ends and a byte order mark', (_, before, after) => {
    const windows = (text: string) => `\ufeff${(head + text).replaceAll('\n', '\r\n')}`
    expect(written(windows(before))).toBe(windows(after))
  })

  test('in JSON', () => {
    const text = '{\n  "id": "a",\n  "title": "A",\n  "contacts": {\n    "lado": {\n      "name": "L"\n    }\n  }\n}\n'
    const content = written(text)
    expect(JSON.parse(content).contacts.lado.provenance).toEqual(ann)
    expect(content.replace(/,\n {6}"provenance": .*$/m, '')).toBe(text)
  })

  test('twice is as once', () => {
    const once = written(layouts[1]![1].replace(/^/, head))
    expect(written(once)).toBe(once)
  })

  test('of several facts at once, each as it was looked at', () => {
    const {method: _, ...unsaid} = ann
    const {content, facts} = withVerification(
      fixture('models/eastmere.procedures.yaml'),
      ['lado', 'Prevent team', 'documents.threshold', 'lado'],
      unsaid,
    )
    expect(facts.map(({path}) => path)).toEqual(['contacts.lado', 'contacts.prevent', 'documents.threshold'])
    const before = new TextDecoder().decode(fixture('models/eastmere.procedures.yaml').bytes)
    const gone = content.replaceAll(`    ${line}\n`, '').replace(`, ${line.replace('phone', 'website')}`, '')
    expect(gone).toBe(before)
    expect(parse(content).contacts.lado.provenance).toEqual(ann)
  })

  test('where no small edit fits, without a loss', () => {
    const text = `${head}contacts:\n  # kept\n  lado:\n    name: L\n    provenance: &p {source: x}\n  idva: {name: I, provenance: *p}\n`
    const content = written(text, ['idva'])
    expect(content).toContain('# kept')
    expect(parse(content).contacts).toMatchObject({lado: {provenance: {source: 'x'}}, idva: {provenance: ann}})
  })

  test.each(['O\'Neill: "head" #1', 'yes', '12', '{a}', 'ünal ', '-', 'a\tb'])('whoever did it: %s', (verifiedBy) => {
    for (const [, before] of layouts)
      expect(parse(written(head + before, ['lado'], {...ann, verifiedBy})).contacts.lado.provenance.verifiedBy).toBe(
        verifiedBy,
      )
  })
})

describe('is refused', () => {
  const refused = (text: string, name: string) => {
    try {
      written(text, [name])
    } catch (error) {
      if (error instanceof InputError) return `${error.problem}. ${error.fix}`
      throw error
    }
    return 'written'
  }
  const text = `${head}contacts: {lado: {name: Officer}, idva: {name: Twin}, marac: {name: Twin}}\n`

  test('for a contact that the file does not hold', () => {
    expect(refused(text, 'ladoo')).toBe('this file holds no contact ladoo. Did you mean lado?')
    expect(refused(text, 'office of the mayor')).toMatch(
      /^this file holds no contact office of the mayor\. Name one of lado, idva, marac; or/,
    )
    expect(refused(text, 'constructor')).toMatch(/holds no contact/)
    expect(refused(`${head}`, 'lado')).toMatch(/If it stands in a file that this one extends/)
  })
  test('for a name that two have', () => {
    expect(refused(text, 'twin')).toBe('2 contacts are called twin. Name one of idva, marac.')
  })
  test('for a fact whose lines another leans on', () => {
    const shared = `${head}contacts:\n  lado: &l {name: L}\n  idva: *l\n  marac: {name: M, provenance: &p {source: x}}\n  prevent: {name: P, provenance: *p}\n`
    for (const name of ['lado', 'idva', 'marac']) expect(refused(shared, name)).toMatch(/^the fact shares lines/)
    expect(refused(shared, 'prevent')).toBe('written')
  })
  test('for a file that is wrong already', () => {
    expect(refused(`${head}contacts: {lado: {nam: L}}\n`, 'lado')).toMatch(/^unknown field nam/)
  })
})
