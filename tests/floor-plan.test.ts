import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {join, posix, relative, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'

const src = fileURLToPath(new URL('../src', import.meta.url))

/** Which folder may import which. `.` is src itself: the files that join the floors. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: ['model'],
  requirements: ['model', 'text'],
  read: ['model', 'text'],
  compare: ['model', 'requirements', 'text'],
  report: ['model'],
  // Tells, compares and edits a model of local procedures by itself: no policy comes into it.
  procedures: ['model', 'text', 'read'],
  // Marks up the person's own file: it reads packages under the reader's guards, and tells findings in the words of the reports.
  annotate: ['model', 'read', 'report'],
  // Makes what a new user starts from: it asks as procedures new does, and writes files.
  setup: ['model', 'text', 'read', 'procedures'],
  // Reads facts out of a partnership's own document, and writes them as a model: quotations first, then YAML.
  draft: ['model', 'text'],
  // Holds two versions of a policy, or two judgements of one, beside each other: what was said and found before and after.
  changes: ['model', 'text'],
  '.': ['model', 'text', 'read', 'compare', 'report', 'annotate', 'procedures', 'draft', 'setup', 'changes'],
  cli: ['model', 'text', 'report', 'read'],
  // Judges many policies at once, in threads, and keeps what came of them: it runs the joined floors, from outside.
  jobs: ['.', 'cli', 'model', 'read', 'report'],
  commands: ['.', 'cli', 'jobs', 'report', 'model'],
}

/** Packages that a floor may use; the floors that are not named use none. */
const mayUse: Readonly<Record<string, RegExp>> = {
  text: /^wink-porter2-stemmer$/,
  report: /^(?:docx|docx\/layout|fflate|node:crypto|write-excel-file\/node)$/,
  read: /^(?:mammoth|jszip|saxes|@xmldom\/xmldom|unified|remark-[a-z]+|mdast|mdast-util-to-string|unist|yaml|ajv|ajv-formats)(?:\/|$)|^node:(?:crypto|zlib|module)$/,
  annotate: /^(?:diff|node:zlib)$/,
  changes: /^diff$/,
  procedures: /^(?:yaml|node:util)$/,
  draft: /^yaml$/,
  setup: /^yaml$/,
  cli: /^(?:@oclif\/core\/|node:)/,
  jobs: /^node:/,
  commands: /^@oclif\/core\//,
}

/** Folders that may touch the machine: disk, clock, terminal, process. */
const shell = ['cli', 'jobs', 'commands']

const files = filesIn(src).filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))

describe.each(files)('%s', (file) => {
  const floor = floorOf(file)
  const code = withoutComments(readFileSync(join(src, file), 'utf8'))

  test('stays on its floor', () => {
    expect(Object.keys(mayImport)).toContain(floor)
    for (const specifier of importsOf(code)) {
      if (specifier.startsWith('.')) {
        const target = floorOf(posix.join(posix.dirname(file), specifier))
        if (target !== floor) expect(mayImport[floor], `${file} imports ${specifier}`).toContain(target)
      } else {
        expect(specifier, `${file} imports ${specifier}`).toMatch(mayUse[floor] ?? /^$/)
      }
    }
  })

  if (!shell.includes(floor)) {
    test('asks no clock, console, process or chance', () => {
      expect(code).not.toMatch(
        /\bDate\.now\b|\bnew Date\(\s*\)|\bconsole\.|\bprocess\.|\bMath\.random\b|\bperformance\.now\b/,
      )
    })
  }

  if (floor === 'commands') {
    test('loads no reader and no writer before it runs', () => {
      const early = [...code.matchAll(/^import (?!type\b)[^;]*? from '([^']+)'/gms)].map(([, specifier]) => specifier!)
      for (const specifier of early)
        expect(specifier).not.toMatch(/align\.js|\/read\/|\/compare\/|\/report\/(?!(?:\w+\/)?index\.js)/)
    })
  }
})

test('ARCHITECTURE.md says the same', () => {
  const page = readFileSync(join(src, '../ARCHITECTURE.md'), 'utf8')
  const rows = [...page.matchAll(/^\| `([\w.]+)` \| [^|]+ \| ([^|]+) \| [^|]+ \|$/gm)]
  const told = rows.map(([, floor, leans]) => [floor, [...leans!.matchAll(/`([\w.]+)`/g)].map(([, name]) => name)])
  expect(Object.fromEntries(told)).toEqual(mayImport)
  const [, touching] = /^Only (.*) touch the machine\./m.exec(page)!
  expect([...touching!.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(shell)
  for (const [, path] of page.matchAll(/`((?:src|tests)\/[\w/.-]+)`/g))
    expect(existsSync(join(src, '..', path!)), path).toBe(true)
})

test('files are named for what they hold', () => {
  for (const file of files) expect(file).not.toMatch(/util|helper|common|manager|service/i)
})

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [relative(src, path).split(sep).join('/')]
  })
}

/** The first folder below src: read/word/styles.ts stands on the floor `read`. */
function floorOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '.'
}

function importsOf(code: string): string[] {
  const from = [...code.matchAll(/^\s*(?:import|export)\b[^'"]*?from '([^']+)'/gms)]
  const bare = [...code.matchAll(/^import '([^']+)'/gm)]
  const late = [...code.matchAll(/\bimport\('([^']+)'\)/g)]
  return [...from, ...bare, ...late].map(([, specifier]) => specifier!)
}

function withoutComments(code: string): string {
  return code.replace(/\/\*\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}
