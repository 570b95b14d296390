import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {expectOneLine, policyAlign, policyAlignWith, type Ran, root} from './program.js'
import {expectBySchema} from './report/schemas.js'

// The built program, as a shell runs it: exit codes, what goes to which stream, and nothing written unasked.

let folder: string
const at = (name: string) => join(folder, name)

const policy = `# Safeguarding policy

## Allegations

Allegations against staff are told to the LADO within three working days.

## Confidentiality

Staff may promise a child to keep a secret.
`

/** A run that several tests look at is made once. */
const runs = new Map<string, Ran>()
function ran(...args: string[]): Ran {
  const key = JSON.stringify(args)
  const made = runs.get(key) ?? policyAlign(...args)
  runs.set(key, made)
  return made
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  writeFileSync(at('policy.md'), policy)
  writeFileSync(at('second.md'), '# Lone working policy\n\nWe keep children safe.\n')
})
afterAll(() => rmSync(folder, {recursive: true}))

describe('check', () => {
  test('ends with 1 where there are gaps, and says so in its last line', () => {
    const {code, stdout, stderr} = policyAlign('check', at('policy.md'))
    expect(code).toBe(1)
    expect(stderr).toBe('')
    expect(stdout).toMatch(/gaps? (?:is|are) major or critical: exit 1, because --fail-on is major\.\n$/)
    expect(stdout).toContain('No local procedures were given')
  })

  test('ends with 0 where nothing is at the level that was asked for', () => {
    const {code, stdout} = policyAlign('check', at('policy.md'), '--fail-on', 'never')
    expect(code).toBe(0)
    expect(stdout).toMatch(/Exit 0: findings never fail this run.*\n$/)
  })

  test('gives JSON as its schema says, the same bytes each time, in the order of the pack', () => {
    const run = () => policyAlign('check', at('policy.md'), '--format', 'json', '--as-of', '2026-11-23')
    const {stdout, code} = run()
    expect(code).toBe(1)
    expect(run().stdout).toBe(stdout)
    const report = JSON.parse(stdout)
    expectBySchema('report', report)
    expect(report.asOf).toBe('2026-11-23')
    const ids: string[] = report.policies[0].findings.map(
      ({requirement}: {requirement: {id: string}}) => requirement.id,
    )
    expect(new Set(ids).size).toBe(ids.length)
    const listed = ran('explain').stdout
    for (const id of ids) expect(listed).toContain(id)
  })

  test('quotes the policy word for word', () => {
    const report = JSON.parse(ran('check', at('policy.md'), '-f', 'json').stdout)
    const {policy: read} = JSON.parse(ran('inspect', at('policy.md'), '-f', 'json').stdout)
    const texts = new Map<string, string>()
    const collect = (sections: typeof read.sections): void => {
      for (const section of sections) {
        for (const {id, text} of section.passages) texts.set(id, text)
        collect(section.sections)
      }
    }
    collect(read.sections)
    for (const {evidence} of report.policies[0].findings) {
      for (const {quote, passageId} of evidence) expect(texts.get(passageId)).toContain(quote)
    }
  })

  test('takes one requirement or topic, or leaves it out', () => {
    const all = JSON.parse(ran('check', at('policy.md'), '-f', 'json').stdout).policies[0].findings
    const {topic, id} = all[0].requirement
    const of = (...flags: string[]) =>
      JSON.parse(policyAlign('check', at('policy.md'), '-f', 'json', '--audience', 'both', ...flags).stdout).policies[0]
        .findings
    const both = of()
    const inTopic = both.filter(({requirement}: {requirement: {topic: string}}) => requirement.topic === topic)
    expect(of('--only', topic)).toEqual(inTopic)
    expect(of('--skip', id)).toEqual(both.slice(1))
  })

  test('writes a report for each --output, and nothing else', () => {
    const before = readdirSync(folder)
    const {code, stdout} = policyAlign('check', at('policy.md'), '--output', at('report.json'))
    expect(code).toBe(1)
    expect(stdout).toContain('FIX TODAY')
    expectBySchema('report', JSON.parse(readFileSync(at('report.json'), 'utf8')))
    rmSync(at('report.json'))
    expect(readdirSync(folder)).toEqual(before)
  })

  test('takes folders, and standard input where it is asked for', () => {
    const report = JSON.parse(policyAlign('check', folder, '-f', 'json').stdout)
    expect(report.policies.map(({path}: {path: string}) => path)).toEqual([at('policy.md'), at('second.md')])
    const piped = policyAlignWith({input: policy}, 'check', '-', '-f', 'json')
    expect(JSON.parse(piped.stdout).policies[0]).toMatchObject({format: 'markdown', title: 'Safeguarding policy'})
  })

  test('checks what can be read, tells the rest, writes no file and ends with 2', () => {
    const {code, stdout, stderr} = policyAlign('check', at('policy.md'), at('nowhere.md'), '-o', at('report.json'))
    expect(code).toBe(2)
    expect(stderr).toBe(
      `policy-align: ${at('nowhere.md')}: there is no such file. Check the name, and the folder that you are in.\n`,
    )
    expect(stdout).toMatch(/but 1 document could not be read: exit 2\.\n$/)
    expect(readdirSync(folder)).not.toContain('report.json')
  })

  test('gives no colour to a pipe, and takes FORCE_COLOR, NO_COLOR and --no-color', () => {
    const colored = (env: Record<string, string>, ...flags: string[]) =>
      policyAlignWith({env}, 'check', at('policy.md'), ...flags).stdout.includes('\u001b')
    expect(colored({})).toBe(false)
    expect(colored({FORCE_COLOR: '1'})).toBe(true)
    expect(colored({FORCE_COLOR: '1'}, '--no-color')).toBe(false)
    expect(colored({NO_COLOR: '1'})).toBe(false)
  })
})

