import {spawnSync} from 'node:child_process'
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {expect, test} from 'vitest'
import {root} from './program.js'

// What the program is built on, what it ships, and that it talks to nobody.

const read = (name: string) => readFileSync(join(root, name), 'utf8')
const {dependencies, devDependencies, files, version} = JSON.parse(read('package.json'))

interface Locked {
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
  readonly integrity?: string
  readonly resolved?: string
  readonly license?: string
}
const locked = Object.entries(JSON.parse(read('package-lock.json')).packages as Record<string, Locked>).filter(
  ([path]) => path !== '',
)

test('each package is asked for at one version', () => {
  for (const [name, wanted] of Object.entries({...dependencies, ...devDependencies})) {
    expect(wanted, name).toMatch(/^\d+\.\d+\.\d+$/)
  }
})

test('the README says what each package that ships is for', () => {
  const [, told] = /^## What it is built on\n(.*?)^## /ms.exec(read('README.md'))!
  for (const name of Object.keys(dependencies))
    expect(told).toMatch(new RegExp(`\`${name}\`[^\`]*\\(|\`${name}\` (?:and|with)`))
})

test('nothing that ships runs a script when it is installed, and all of it is what was locked', () => {
  const shipped = locked.filter(([, {dev}]) => !dev)
  expect(shipped.length).toBeGreaterThan(Object.keys(dependencies).length)
  for (const [path, {hasInstallScript, integrity, resolved}] of shipped) {
    expect(hasInstallScript, path).toBeUndefined()
    expect(integrity, path).toMatch(/^sha512-/)
    expect(resolved ?? 'https://registry.npmjs.org/', path).toMatch(/^https:\/\/registry\.npmjs\.org\//)
  }
})

test('the package holds the program, its schemas and what a reader needs, and nothing else', () => {
  const {stdout} = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {cwd: root, encoding: 'utf8'})
  const [packed] = JSON.parse(stdout) as [{files: {path: string}[]; version: string}]
  expect(packed.version).toBe(version)
  const places = new Set(packed.files.map(({path}) => path.split('/')[0]))
  expect([...places].sort()).toEqual([...files, 'LICENSE', 'README.md', 'package.json'].sort())
  expect(packed.files.filter(({path}) => /\.(?:ts|map)$/.test(path) && !path.endsWith('.d.ts'))).toEqual([])
})

test('packing twice gives the same bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  try {
    const [one, other] = ['a', 'b'].map((name) => {
      const args = ['pack', '--ignore-scripts', '--pack-destination', folder]
      expect(spawnSync('npm', args, {cwd: root}).status, name).toBe(0)
      return readFileSync(join(folder, readdirSync(folder).find((each) => each.endsWith('.tgz'))!))
    })
    expect(one!.equals(other!)).toBe(true)
  } finally {
    rmSync(folder, {recursive: true})
  }
})

test('what is compiled beforehand is taken, is the same from any folder, and changes no report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  const check = ['check', join(root, 'fixtures/labelled/quarry-lane-school/planted/policy.docx'), '--no-config']
  const report = (place: string, ...node: string[]) =>
    spawnSync(process.execPath, [...node, join(place, 'bin/run.js'), ...check], {cwd: root, encoding: 'utf8'})
  try {
    for (const name of ['bin', 'dist', 'fixtures', 'schemas', 'package.json', 'oclif.manifest.json'])
      cpSync(join(root, name), join(folder, name), {recursive: true})
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir')
    rmSync(join(folder, 'dist/compiled'), {recursive: true})
    const watch = join(folder, 'watch.mjs')
    writeFileSync(
      watch,
      `import {syncBuiltinESMExports} from 'node:module'
import vm from 'node:vm'
vm.Script = class extends vm.Script {
  constructor(code, options) {
    super(code, options)
    if (this.cachedDataRejected !== false) process.stderr.write(options.filename)
  }
}
syncBuiltinESMExports()
`,
    )
    const taken = report(root, '--import', pathToFileURL(watch).href)
    expect(taken).toMatchObject({status: 1, stderr: ''})
    const without = report(folder)
    expect(without).toMatchObject({status: 1, stderr: ''})
    expect(without.stdout === taken.stdout).toBe(true)

    expect(spawnSync(process.execPath, ['bin/compile.js'], {cwd: folder}).status).toBe(0)
    const compiled = (place: string) =>
      readdirSync(join(place, 'dist/compiled'), {recursive: true, encoding: 'utf8'})
        .filter((name) => name.endsWith('.cjs'))
        .sort()
    expect(compiled(root).length).toBeGreaterThan(10)
    expect(compiled(folder)).toEqual(compiled(root))
    for (const name of compiled(root)) {
      const [one, other] = [root, folder].map((place) => readFileSync(join(place, 'dist/compiled', name)))
      expect(one!.equals(other!), name).toBe(true)
    }
  } finally {
    rmSync(folder, {recursive: true})
  }
})

test('no command opens a connection', () => {
  const folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  try {
    const guard = join(folder, 'guard.mjs')
    writeFileSync(
      guard,
      `import net from 'node:net'
import dns from 'node:dns'
import dgram from 'node:dgram'
const refuse = () => { process.stderr.write('A CONNECTION WAS OPENED'); process.exit(99) }
net.Socket.prototype.connect = refuse
dns.lookup = refuse
dgram.createSocket = refuse
globalThis.fetch = refuse
`,
    )
    const school = join(root, 'fixtures/labelled/quarry-lane-school')
    const yardstick = ['--procedures', join(school, 'good/procedures.yaml'), '--no-config', '--fail-on', 'never']
    const [good, planted] = ['good', 'planted'].map((name) => join(school, name, 'policy.docx'))
    const html = ['--quiet', '--output', join(folder, 'report.html'), '--output', join(folder, 'report.docx')]
    const runs = [
      ['check', planted!, ...yardstick, ...html],
      ['compare', good!, planted!, ...yardstick, '--format', 'json'],
      ['annotate', planted!, ...yardstick.slice(0, 3), '--output', join(folder, 'marked.docx')],
      ['inspect', planted!],
      ['procedures', 'validate', join(school, 'good/procedures.yaml')],
      ['procedures', 'draft', join(school, 'good/policy.md'), '--output', join(folder, 'draft.yaml')],
    ]
    for (const args of runs) {
      const {status, stderr} = spawnSync(
        process.execPath,
        ['--import', pathToFileURL(guard).href, join(root, 'bin/run.js'), ...args],
        {encoding: 'utf8', maxBuffer: 2 ** 28},
      )
      expect(stderr, args[0]).not.toContain('A CONNECTION')
      expect([0, 1], `${args[0]}: ${stderr}`).toContain(status)
    }
  } finally {
    rmSync(folder, {recursive: true})
  }
})
