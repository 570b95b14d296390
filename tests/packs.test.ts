import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {expectOneLine, policyAlignWith} from './program.js'
import {expectBySchema} from './report/schemas.js'

// Packs that are added to the England pack, as a governing body of a sport would publish one.

const about = (id = 'safer-sport', more = ''): string => `id: ${id}
title: Safer sport pack
edition: "2"
date: "2026-10-01"
changelog:
  - edition: "2"
    date: "2026-10-01"
    changes: ["Changing rooms."]
${more}`

const changingRooms = (claim = 'no adult is alone with a child in a changing room'): string => `
- id: sport-changing-rooms
  title: Changing rooms
  topic: sport
  audience: children
  modality: must
  severity: major
  sources: ["Safer sport code 2026, rule 4"]
  why: Children were harmed there.
  checks:
    - kind: statement-present
      claim: ${claim}
      ways: ["~(alone | one to one) & changing room*"]
  cues: [changing room]
  facts: []
  suggestedWording: No adult is ever alone with a child in a changing room.
  examples: {meets: [], partial: [], conflicts: []}
`
const override = `
- id: whistleblowing
  severity: critical
`
const policy = `# Safeguarding policy

Coaches are never alone with a child in the changing rooms.
`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  write('policy.md', policy)
})
afterEach(() => rmSync(folder, {recursive: true}))

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), {recursive: true})
  writeFileSync(join(folder, name), text)
}

const run = (...args: readonly string[]) => policyAlignWith({cwd: folder}, ...args)

function writeFolder(at: string, id?: string): void {
  write(`${at}/pack.yaml`, about(id, 'topics: [sport]\n'))
  write(`${at}/requirements/sport.yaml`, changingRooms())
}

function checked(...args: readonly string[]) {
  const {stdout, stderr} = run('check', 'policy.md', '--format', 'json', '--as-of', '2026-11-23', ...args)
  expect(stderr).toBe('')
  const report = JSON.parse(stdout)
  expectBySchema('report', report)
  const findings = report.policies[0].findings as {
    requirement: {id: string; severity: string}
    status: string
    reason: string
  }[]
  return {
    packs: report.packs as {id: string; sha256: string}[],
    findings,
    finding: (id: string) => findings.find(({requirement}) => requirement.id === id),
  }
}

describe('a pack is laid over the England pack', () => {
  test.each<[string, () => readonly string[]]>([
    [
      'from a file',
      () => {
        write('sport.yaml', about('safer-sport', `requirements:${changingRooms()}`))
        return ['--pack', 'sport.yaml']
      },
    ],
    [
      'from a folder',
      () => {
        writeFolder('packs/sport')
        return ['--pack', 'packs/sport']
      },
    ],
    [
      'from a package',
      () => {
        writeFolder('node_modules/@safer/sport-pack/pack')
        write('node_modules/@safer/sport-pack/package.json', '{"policyAlign": {"pack": "./pack"}}')
        return ['--pack', '@safer/sport-pack']
      },
    ],
    [
      'by the extends of a model',
      () => {
        writeFolder('packs/sport')
        write('model.yaml', 'id: northmoor\ntitle: Northmoor\nextends: [england, packs/sport]\n')
        return ['--procedures', 'model.yaml']
      },
    ],
    [
      'by the configuration',
      () => {
        writeFolder('packs/sport')
        write('policy-align.config.yaml', 'packs: [packs/sport]\n')
        return []
      },
    ],
  ])('%s', (_, written) => {
    const {packs, findings, finding} = checked(...written())
    expect(packs.map(({id}) => id)).toEqual(['england', 'safer-sport'])
    expect(findings).toHaveLength(91)
    expect(finding('sport-changing-rooms')).toMatchObject({status: 'met'})
  })

  test('and changes a requirement field by field', () => {
    write('sport.yaml', about('safer-sport', `requirements:${override}`))
    const {findings, finding} = checked('--pack', 'sport.yaml')
    expect(findings).toHaveLength(90)
    expect(finding('whistleblowing')!.requirement.severity).toBe('critical')
    expect(checked().finding('whistleblowing')!.requirement.severity).not.toBe('critical')
  })

  test('and its requirements are switched off as any other', () => {
    writeFolder('packs/sport')
    write(
      'policy-align.config.yaml',
      'packs: [packs/sport]\nswitchOff:\n  - {topic: sport, reason: we have no changing rooms}\n',
    )
    expect(checked().finding('sport-changing-rooms')).toMatchObject({
      status: 'not-applicable',
      reason: expect.stringContaining('we have no changing rooms'),
    })
  })

  test('or stands alone', () => {
    write('sport.yaml', about('safer-sport', `extends: []\nrequirements:${changingRooms()}`))
    write('model.yaml', 'id: northmoor\ntitle: Northmoor\nextends: [sport.yaml]\n')
    const {packs, findings} = checked('--procedures', 'model.yaml')
    expect(packs.map(({id}) => id)).toEqual(['safer-sport'])
    expect(findings).toHaveLength(1)
  })
})

