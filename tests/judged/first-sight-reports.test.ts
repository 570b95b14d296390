import {readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {align} from '../../src/align.js'
import {reporterNamed} from '../../src/report/index.js'
import {golden} from '../support/golden.js'
import {fixture} from '../support/model.js'
import {packs} from '../support/pack.js'

// How far each of these reports is right is measured by tests/first-sight.test.ts. Here each is held to what it was, so that
// a change shows where it is felt.

const cases = readdirSync(fileURLToPath(new URL('../../fixtures/first-sight', import.meta.url)), {withFileTypes: true})
  .filter((entry) => entry.isDirectory())
  .map(({name}) => `first-sight/${name}`)

test.each(cases)('%s gives the report that it gave', async (path) => {
  const report = await align(
    [fixture(`${path}/policy.md`)],
    {
      procedures: [fixture(`${path}/procedures.yaml`)],
      organisation: fixture(`${path}/organisation.yaml`),
      packs: packs(),
    },
    {asOf: '2026-11-23', revisions: 'accepted', failOn: 'major', tool: {name: 'policy-align', version: '0.0.0'}},
  )
  const render = await reporterNamed('terminal')!.load()
  const text = String(await render(report, {color: false, width: 100, show: 'all', quiet: false, unread: 0}))
  expect(text).toBe(golden(`${path}/expected/report.txt`, text))
})
