import {type ChildProcess, execFileSync, spawn} from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as after} from 'node:timers/promises'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {readChunks} from '../src/cli/files.js'
import {expectOneLine, root} from './program.js'

// The world fails: disks are full, pipes close, people press Ctrl-C, files change and vanish. Nothing half written is
// left, and the exit code is right.

let folder: string
const at = (...names: string[]) => join(folder, ...names)
const day = ['--as-of', '2026-11-23', '--no-config']

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  mkdirSync(at('temporary'))
  writeFileSync(at('policy.md'), '# Safeguarding policy\n\nWe keep children safe. Staff must not approach the MASH.\n')
})
afterEach(() => {
  chmodSync(folder, 0o755)
  rmSync(folder, {recursive: true})
})

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
}

/** Starts the built program in the folder; its temporary files are then in a folder of their own. */
function started(args: readonly string[], stdout: 'pipe' | number = 'pipe', stderr: 'pipe' | number = 'pipe'): Running {
  const env = {...process.env, TMPDIR: at('temporary'), NO_COLOR: '1', DEBUG: ''}
  const stdio = ['ignore', stdout, stderr] as const
  const child = spawn(process.execPath, [`${root}/bin/run.js`, ...args], {cwd: folder, env, stdio: [...stdio]})
  const said = {stdout: '', stderr: ''}
  child.stdout?.setEncoding('utf8').on('data', (text) => (said.stdout += text))
  child.stderr?.setEncoding('utf8').on('data', (text) => (said.stderr += text))
  const ended = new Promise<Ended>((done) => child.on('close', (code, signal) => done({code, signal, ...said})))
  return {child, ended}
}

/** Every file below the folder but those that are given. */
function files(below = folder): string[] {
  return readdirSync(below, {recursive: true, withFileTypes: true})
    .filter((entry) => !entry.isDirectory())
    .map(({name}) => name)
    .sort()
}

function manyPolicies(count: number): void {
  mkdirSync(at('policies'))
  for (let i = 0; i < count; i++) writeFileSync(at('policies', `p${i}.md`), `# Policy ${i}\n\nWe keep children safe.\n`)
}

describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  const full = () => openSync('/dev/full', 'w')

  const commands = [
    ['check', 'policy.md', ...day],
    ['check', 'policy.md', '--format', 'json', ...day],
    ['inspect', 'policy.md'],
    ['explain'],
    ['completion', 'bash'],
    ['check', '--help'],
  ].map((args) => [args.join(' '), args] as const)

  test.each(commands)('under what %s prints', async (_, args) => {
    const {code, stderr} = await started(args, full()).ended
    expect(code).toBe(2)
    expectOneLine(stderr)
    expect(stderr).toContain('standard output: it cannot be written (ENOSPC)')
  })

  test('under the version', async () => {
    expect((await started(['--version'], full()).ended).code).toBe(2)
  })

  test('under what is said of errors: then the exit code alone tells', async () => {
    expect((await started(['check', 'policy.md', '--verbose', ...day], 'pipe', full()).ended).code).toBe(1)
    expect((await started(['check', 'nowhere.md', ...day], 'pipe', full()).ended).code).toBe(2)
    expect((await started(['nonsense'], 'pipe', full()).ended).code).toBe(2)
  })
})

describe('a file that cannot be written', () => {
  /** A limit on the size of a file is what a full disk is to it, and root is not above it. */
  function limited(...args: readonly string[]): {code: number; stderr: string} {
    const script = 'ulimit -f 8 && trap "" XFSZ && exec "$0" "$@" >/dev/null'
    try {
      execFileSync('bash', ['-c', script, process.execPath, `${root}/bin/run.js`, ...args], {
        cwd: folder,
        stdio: 'pipe',
      })
      return {code: 0, stderr: ''}
    } catch (error) {
      const {status, stderr} = error as {status: number; stderr: Buffer}
      return {code: status, stderr: stderr.toString()}
    }
  }

  test.skipIf(process.platform === 'win32')('for want of room leaves what was there, and none of the others', () => {
    writeFileSync(at('report.html'), 'the old report')
    const before = files()
    const {code, stderr} = limited('check', 'policy.md', ...day, '-o', 'report.csv', '-o', 'report.html')
    expect(code).toBe(2)
    expectOneLine(stderr)
    expect(stderr).toMatch(/^policy-align: report\.(?:csv|html): it cannot be written \(\w+\)/)
    expect(readFileSync(at('report.html'), 'utf8')).toBe('the old report')
    expect(files()).toEqual(before)
  })

  // Nothing stops root from writing to a folder, but for one in which nobody can make a file.
  const isRoot = process.getuid?.() === 0
  test.skipIf(isRoot && !existsSync('/proc/self'))('in a folder that is read only', async () => {
    const place = isRoot ? '/proc' : folder
    if (!isRoot) chmodSync(folder, 0o555)
    const {code, stderr, stdout} = await started(['check', 'policy.md', ...day, '-o', join(place, 'report.json')]).ended
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expectOneLine(stderr)
    expect(stderr).toContain('report.json: it cannot be written (')
  })

  test.each([['check'], ['compare', 'policy.md'], ['annotate', '--patch']])(
    'because a folder has its name: %s',
    async (...command) => {
      mkdirSync(at('report.json'))
      const [name, ...rest] = command
      const {code, stderr} = await started([name!, 'policy.md', ...rest, ...day, '--output', 'report.json']).ended
      expect(code).toBe(2)
      expectOneLine(stderr)
      expect(stderr).toContain('report.json: this is a folder')
    },
  )

  test.skipIf(!existsSync('/proc/self'))('and a cache that cannot be kept', async () => {
    const {code, stderr} = await started(['check', 'policy.md', ...day, '--cache', '--cache-location', '/proc/cache'])
      .ended
    expect(code).toBe(2)
    expectOneLine(stderr)
    expect(stderr).toContain('/proc/cache: nothing can be kept here (ENOENT)')
  })
})

