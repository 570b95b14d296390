import {existsSync, lstatSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {policyAlign} from './program.js'

// The commands on procedures as a shell runs them: exit codes, streams, and what they write.

let folder: string
const at = (name: string) => join(folder, name)
const model = (name: string) => `fixtures/models/${name}.procedures.yaml`
const day = ['--as-of', '2026-11-23']

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
})
afterAll(() => rmSync(folder, {recursive: true}))

describe('procedures validate', () => {
  const run = (...args: string[]) => policyAlign('procedures', 'validate', ...args, ...day)

  test('ends with 0 on warnings, and with 1 under --strict', () => {
    expect(run(model('document-control'))).toMatchObject({code: 0, stderr: ''})
    const {code, stdout} = run(model('document-control'), '--strict')
    expect(code).toBe(1)
    expect(stdout).toMatch(/exit 1, because of --strict\.\n$/)
  })

  test('never fails on what only a person can tell', () => {
    expect(run(model('eastmere'), '--strict').code).toBe(0)
  })

  test('ends with 1 on what cannot be so, and with 2 on what check would refuse', () => {
    writeFileSync(at('wrong.yaml'), 'id: a\ntitle: A\ncontacts: {lado: {name: L, phone: 12}}\n')
    writeFileSync(at('number.yaml'), 'id: a\ntitle: A\ncontacts: {lado: {name: L, phone: 01632 96030}}\n')
    expect(run(at('number.yaml')).code).toBe(1)
    expect(run(at('wrong.yaml')).code).toBe(2)
    expect(policyAlign('check', 'README.md', '--procedures', at('wrong.yaml')).code).toBe(2)
    expect(policyAlign('check', 'README.md', '--procedures', at('number.yaml')).code).not.toBe(2)
  })

  test('finds what a file extends beside it', () => {
    expect(run(model('district-overlay'))).toMatchObject({code: 0})
  })

  test('gives JSON and annotations', () => {
    const {models, tally} = JSON.parse(run(model('document-control'), '-f', 'json').stdout)
    expect(tally).toEqual({error: 0, warning: 5, note: 0})
    expect(models[0].problems[0]).toMatchObject({
      rule: 'contact-old',
      fact: 'provenance.verifiedOn',
      line: 11,
      column: 138,
    })
    expect(run(model('document-control'), '-f', 'github').stdout).toContain(
      '::warning file=fixtures/models/document-control.procedures.yaml,line=14,col=62,title=draft::contacts.prevent is a draft',
    )
  })
})

describe('procedures show', () => {
  test('prints a sheet, and writes others by their endings', () => {
    const {code, stdout, stderr} = policyAlign(
      'procedures',
      'show',
      model('eastmere'),
      ...day,
      '-o',
      at('wall.html'),
      '-o',
      at('wall.md'),
    )
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    expect(stdout).toContain('LADO                                  01632 960455')
    expect(readFileSync(at('wall.html'), 'utf8')).toMatch(/^<!doctype html>[\s\S]*01632 960455/)
    expect(readFileSync(at('wall.md'), 'utf8')).toContain('| **LADO** | 01632 960455 |')
  })

  test('refuses an ending that no sheet has, and writes nothing', () => {
    const {code, stderr} = policyAlign('procedures', 'show', model('eastmere'), '-o', at('a.md'), '-o', at('b.pdf'))
    expect(code).toBe(2)
    expect(stderr).toContain('b.pdf: no sheet has this ending')
    expect(existsSync(at('a.md'))).toBe(false)
  })
})

describe('procedures diff', () => {
  test('tells what changed, and ends with 1 only when asked to', () => {
    const text = readFileSync(model('eastmere'), 'utf8').replace('01632 960455', '01632 960470')
    writeFileSync(at('new.yaml'), text)
    const run = (...args: string[]) => policyAlign('procedures', 'diff', model('eastmere'), at('new.yaml'), ...args)
    expect(run()).toMatchObject({code: 0, stderr: ''})
    expect(run().stdout).toContain('LADO: the telephone number is now 01632 960470 instead of 01632 960455.')
    expect(run('--exit-code').code).toBe(1)
    expect(JSON.parse(run('-f', 'json').stdout).tally).toMatchObject({changed: 1, moved: 0})
    expect(policyAlign('procedures', 'diff', model('eastmere'), model('eastmere'), '--exit-code').code).toBe(0)
    expect(policyAlign('procedures', 'diff', model('eastmere'), at('nowhere.yaml')).code).toBe(2)
  })
})

