import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {dateGiven} from '../../src/cli/dates.js'
import {readSource} from '../../src/cli/files.js'
import {findPolicies} from '../../src/cli/find-policies.js'
import {globPattern, steadyPart} from '../../src/cli/glob.js'
import {takesColor} from '../../src/cli/screen.js'
import {checkPlaces, writeFiles} from '../../src/cli/write-files.js'
import {nearestName} from '../../src/text/nearest-name.js'

let folder: string
const at = (...names: string[]) => join(folder, ...names)
const found = (...given: string[]) => findPolicies(given.map((name) => at(name))).map((path) => relative(folder, path))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  mkdirSync(at('a', 'deep'), {recursive: true})
  for (const name of ['.hidden', 'node_modules']) mkdirSync(at(name))
  for (const name of [
    'b.docx',
    'a/one.md',
    'a/deep/two.DOCX',
    'a/~$two.docx',
    'a/notes.txt',
    '.hidden/three.md',
    'node_modules/four.md',
  ]) {
    writeFileSync(at(name), 'x')
  }
})
afterEach(() => rmSync(folder, {recursive: true}))

describe('finding policies', () => {
  test('a folder stands for its Word and Markdown files, without lock files, dot folders and node_modules', () => {
    expect(found('')).toEqual(['a/deep/two.DOCX', 'a/one.md', 'b.docx'])
  })

  test('a folder that links lead back to is entered once', () => {
    symlinkSync(folder, at('a', 'loop'))
    expect(found('')).toEqual(['a/deep/two.DOCX', 'a/one.md', 'b.docx'])
  })

  test('links that lead nowhere or to themselves are passed over, and told where they are named', async () => {
    symlinkSync(at('a', 'round.md'), at('a', 'round.md'))
    symlinkSync(at('gone.md'), at('a', 'broken.md'))
    expect(found('')).toEqual(['a/deep/two.DOCX', 'a/one.md', 'b.docx'])
    expect(found('a/*.md')).toEqual(['a/one.md'])
    expect(found('a/round.md')).toEqual(['a/round.md'])
    await expect(readSource(at('a', 'round.md'), 'a policy')).rejects.toMatchObject({code: 'FILE_LINK_LOOP'})
    await expect(readSource(at('a', 'broken.md'), 'a policy')).rejects.toMatchObject({code: 'FILE_MISSING'})
  })

  test('a glob leaves out lock files too', () => {
    expect(found('a/deep/*.DOCX')).toEqual(['a/deep/two.DOCX'])
    expect(() => found('a/~*')).toThrow('no file has a name like this')
  })

  test('a glob stands for the names like it', () => {
    expect(found('**/*.md')).toEqual(['a/one.md'])
    expect(found('*.docx')).toEqual(['b.docx'])
    expect(found('{a,c}/[n-o]*.??')).toEqual(['a/one.md'])
  })

  test('each file is given once, in the order asked for; names pass through', () => {
    expect(found('b.docx', '', 'nowhere.md')).toEqual(['b.docx', 'a/deep/two.DOCX', 'a/one.md', 'nowhere.md'])
    expect(findPolicies(['-', '-'])).toEqual(['-'])
  })

  test('a name with the signs of a glob that exists is that file', () => {
    writeFileSync(at('policy [2].md'), 'x')
    expect(found('policy [2].md')).toEqual(['policy [2].md'])
  })

  test.each([
    ['*.rtf', 'no file has a name like this'],
    ['nowhere/*.md', 'no file has a name like this'],
    ['a/[x', 'a bracket is not closed'],
    ['.hidden/none', undefined],
  ])('%s is refused as it should be', (name, problem) => {
    if (problem) expect(() => found(name)).toThrow(problem)
    else expect(found(name)).toEqual([name])
  })

  test('a folder without a policy is refused', () => {
    mkdirSync(at('empty'))
    expect(() => found('empty')).toThrow('there is no Word or Markdown file in this folder')
  })
})

test('globs are read as people write them', () => {
  expect(steadyPart('a/b/*.md')).toBe('a/b')
  expect(steadyPart('/*.md')).toBe('/')
  expect(globPattern('a/**/*.md').test('a/b/c/d.md')).toBe(true)
  expect(globPattern('a/**/*.md').test('a/d.md')).toBe(true)
  expect(globPattern('./a.b').test('axb')).toBe(false)
  expect(globPattern('[!a].md').test('b.md')).toBe(true)
})

describe('reading', () => {
  test.each([
    ['b.docs', 'there is no such file', 'Did you mean b.docx?'],
    ['zzzzzzzz', 'there is no such file', 'Check the name, and the folder that you are in.'],
    ['a', 'this is a folder', 'Give a policy.'],
  ])('%s is refused with its place and its fix', async (name, problem, fix) => {
    await expect(readSource(at(name), 'a policy')).rejects.toMatchObject({problem, fix, where: {path: at(name)}})
  })

  test('a device is refused, not read for ever', async () => {
    await expect(readSource('/dev/zero', 'a policy')).rejects.toMatchObject({code: 'FILE_NOT_REGULAR'})
  })
})

describe('writing', () => {
  test('is whole or not at all', async () => {
    const files = [
      {path: at('out.json'), content: 'new'},
      {path: at('nowhere', 'out.json'), content: 'new'},
    ]
    writeFileSync(at('out.json'), 'old')
    const before = readdirSync(folder)
    await expect(writeFiles(files)).rejects.toMatchObject({code: 'OUTPUT_NOT_WRITTEN'})
    expect(readFileSync(at('out.json'), 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(before)
    await writeFiles(files.slice(0, 1))
    expect(readFileSync(at('out.json'), 'utf8')).toBe('new')
    expect(readdirSync(folder)).toEqual(before)
  })

  test.each([
    [['a'], 'this is a folder'],
    [['nowhere/x.json'], 'there is no such folder'],
    [['b.docx'], 'this file is also read'],
    [['x.json', './x.json'], 'this file is named twice'],
  ])('%s is refused before any work', (paths, problem) => {
    expect(() =>
      checkPlaces(
        paths.map((path) => at(path)),
        [at('b.docx'), '-'],
      ),
    ).toThrow(problem)
  })
})

test('dates are days that exist', () => {
  expect(dateGiven('2024-02-29', '--as-of')).toBe('2024-02-29')
  for (const text of ['2026-02-29', '2026-13-01', '1 June 2026', '2026-1-1', '']) {
    expect(() => dateGiven(text, '--as-of')).toThrow(`--as-of: "${text}" is not a date`)
  }
})

test('the name that was meant is near, or is not guessed', () => {
  expect(nearestName('chekc', ['check', 'inspect'])).toBe('check')
  expect(nearestName('xyz', ['check', 'inspect'])).toBeNull()
  expect(nearestName('', [])).toBeNull()
})

test('colour is for terminals that want it', () => {
  const terminal = {isTTY: true} as NodeJS.WriteStream
  const pipe = {isTTY: false} as NodeJS.WriteStream
  expect(takesColor(terminal, false, {})).toBe(true)
  expect(takesColor(terminal, true, {})).toBe(false)
  expect(takesColor(terminal, false, {NO_COLOR: '1'})).toBe(false)
  expect(takesColor(terminal, false, {TERM: 'dumb'})).toBe(false)
  expect(takesColor(pipe, false, {})).toBe(false)
  expect(takesColor(pipe, false, {FORCE_COLOR: '1'})).toBe(true)
})