describe('inspect', () => {
  test('gives JSON as its schema says', () => {
    const {code, stdout} = ran('inspect', at('policy.md'), '-f', 'json')
    expect(code).toBe(0)
    const inspected = JSON.parse(stdout)
    expectBySchema('policy', inspected)
    expect(inspected.facts.timescales).toContainEqual(expect.objectContaining({amount: 3, unit: 'working-days'}))
  })

  test('shows a person the outline, the facts and their places', () => {
    const {code, stdout} = policyAlign('inspect', at('policy.md'))
    expect(code).toBe(0)
    expect(stdout).toContain('Outline')
    expect(stdout).toContain('Time limits (1)')
    expect(stdout.replace(/\s+/g, ' ')).toMatch(/three working days”.*Allegations, line 5/)
  })
})

describe('explain', () => {
  test('lists every requirement by topic', () => {
    const {code, stdout} = ran('explain')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^escalation$/m)
  })

  test('tells what is asked, why, by which sources, and in what words', () => {
    const report = JSON.parse(ran('check', at('policy.md'), '-f', 'json').stdout)
    const {code, stdout} = policyAlign('explain', report.policies[0].findings[0].requirement.id)
    expect(code).toBe(0)
    for (const heading of ['What is asked', 'Why', 'Words to use', 'Wordings that meet it', 'Sources']) {
      expect(stdout).toContain(heading)
    }
  })
})

