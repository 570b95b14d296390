import {mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {transformSync} from 'rolldown/utils'
import {instrumented} from './instrument.js'
import {remadeIn} from './remade.js'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const standIn = new URL('stand-in.js', import.meta.url).href
const judgedInPart = new URL('judged-in-part.js', import.meta.url)

/** The TypeScript files of a folder of the project, as paths from its root. */
export function sourcesIn(folder) {
  return readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .sort()
}

/**
 * Writes a copy of the project that holds the mutants, which are numbered by their places in the list. Its tests are those
 * of the project, but that they take `test` and `expect` from a stand-in, and findings from judged-in-part.js.
 */
export function writeCopy(folder, mutants) {
  rmSync(folder, {recursive: true, force: true})
  const sources = new Map(sourcesIn('src').map((path) => [path, readFileSync(join(root, path), 'utf8')]))
  const numbered = mutants.map((mutant, number) => ({...mutant, number}))
  const {switched, reads, added} = remadeIn(numbered, sources)
  for (const [path, source] of sources) {
    const own = numbered.filter((mutant) => mutant.path === path && !switched.has(mutant.number))
    const read = reads.get(path) ?? []
    write(folder, path, own.length + read.length > 0 ? instrumented(source, own, read) + (added.get(path) ?? '') : source)
  }
  for (const path of sourcesIn('tests')) {
    write(folder, path, readFileSync(join(root, path), 'utf8').replaceAll("from 'vitest'", `from '${standIn}'`))
  }
  write(folder, 'tests/support/judged-whole.ts', readFileSync(join(root, 'tests/support/judged.ts'), 'utf8'))
  writeFileSync(join(folder, 'tests/support/judged.js'), readFileSync(judgedInPart, 'utf8'))
  for (const path of ['fixtures', 'schemas', 'package.json', 'src/packs', 'tests/facts/phrases', 'tests/judged/sentences']) symlinkSync(join(root, path), join(folder, path))
  return {copy: pathToFileURL(`${folder}/`).href, switched}
}

function write(folder, path, source) {
  const {code, errors} = transformSync(path, source, {typescript: {onlyRemoveTypeImports: true}})
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`)
  const target = join(folder, path.replace(/\.ts$/, '.js'))
  mkdirSync(dirname(target), {recursive: true})
  writeFileSync(target, code)
}
