import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {policyAlign} from '../program.js'

// Each script is loaded by its own shell, which is then asked to complete lines.

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  mkdirSync(join(folder, 'policies'))
  writeFileSync(join(folder, 'our policy.docx'), '')
  for (const shell of ['bash', 'zsh', 'fish']) {
    const {code, stdout, stderr} = policyAlign('completion', shell)
    expect([code, stderr]).toEqual([0, ''])
    writeFileSync(join(folder, `script.${shell}`), stdout)
  }
})
afterAll(() => rmSync(folder, {recursive: true}))

function shell(program: string, ...args: string[]): string[] {
  const {status, stdout, stderr} = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: {...process.env, HOME: folder},
  })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return stdout.split('\n').filter(Boolean)
}

/** What bash offers at the end of a line. */
function inBash(line: string): string[] {
  // bash takes the sign in --flag=value for a word of its own.
  const words = ['policy-align', ...line.replace('=', ' = ').split(' ')]
  const list = words.map((word) => `'${word}'`).join(' ')
  return shell(
    'bash',
    '--norc',
    '-c',
    `source script.bash; COMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _policy_align; printf '%s\\n' "\${COMPREPLY[@]}"`,
  )
}

/** What fish offers, without its descriptions. */
function inFish(line: string): string[] {
  return shell('fish', '--no-config', '-c', `source script.fish; complete -C 'policy-align ${line}'`).map(
    (offer) => offer.split('\t')[0]!,
  )
}

describe.each([
  ['bash', inBash],
  ['fish', inFish],
] as const)('%s', (_, offered) => {
  test.each([
    ['ch', ['check']],
    ['procedures v', ['validate', 'verify']],
    ['check --fail-on m', ['major', 'minor']],
    ['check --format=j', ['json', 'junit']],
    ['check --upd', ['--update-baseline']],
    ['procedures validate --stri', ['--strict']],
    ['completion f', ['fish']],
    ['check our', ['our policy.docx']],
    ['check --procedures our', ['our policy.docx']],
  ])('policy-align %s', (line, offers) => {
    const plain = offered(line).map((offer) => offer.replace('--format=', '').replaceAll('\\ ', ' '))
    expect(plain.sort()).toEqual(offers)
  })

  test('knows the requirements and topics', () => {
    expect(offered('check --only contact-la')).toEqual(['contact-lado'])
    expect(offered('explain escal')).toContain('escalation')
  })

  test('offers every command at the beginning', () => {
    expect(offered('')).toEqual(expect.arrayContaining(['check', 'inspect', 'procedures', 'init', 'completion']))
  })
})

test('zsh takes the script, and completes the program by it', () => {
  const code = 'autoload -U +X compinit && compinit -u; source script.zsh; print -r -- $_comps[policy-align]'
  expect(shell('zsh', '-f', '-c', code).join()).toContain('_bash_complete')
})

test('another shell is told what there is', () => {
  expect(policyAlign('completion', 'cmd')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/bash, zsh, fish/),
  })
})
