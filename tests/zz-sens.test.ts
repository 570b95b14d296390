import {appendFileSync, readFileSync, writeFileSync} from 'node:fs'
import {test} from 'vitest'
import {compare} from '../src/compare/compare.js'
import type {Finding} from '../src/model/finding.js'
import {readOrganisation} from '../src/read/organisation.js'
import {readPolicy} from '../src/read/policy.js'
import {readProcedures} from '../src/read/procedures.js'
import {factsIn} from '../src/text/facts.js'
import {changes} from './sensitivity/changes.js'
import {fixture} from './support/model.js'
import {packs} from './support/pack.js'

const names = (process.env.SENS ?? 'brookside-rugby,larchfield-care,st-brannock-school').split(',')
const out = process.env.OUT ?? '/tmp/sens.txt'
test('sens', {timeout: 3_000_000}, async () => {
  writeFileSync(out, '')
  const counts: Record<string, [number, number]> = {}
  for (const name of names) {
    const model = readProcedures([fixture(`exemplary/${name}/procedures.yaml`)], packs())
    const org = readOrganisation(fixture(`exemplary/${name}/organisation.yaml`))
    const text = readFileSync(new URL(`../fixtures/exemplary/${name}/policy.md`, import.meta.url), 'utf8')
    const judge = async (t: string, ids?: string[]) => {
      const m = ids ? {...model, requirements: model.requirements.filter(({id}) => ids.includes(id))} : model
      const policy = await readPolicy({path: 'policy.md', bytes: new TextEncoder().encode(t)}, {revisions: 'accepted'})
      const f = compare(policy, factsIn(policy, m.registers), m, org, {asOf: '2026-11-23'})
      return new Map(f.map((x) => [x.requirement.id, x] as const))
    }
    const base = await judge(text)
    for (const change of changes) {
      for (const r of model.requirements) {
        if (!change.applies(r.checks)) continue
        let finding: Finding = base.get(r.id)!
        if (finding.status !== 'met') continue
        let now = text
        let made = 0
        let seen = false
        for (let round = 0; round < (change.repeats ? 8 : 1); round++) {
          const next = change.make(now, finding, model)
          if (next === null) break
          made++
          now = next
          finding = (await judge(now, [r.id])).get(r.id)!
          if (finding.status !== 'met') { seen = true; break }
        }
        if (!made) continue
        const c = (counts[change.name] ??= [0, 0])
        c[1]++
        if (seen) c[0]++
        else {
          const was = base.get(r.id)!
          appendFileSync(out, `${change.name} | ${name} | ${r.id} | was: ${was.evidence.map((e) => e.quote).join(' ## ')} | now: ${finding.reason} ${finding.confidence} ${finding.evidence.map((e) => e.quote).join(' ## ')}\n`)
        }
      }
      console.log(name, change.name, JSON.stringify(counts[change.name]))
    }
  }
  appendFileSync(out, JSON.stringify(counts) + '\n')
})
