import {execFileSync} from 'node:child_process'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)

/** Runs a package's program with this Node; gives what it printed where it failed, '' where all is well. */
function complaints(packageName: string, bin: string, ...args: string[]): string {
  try {
    execFileSync(process.execPath, [join(dirname(require.resolve(`${packageName}/package.json`)), bin), ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return ''
  } catch (error) {
    const {stdout = '', stderr = ''} = error as {stdout?: string; stderr?: string}
    return `${stdout}${stderr}`
  }
}

test('the code is formatted and free of what the linter finds', () => {
  expect(complaints('@biomejs/biome', 'bin/biome', 'ci', '--colors=off', '.')).toBe('')
})

test('the types hold', () => {
  expect(complaints('typescript', 'bin/tsc', '--noEmit', '--pretty', 'false', '-p', '.')).toBe('')
})