describe('mistakes are told in one line with a fix, and end with 2', () => {
  test.each([
    [['chekc', 'policy.md'], 'chekc: there is no such command. Did you mean check?'],
    [['chekc', '--help'], 'chekc: there is no such command. Did you mean check?'],
    [['check'], 'POLICY: no policy was named. Name one, or set policies in policy-align.config.yaml. See --help.'],
    [
      ['check', 'policy.md', '--proceduers', 'x.yaml'],
      '--proceduers: there is no such flag. Did you mean --procedures?',
    ],
    [['check', 'policy.md', '--format', 'jsno'], 'Did you mean json?'],
    [['check', 'policy.md', '--fail-on', 'high'], '--fail-on: "high" is none of critical, major, minor, never.'],
    [['check', 'policy.md', '--as-of', '2026-02-30'], '--as-of: "2026-02-30" is not a date. Write it as year'],
    [['check', 'policy.md', '--output', 'report.pdf'], 'report.pdf: no report has this ending. Give --output a name'],
    [['check', 'policy.md', '--output', 'policy.md'], 'policy.md: this file is also read. Give --output another name.'],
    [['check', 'policy.md', '--output', 'nowhere/report.json'], 'nowhere/report.json: there is no such folder.'],
    [
      ['check', 'policy.md', '--only', 'escalatoin'],
      '--only: there is no requirement or topic "escalatoin". Did you mean escalation?',
    ],
    [['check', 'policy.md', '--procedures', 'nowhere.yaml'], 'nowhere.yaml: there is no such file.'],
    [['check', 'polcy.md'], 'polcy.md: there is no such file. Did you mean policy.md?'],
    [['check', '*.rtf'], '*.rtf: no file has a name like this.'],
    [['inspect', '.'], '.: this is a folder. Give a Word or Markdown file.'],
    [['inspect', 'policy.md', 'second.md'], 'Unexpected argument: second.md.'],
    [['explain', 'escalation-polcy'], 'there is no requirement "escalation-polcy".'],
  ])('%j', (args, line) => {
    const {code, stdout, stderr} = policyAlignWith({cwd: folder}, ...args)
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expectOneLine(stderr)
    expect(stderr).toContain(line)
    expect(readdirSync(folder).sort()).toEqual(['policy.md', 'second.md'])
  })
})

describe('the program', () => {
  test('tells its version and its help without loading a reader, the pack or a writer', () => {
    const loaded = join(folder, 'loaded.txt')
    for (const args of [['--version'], ['-V'], ['--help'], ['check', '--help'], ['inspect', '-h']]) {
      writeFileSync(loaded, '')
      const {code, stdout} = policyAlignWith(
        {env: {LOADED: loaded}, node: ['--import', `${root}/tests/loaded.js`]},
        ...args,
      )
      expect(code).toBe(0)
      expect(stdout).toMatch(/policy-align/)
      const names = readFileSync(loaded, 'utf8')
      expect(names).toContain('bin/run.js')
      expect(names).not.toMatch(
        /mammoth|remark|unified|ajv|yaml|dist\/(?:program\/)?(?:align|read|compare|packs|text\/(?!nearest-name)|requirements)|report\/(?:terminal|json)/,
      )
    }
    rmSync(loaded)
  })

  test('takes "help check" as well', () => {
    expect(policyAlign('help', 'check').stdout).toBe(policyAlign('check', '--help').stdout)
  })

  test('ends quietly when its reader goes away', async () => {
    const {spawn} = await import('node:child_process')
    const child = spawn(process.execPath, [join(root, 'bin/run.js'), 'check', at('policy.md'), '-f', 'json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.destroy()
    let told = ''
    child.stderr.on('data', (data) => {
      told += data
    })
    const code = await new Promise((done) => child.on('close', done))
    expect({code, told}).toEqual({code: 1, told: ''})
  })

  test('has a manifest that is as fresh as its commands', async () => {
    const {Plugin} = await import('@oclif/core/config')
    const plugin = new Plugin({
      errorOnManifestCreate: true,
      ignoreManifest: true,
      respectNoCacheDefault: true,
      root,
      type: 'core',
    } as never)
    await plugin.load()
    expect(JSON.parse(readFileSync(`${root}/oclif.manifest.json`, 'utf8')).commands).toEqual(
      JSON.parse(JSON.stringify(plugin.manifest.commands)),
    )
  })
})