test('a digest follows the bytes of a pack, and nothing else', () => {
  const digest = (...args: string[]) => checked(...args).packs.at(-1)!.sha256
  writeFolder('a')
  writeFolder('b')
  write('b/requirements/sport.yaml', changingRooms('no adult is alone with a child in the changing room'))
  expect(digest('--pack', 'a')).toBe(digest('--pack', 'a'))
  expect(digest('--pack', 'a')).not.toBe(digest('--pack', 'b'))
})

test('explain lists what every pack asks, and names the packs', () => {
  writeFolder('packs/sport')
  const {stdout, code} = run('explain', '--list', '--pack', 'packs/sport')
  expect(code).toBe(0)
  expect(stdout).toContain('sport-changing-rooms')
  expect(stdout).toContain('gov-dsl-named')
  expect(stdout.replace(/\s+/g, ' ')).toContain('Safer sport pack, edition 2 of 1 October 2026')
  expect(run('explain').stdout).toBe(run('explain', '--list').stdout)
  expect(run('explain', '--pack', 'packs/sport', 'sport-changing-rooms').stdout).toContain(
    'Children were harmed there.',
  )
})

test('other commands take packs too', () => {
  writeFolder('packs/sport')
  write('newer.md', policy.replace('never alone', 'often alone with others'))
  const compared = JSON.parse(
    run('compare', 'policy.md', 'newer.md', '--pack', 'packs/sport', '--format', 'json').stdout,
  )
  expectBySchema('comparison', compared)
  expect(compared.packs.map(({id}: {id: string}) => id)).toEqual(['england', 'safer-sport'])
  expect(run('annotate', 'policy.md', '--patch', '--pack', 'packs/sport').code).toBe(0)
})

describe('is refused in one line', () => {
  test.each<[string, () => readonly string[], RegExp]>([
    ['a pack that is not there', () => ['--pack', 'sprot'], /sprot/],
    [
      'an unknown base',
      () => {
        write('sport.yaml', about('safer-sport', 'extends: [engalnd]\n'))
        return ['--pack', 'sport.yaml']
      },
      /^sport\.yaml:9:\d+: extends names engalnd, which is no pack that was found\. Write england\./,
    ],
    [
      'an id that is taken',
      () => {
        write('sport.yaml', about('england', `requirements:${changingRooms()}`))
        return ['--pack', 'sport.yaml']
      },
      /the id england is that of a pack that ships with the program/,
    ],
    [
      'packs that extend each other',
      () => {
        write('a.yaml', about('a', 'extends: [b.yaml]\n'))
        write('b.yaml', about('b', 'extends: [a.yaml]\n'))
        return ['--pack', 'a.yaml']
      },
      /which in the end extends this pack/,
    ],
    [
      'a new requirement that says too little',
      () => {
        write('sport.yaml', about('safer-sport', 'requirements:\n  - id: whistleblowin\n    severity: critical\n'))
        return ['--pack', 'sport.yaml']
      },
      /the requirement whistleblowin is new, and its field \w+ is missing\. .*write whistleblowing/,
    ],
    [
      'a pattern that cannot be read',
      () => {
        write('sport.yaml', about('safer-sport', `requirements:${changingRooms().replace('(alone', '(@alnoe')}`))
        return ['--pack', 'sport.yaml']
      },
      /^sport\.yaml:\d+:\d+: a pattern cannot be read: there is no class @alnoe/,
    ],
    [
      'a topic outside the folder of the pack',
      () => {
        write('packs/sport/pack.yaml', about('safer-sport', 'topics: ["../../secret"]\n'))
        return ['--pack', 'packs/sport']
      },
      /^packs\/sport\/pack\.yaml:9:\d+: .*plain name/,
    ],
    [
      'a package that leads out of itself',
      () => {
        writeFolder('sport')
        write('package/package.json', '{"policyAlign": {"pack": "../sport"}}')
        return ['--pack', 'package']
      },
      /policyAlign\.pack names no file or folder within the package/,
    ],
    [
      'a YAML bomb',
      () => {
        const layers = Array.from({length: 9}, (_, i) => `x-${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`)
        write('sport.yaml', about('safer-sport', `x-0: &a0 [x]\n${layers.join('\n')}\n`))
        return ['--pack', 'sport.yaml']
      },
      /alias/,
    ],
  ])('%s', (_, written, message) => {
    const {code, stderr, stdout} = run('check', 'policy.md', ...written())
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expectOneLine(stderr)
    expect(stderr.replace('policy-align: ', '')).toMatch(message)
  })

  test('a name beside --list', () => {
    expect(run('explain', '--list', 'whistleblowing').stderr).toContain('--list shows every requirement')
  })
})
