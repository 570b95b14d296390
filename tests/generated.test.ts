import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {settings, variableOf} from '../src/cli/settings.js'
import {schemaNamed} from '../src/read/schema-files.js'
import {reporters} from '../src/report/index.js'
import {kinds} from '../src/requirements/index.js'
import {policyAlign, root} from './program.js'

const readme = `${root}/README.md`

/** What the README holds between <!-- name --> and <!-- /name -->, and what the program would write there. */
const generated: readonly (readonly [name: string, make: () => string])[] = [
  ['excerpt', excerpt],
  ['commands', commands],
  ['settings', settingsTable],
  [
    'kinds',
    () =>
      table(
        ['Kind', 'What it asks'],
        kinds.map(({kind, summary}) => [`\`${kind}\``, summary]),
      ),
  ],
  [
    'formats',
    () =>
      table(
        ['Format', 'Ending', 'What it is for'],
        reporters.map(({name, extension, summary}) => [`\`${name}\``, extension ? `\`${extension}\`` : '', summary]),
      ),
  ],
]

describe('the README', () => {
  test.each(generated)('holds the %s that the program writes (UPDATE=1 npm test writes it anew)', (name, make) => {
    const made = make()
    if (process.env.UPDATE) writeFileSync(readme, filled(name, made))
    expect(readFileSync(readme, 'utf8')).toBe(filled(name, made))
  })

  test('names files that exist', () => {
    for (const [, path] of readFileSync(readme, 'utf8').matchAll(
      /[`( ]((?:fixtures|schemas|src|bin|examples)\/[\w./-]*\w)/g,
    )) {
      expect(existsSync(`${root}/${path}`), path).toBe(true)
    }
  })
})

function filled(name: string, made: string): string {
  const text = readFileSync(readme, 'utf8')
  const [start, end] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`]
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from < 0 || to < 0) throw new Error(`README.md has no place for ${name}`)
  return text.slice(0, from + start.length) + made + text.slice(to)
}

/** The first two findings of the report that the README's first command prints, and its last line. */
function excerpt(): string {
  const command = /^npm ci && node bin\/run\.js (check .*)$/m.exec(readFileSync(readme, 'utf8'))![1]!
  const {stdout} = policyAlign(...command.split(' '))
  // The digest changes with every word of the pack; nobody wants to see that here.
  const blocks = stdout
    .replace(/SHA-256 [0-9a-f]{16}…/, 'SHA-256 0123456789abcdef…')
    .trimEnd()
    .split('\n\n')
  const today = blocks.findIndex((block) => block.startsWith('FIX TODAY'))
  return ['```', blocks.slice(0, today + 3).join('\n\n'), '', '…', '', blocks.at(-1), '```'].join('\n')
}

/** The commands of the manifest that the build writes. */
function commands(): string {
  const manifest = JSON.parse(readFileSync(`${root}/oclif.manifest.json`, 'utf8')) as {
    commands: Record<string, {summary: string}>
  }
  return table(
    ['Command', 'What it does'],
    Object.entries(manifest.commands).map(([name, {summary}]) => [`\`${name.replaceAll(':', ' ')}\``, summary]),
  )
}

/** The keys of a configuration, with the flags and the variables of the environment that go over them. */
function settingsTable(): string {
  const {properties} = schemaNamed('config') as unknown as {properties: Record<string, {description: string}>}
  const {$schema: _, ...keys} = properties
  const flagOf = new Map<string, (typeof settings)[number]>(settings.map((setting) => [setting.key, setting]))
  const code = (text: string | undefined): string => (text === undefined ? '' : `\`${text}\``)
  return table(
    ['Key', 'Flag', 'Variable', 'What it says'],
    Object.entries(keys).map(([key, {description}]) => {
      const setting = flagOf.get(key)
      return [code(key), code(setting && `--${setting.flag}`), code(setting && variableOf(setting)), description]
    }),
  )
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