describe('procedures verify', () => {
  const text = readFileSync(model('eastmere'), 'utf8')
  const run = (...args: string[]) => policyAlign('procedures', 'verify', ...args)

  test('records who rang, when and how, and leaves the rest of the file alone', () => {
    writeFileSync(at('v.yaml'), text, {mode: 0o640})
    const ran = run('lado', '--procedures', at('v.yaml'), '--by', 'Ann', '--on', '2026-11-20')
    expect(ran).toEqual({code: 0, stderr: '', stdout: 'LADO, 01632 960455: verified 20 November 2026 by Ann, phone.\n'})
    const now = readFileSync(at('v.yaml'), 'utf8')
    expect(now).not.toBe(text)
    expect(now.replace('    provenance: {verifiedOn: 2026-11-20, verifiedBy: Ann, method: phone}\n', '')).toBe(text)
    expect(statSync(at('v.yaml')).mode & 0o777).toBe(0o640)
  })

  test('goes through a link to the file itself', () => {
    writeFileSync(at('real.yaml'), text)
    symlinkSync(at('real.yaml'), at('link.yaml'))
    expect(run(at('link.yaml'), 'lado', '--by', 'Ann').code).toBe(0)
    expect(lstatSync(at('link.yaml')).isSymbolicLink()).toBe(true)
    expect(readFileSync(at('real.yaml'), 'utf8')).toContain('verifiedBy: Ann')
  })

  test.each([
    ['nobody is named', []],
    ['the day is yet to come', ['--by', 'Ann', '--on', '2999-01-01']],
    ['the contact is not there', ['nobody', '--by', 'Ann']],
  ])('writes nothing where %s', (_, args) => {
    writeFileSync(at('v.yaml'), text)
    const {code, stderr} = run(at('v.yaml'), 'lado', ...args)
    expect(code).toBe(2)
    expect(stderr).toMatch(/^policy-align: [^\n]+\n$/)
    expect(readFileSync(at('v.yaml'), 'utf8')).toBe(text)
  })
})

describe('procedures new', () => {
  const answers = [
    'audience=children',
    'lado=Northmoor LADO, 01632 960305',
    'source=www.x.example',
    'by=Ann',
    'rang=no',
  ]
  const run = (output: string, ...more: string[]) =>
    policyAlign('procedures', 'new', '-o', output, '--area', 'Northmoor', ...more.flatMap((each) => ['--answer', each]))

  test('writes a model from flags that validate takes, and never writes over one', () => {
    expect(run(at('made.yaml'), ...answers)).toMatchObject({code: 0, stderr: ''})
    expect(policyAlign('procedures', 'validate', at('made.yaml')).code).toBe(0)
    const made = readFileSync(at('made.yaml'), 'utf8')
    expect(made).toContain('phone: 01632 960305')
    const again = run(at('made.yaml'), ...answers)
    expect(again).toMatchObject({code: 2, stdout: ''})
    expect(again.stderr).toContain('nothing is written over')
    expect(readFileSync(at('made.yaml'), 'utf8')).toBe(made)
  })

  test('goes on with the answers that were left, and takes them away when the model is written', () => {
    writeFileSync(
      at('on.yaml.answers.json'),
      JSON.stringify({'children-title': 'Northmoor Challenge', 'children-stage-1': 'a to b, 1 day'}),
    )
    expect(run(at('on.yaml'), ...answers).code).toBe(0)
    expect(readFileSync(at('on.yaml'), 'utf8')).toContain('title: Northmoor Challenge')
    expect(existsSync(at('on.yaml.answers.json'))).toBe(false)
  })

  test.each([
    ['ladoo=x', 'there is no question ladoo. Did you mean lado?'],
    ['lado=L, 01632', 'lado: “01632” has 5 digits'],
    ['audience', 'is no answer. Write it as QUESTION=ANSWER'],
    ['audience=both', 'source is not answered, and there is no terminal to ask in'],
  ])('refuses %s and writes nothing', (answer, why) => {
    const {code, stderr} = run(at('none.yaml'), answer)
    expect(code).toBe(2)
    expect(stderr).toContain(why)
    expect(existsSync(at('none.yaml'))).toBe(false)
  })

  test('lists its questions', () => {
    expect(policyAlign('procedures', 'new', '--questions').stdout).toMatch(/^lado\n {2}Who takes allegations/m)
  })
})