describe('a pipe that closes', () => {
  test('ends nothing early: the exit code is that of the whole report', async () => {
    manyPolicies(40)
    const {child, ended} = started(['check', 'policies', ...day, '--show', 'all'])
    child.stdout!.once('data', () => child.stdout!.destroy())
    const {code, stderr} = await ended
    expect({code, stderr}).toEqual({code: 1, stderr: ''})
  })

  test('before anything was written', async () => {
    const {child, ended} = started(['inspect', 'policy.md'])
    child.stdout!.destroy()
    expect(await ended).toMatchObject({code: 0, stderr: ''})
  })

  test('for what is said of errors', async () => {
    const {child, ended} = started(['check', 'policy.md', ...day, '--verbose'])
    child.stderr!.destroy()
    expect((await ended).code).toBe(1)
  })
})

describe.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)('%s', (signal) => {
  test('in the middle of a run leaves nothing', async () => {
    manyPolicies(200)
    const before = files()
    const {child, ended} = started(['check', 'policies', ...day, '--verbose', '--jobs', '2', '-o', 'report.html'])
    let lines = 0
    child.stderr!.on('data', (text: string) => {
      lines += text.split('\n').length - 1
      // By then more reports are kept than memory is meant for.
      if (lines > 80) child.kill(signal)
    })
    expect(await ended).toMatchObject({code: null, signal, stdout: ''})
    expect(files()).toEqual(before)
  })

  test('in the middle of writing leaves what was there, and nothing else', async () => {
    // A report of many megabytes, so that it is still being written when the signal comes.
    const sections = Array.from({length: 6000}, (_, i) => `## Part ${i}\n\nWords ${i}.`)
    writeFileSync(at('long.md'), sections.join('\n\n'))
    writeFileSync(at('report.json'), 'the old report')
    const before = files()
    const {child, ended} = started(['check', 'long.md', ...day, '--texts', '-o', 'report.json', '-o', 'report.sarif'])
    const isWriting = () => files().some((name) => name.endsWith('.tmp'))
    while (!isWriting() && child.exitCode === null) await after(1)
    child.kill(signal)
    expect(await ended).toMatchObject({code: null, signal})
    expect(files()).toEqual(before)
    expect(readFileSync(at('report.json'), 'utf8')).toBe('the old report')
  })

  test('as a file becomes whole is not swallowed', async () => {
    const script = `
      const {begun} = await import('${root}/dist/cli/unfinished.js')
      const whole = begun('report.json')
      process.kill(process.pid, '${signal}')
      whole()
      setTimeout(() => {}, 5_000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {cwd: folder, stdio: 'inherit'})
    expect(await new Promise((done) => child.on('exit', (code, by) => done({code, by})))).toEqual({
      code: null,
      by: signal,
    })
  })

  test('in the middle of filling a cache leaves only what is whole', async () => {
    // So many that the run lasts on when the first line of it has been heard, also on a busy machine.
    manyPolicies(160)
    const cached = ['check', 'policies', ...day, '--cache', '--cache-location', 'cache']
    const {child, ended} = started([...cached, '--verbose'])
    child.stderr!.once('data', () => child.kill(signal))
    expect(await ended).toMatchObject({code: null, signal})
    expect(files(at('cache')).filter((name) => name.endsWith('.tmp'))).toEqual([])
    const plain = await started(['check', 'policies', ...day]).ended
    expect(await started(cached).ended).toEqual(plain)
  })
})

describe('a file', () => {
  test.skipIf(process.platform === 'win32')(
    'that vanishes during a run is missing, and no report is kept',
    async () => {
      execFileSync('mkfifo', [at('slow.md')])
      writeFileSync(at('gone.md'), '# Policy\n\nWe keep children safe.\n')
      const {ended} = started(['check', 'slow.md', 'gone.md', ...day, '--jobs', '1', '-o', 'report.json'])
      // To open it for writing waits until somebody reads.
      const slow = spawn(
        'bash',
        ['-c', 'exec 3>slow.md; rm gone.md; printf "# Slow\\n\\nWe keep children safe.\\n" >&3'],
        {
          cwd: folder,
        },
      )
      const {code, stdout, stderr} = await ended
      slow.kill()
      expect(code).toBe(2)
      expect(stderr).toMatch(/^policy-align: gone\.md: there is no such file\. .+\n$/)
      expect(stdout).toContain('1 document could not be read: exit 2')
      expect(existsSync(at('report.json'))).toBe(false)
    },
  )

  test('that changes while it is read is not judged', async () => {
    const path = at('growing.md')
    writeFileSync(path, 'We keep children safe.\n'.repeat(20_000))
    const read = async () => {
      let chunks = 0
      for await (const _ of readChunks(path, 'a policy')) if (chunks++ === 0) appendFileSync(path, 'And more.\n')
    }
    await expect(read()).rejects.toMatchObject({code: 'FILE_CHANGED', problem: 'this file changed while it was read'})
  })
})

test('two runs that fill one cache say the same, and leave it whole', async () => {
  manyPolicies(30)
  const args = ['check', 'policies', ...day, '--format', 'json']
  const cached = [...args, '--cache', '--cache-location', 'cache']
  const plain = await started(args).ended
  const both = await Promise.all([started(cached).ended, started([...cached, '--jobs', '2']).ended])
  const later = await started(cached).ended
  expect([...both, later]).toEqual([plain, plain, plain])
  expect(files(at('cache')).filter((name) => name.endsWith('.tmp'))).toEqual([])
})
