import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {expect} from 'vitest'

export const root = fileURLToPath(new URL('..', import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the built program from the project's root, as a shell would, without a terminal. */
export function policyAlign(...args: readonly string[]): Ran {
  return policyAlignWith({}, ...args)
}

/** The same with something on standard input, in another folder, or with other settings of the environment. */
export function policyAlignWith(
  {
    input = '',
    cwd = root,
    env = {},
    node = [],
  }: {input?: string | Uint8Array; cwd?: string; env?: Record<string, string>; node?: readonly string[]},
  ...args: readonly string[]
): Ran {
  const {FORCE_COLOR: _, NO_COLOR: __, DEBUG: ___, ...rest} = process.env
  const {status, stdout, stderr} = spawnSync(process.execPath, [...node, `${root}/bin/run.js`, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {...rest, ...env},
  })
  return {code: status, stdout, stderr}
}

/** One line that names the program, without a trace of the code. */
export function expectOneLine(stderr: string): void {
  expect(stderr).toMatch(/^policy-align: [^\n]+\n$/)
  expect(stderr).not.toMatch(/\bat \S+ \(|node_modules|\.js:\d|fault of the program/)
}
