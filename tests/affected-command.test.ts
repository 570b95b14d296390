import {copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {expectOneLine, policyAlign, root} from './program.js'
import {expectBySchema} from './report/schemas.js'

// The built program on an invented school whose partnership publishes new procedures: another number, a renamed document,
// a shorter stage, an earlier notice, and a service that is gone.

let folder: string
const at = (name: string) => join(folder, name)
const school = join(root, 'fixtures/labelled/quarry-lane-school/good')
const old = join(school, 'procedures.yaml')
const profile = ['--organisation', join(school, 'organisation.yaml'), '--as-of', '2026-11-23', '--no-config']

interface Told {
  readonly differences: readonly {words: string; change: string}[]
  readonly policies: readonly {
    path: string
    findings: readonly {
      requirement: {id: string}
      course: string
      differences: number[]
      rewrites: {quote: string; rewritten: string | null}[]
    }[]
    also: readonly {quote: string; rewritten: string | null}[]
  }[]
  readonly verdict: {failing: number}
}

function affected(...args: readonly string[]): {code: number | null; report: Told; stderr: string} {
  const {code, stdout, stderr} = policyAlign('affected', ...args, ...profile, '--format', 'json')
  const report = JSON.parse(stdout || 'null') as Told
  if (report) expectBySchema('affected', report)
  return {code, report, stderr}
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  const text = readFileSync(old, 'utf8')
    .replaceAll('01632 960451', '01632 960481')
    .replaceAll('The Eastmere Windscreen', 'The Eastmere Compass')
    .replace('toRole: team manager, maxDuration: {value: 2,', 'toRole: team manager, maxDuration: {value: 1,')
    .replace('notifyStage: 3', 'notifyStage: 2')
  writeFileSync(at('new.yaml'), text)
  copyFileSync(join(school, 'policy.md'), at('school.md'))
  writeFileSync(at('other.md'), '# Fire safety\n\nLeave the building by the nearest door when the alarm sounds.\n')
})
afterAll(() => rmSync(folder, {recursive: true}))

test('tells each finding that turns, by which change, and the sentence with the new value in it', () => {
  const {code, report} = affected(old, at('new.yaml'), at('school.md'))
  expect(code).toBe(1)
  const findings = new Map(report.policies[0]!.findings.map((each) => [each.requirement.id, each]))
  const door = findings.get('contact-children-front-door')!
  expect(door.course).toBe('opened')
  expect(door.differences.map((turn) => report.differences[turn]!.words).join()).toContain('01632 960481')
  expect(door.rewrites[0]!.quote).toContain('01632 960451')
  expect(door.rewrites[0]!.rewritten).toContain('01632 960481')
  const stage = findings.get('escalation-timescales')!
  expect(stage.rewrites[0]!.rewritten).toMatch(/team manager within one working day\b/)
  const notice = findings.get('escalation-partnership-notified')!
  expect(notice).toMatchObject({course: 'opened', rewrites: [{rewritten: null}]})
  expect(findings.get('referral-threshold-document')!.rewrites[0]!.rewritten).toContain('The Eastmere Compass')
  // What the change does not touch is not told.
  expect(findings.has('contact-lado')).toBe(false)
})

test('every quotation stands in the policy, and what was rewritten states no old value', () => {
  const {report} = affected(old, at('new.yaml'), at('school.md'))
  const text = readFileSync(at('school.md'), 'utf8').replace(/[*_\\`]/g, '')
  const [policy] = report.policies
  const all = [...policy!.findings.flatMap(({rewrites}) => rewrites), ...policy!.also]
  expect(all.length).toBeGreaterThan(3)
  for (const {quote, rewritten} of all) {
    for (const cell of quote.split(' | ')) expect(text).toContain(cell)
    expect(rewritten ?? '').not.toMatch(/01632 960451|Windscreen/)
  }
})

test('puts the policy to change first before one that is untouched, and says so of that', () => {
  const {stdout} = policyAlign('affected', old, at('new.yaml'), at('other.md'), at('school.md'), ...profile)
  expect(stdout.indexOf(`1. ${at('school.md')}`)).toBeGreaterThan(0)
  expect(stdout.replace(/\s+/g, ' ')).toContain(`2. ${at('other.md')}: `)
})

test('the same procedures change nothing', () => {
  const {code, report} = affected(old, old, at('school.md'))
  expect(code).toBe(0)
  expect(report.differences).toEqual([])
  expect(report.policies[0]).toMatchObject({findings: [], also: []})
})

test('a policy that cannot be read does not stop the rest, and the exit says so', () => {
  writeFileSync(at('broken.docx'), 'no document')
  const {code, report, stderr} = affected(old, at('new.yaml'), at('broken.docx'), at('school.md'))
  expect(code).toBe(2)
  expect(report.policies).toHaveLength(1)
  expectOneLine(stderr)
})

test('writes its formats to files by their endings', () => {
  const {code} = policyAlign(
    'affected',
    old,
    at('new.yaml'),
    at('school.md'),
    ...profile,
    '-o',
    at('a.html'),
    '-o',
    at('a.md'),
    '-q',
  )
  expect(code).toBe(1)
  expect(readFileSync(at('a.html'), 'utf8')).toContain('<ins>')
  expect(readFileSync(at('a.md'), 'utf8')).toContain('<ins>01632 960481</ins>')
})
