import {describe, expect, test} from 'vitest'
import {align, readYardstick} from '../../src/align.js'
import {InputError} from '../../src/model/input-error.js'
import type {Source} from '../../src/model/source.js'
import type {SwitchedOff} from '../../src/model/switched-off.js'
import {readProcedures} from '../../src/read/procedures.js'
import {judged} from '../support/judged.js'
import {packs} from '../support/pack.js'

const file = (path: string, text: string): Source => ({path, bytes: new TextEncoder().encode(text)})

const county = file(
  'county.yaml',
  `id: county
title: Fenshire manual
switchOff:
  - topic: prevent
    reason: the county's own Prevent policy covers it
  - requirement: gov-board-lead
    reason: no board here
`,
)

const policy = '# Safeguarding policy\n\nWe keep children safe. Tell the police about radicalisation yourself.\n'

describe('what a model switches off', () => {
  const model = readProcedures([county], packs())

  test('still has its one finding, with who decided it and why', async () => {
    const findings = await judged(policy, model)
    expect(findings.size).toBe(model.requirements.length)
    for (const {id, topic} of model.requirements) {
      const {status, reason} = findings.get(id)!
      if (topic === 'prevent') {
        expect({status, reason}).toEqual({
          status: 'not-applicable',
          reason: "switched off by Fenshire manual: the county's own Prevent policy covers it",
        })
      } else if (id === 'gov-board-lead') expect(reason).toBe('switched off by Fenshire manual: no board here')
      else expect(reason).not.toContain('switched off')
    }
  })

  test('changes no other finding', async () => {
    const off = await judged(policy, model)
    const on = await judged(
      policy,
      readProcedures([file('county.yaml', 'id: county\ntitle: Fenshire manual\n')], packs()),
    )
    for (const [id, finding] of on) {
      if (off.get(id)!.reason.startsWith('switched off')) expect(finding.status).not.toBe(off.get(id)!.status)
      else expect(off.get(id)).toEqual(finding)
    }
  })

  test('is what the last layer with a list says, so that a layer can ask for it again', () => {
    const town = (rest: string) => file('town.yaml', `id: town\ntitle: Town\nextends: [county.yaml]\n${rest}`)
    const off = (rest: string) =>
      readProcedures([county, town(rest)], packs()).switchedOff?.map(({by, topic, requirement}) => [
        by,
        topic ?? requirement,
      ])
    expect(off('')).toEqual([
      ['Fenshire manual', 'prevent'],
      ['Fenshire manual', 'gov-board-lead'],
    ])
    expect(off('switchOff: []\n') ?? []).toEqual([])
    expect(off('switchOff: [{requirement: gov-board-lead, reason: as before}]\n')).toEqual([['Town', 'gov-board-lead']])
  })
})

test('a configuration may switch off more, in its own name', async () => {
  const switchOff: readonly SwitchedOff[] = [
    {requirement: 'gov-board-lead', reason: 'a sole trader', by: 'policy-align.config.yaml'},
  ]
  const report = await align(
    [file('policy.md', policy)],
    {procedures: [], organisation: null, packs: packs(), switchOff},
    {asOf: '2026-11-23', revisions: 'accepted', failOn: 'major', tool: {name: 'policy-align', version: '0.0.0'}},
  )
  const finding = report.policies[0]!.findings.find(({requirement}) => requirement.id === 'gov-board-lead')
  expect(finding).toMatchObject({
    status: 'not-applicable',
    reason: 'switched off by policy-align.config.yaml: a sole trader',
  })
})

describe('is refused', () => {
  const refusal = (act: () => unknown): InputError => {
    try {
      act()
    } catch (error) {
      if (error instanceof InputError) return error
    }
    throw new Error('nothing was refused')
  }
  const model = (entry: string) =>
    refusal(() => readProcedures([file('m.yaml', `id: m\ntitle: M\nswitchOff:\n  - ${entry}\n`)], packs()))

  test.each([
    [
      '{requirement: gov-bord-lead, reason: x}',
      'm.yaml:4:6: switchOff names the requirement gov-bord-lead',
      'Did you mean gov-board-lead?',
    ],
    ['{topic: prevnt, reason: x}', 'm.yaml:4:6: switchOff names the topic prevnt', 'Did you mean prevent?'],
    ['{topic: gov-board-lead, reason: x}', 'switchOff names the topic gov-board-lead', 'explain --list'],
    ['{topic: prevent, requirement: gov-board-lead, reason: x}', 'names a requirement and a topic', 'two entries'],
    ['{topic: prevent}', 'm.yaml:4:5: the field reason is missing', 'Add reason.'],
    ['{reason: x}', 'm.yaml:4:5: the field requirement is missing', 'Add requirement.'],
    ['{topic: prevent, reason: ""}', 'reason is empty', ''],
    ['{topics: prevent, reason: x}', 'unknown field topics; did you mean topic?', ''],
  ])('%s', (entry, message, fix) => {
    const error = model(entry)
    expect(error.message).toContain(message)
    expect(error.fix).toContain(fix)
  })

  test('a name in a configuration, with its place', () => {
    const place = {path: 'policy-align.config.yaml', line: 7, column: 5}
    const switchOff = [{topic: 'prevnt', reason: 'x', by: 'policy-align.config.yaml', place}]
    const error = refusal(() => readYardstick({procedures: [], organisation: null, packs: packs(), switchOff}))
    expect(error.message).toContain('policy-align.config.yaml:7:5: switchOff names the topic prevnt')
  })
})
