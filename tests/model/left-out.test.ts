import {describe, expect, test} from 'vitest'
import {parse, stringify} from 'yaml'
import {compare} from '../../src/compare/compare.js'
import {yardstickNotices} from '../../src/compare/yardstick-notices.js'
import {readOrganisation} from '../../src/read/organisation.js'
import {readPolicy} from '../../src/read/policy.js'
import {readProcedures} from '../../src/read/procedures.js'
import {factsIn} from '../../src/text/facts.js'
import {fixture} from '../support/model.js'
import {packs} from '../support/pack.js'

// A model may leave out whatever an area does not have: it is read and judged all the same.

type Tree = Record<string, unknown>

const asOf = '2026-11-23'
const whole = (path: string): Tree => parse(new TextDecoder().decode(fixture(path).bytes)) as Tree
const model = whole('models/eastmere.procedures.yaml')
const profile = whole('models/larkfield.organisation.yaml')
const words = `# Safeguarding policy

Our Designated Safeguarding Lead is Ann Other, 07700 900219. The deputy is Owen Sharma. Next review: 1 June 2027.

## Contacts

- Eastmere MASH: 01632 960777. Out of hours: Emergency Duty Team.
- LADO: 01632 960455, told within three working days of an allegation.
- Adults: ring Eastmere Adult Safeguarding Team within 48 hours, or the Thornvale team on 01632 960901.

## Disagreements

We use the ESCP Escalation Procedure and follow the Eastmere Windscreen.

- Stage 1: our practitioner speaks to theirs within one working day.
- Stage 2: our lead speaks to the team manager within ten working days.
- Stage 3: our chair writes to Ofsted.

High-risk domestic abuse goes to MARAC. We follow Working Together 2018 and the LSCB. We work with the Eastmere Safeguarding Adults Board.`
const policy = await readPolicy({path: 'p.md', bytes: new TextEncoder().encode(words)}, {revisions: 'accepted'})

/** A tree without what stands at a path of keys. */
function without(tree: Tree, path: string): Tree {
  const copy = structuredClone(tree)
  const keys = path.split('.')
  const parent = keys.slice(0, -1).reduce<Tree | undefined>((node, key) => node?.[key] as Tree | undefined, copy)
  if (Array.isArray(parent)) parent.splice(Number(keys.at(-1)), 1)
  else if (parent) delete parent[keys.at(-1)!]
  return copy
}

function pathsIn(node: unknown, at = ''): string[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => {
    const path = at ? `${at}.${key}` : key
    return [path, ...pathsIn(value, path)]
  })
}

function judged(procedures: Tree, organisation: Tree): void {
  const source = (path: string, tree: Tree) => ({path, bytes: new TextEncoder().encode(stringify(tree))})
  const yardstick = readProcedures([source('m.yaml', procedures)], packs())
  const us = readOrganisation(source('o.yaml', organisation))
  const findings = compare(policy, factsIn(policy, yardstick.registers), yardstick, us, {asOf})
  expect(findings).toHaveLength(yardstick.requirements.length)
  expect(JSON.stringify([findings, yardstickNotices(yardstick, asOf)])).not.toMatch(/\bundefined\b|\[object |\bNaN\b/)
}

/** Half a limit is a mistake, and told as one; so is a stage that is named and not there. */
const half = /\.(?:value|unit)$|\.stages\.2$|\.stages\.2\.order$/

describe.each([
  ['at the top', pathsIn(model).filter((path) => !path.includes('.') && !['id', 'title'].includes(path))],
  ['of a part', pathsIn(model).filter((path) => path.split('.').length === 2)],
  [
    'of a fact',
    pathsIn(model)
      .filter((path) => path.split('.').length === 3 && !half.test(path))
      .filter((_, i) => i % 5 === 0),
  ],
  [
    'of a step',
    pathsIn(model)
      .filter((path) => path.split('.').length > 3 && !half.test(path))
      .filter((_, i) => i % 5 === 0),
  ],
])('without something %s', (_, paths) => {
  test(`${paths.length} such models`, () => {
    for (const path of paths) expect(() => judged(without(model, path), profile), path).not.toThrow()
  })
})

test('a profile without any of its parts', () => {
  for (const path of pathsIn(profile).filter((each) => each !== 'name' && !half.test(each)))
    expect(() => judged(model, without(profile, path)), path).not.toThrow()
})
