// Gathers the program into a few files: finding and reading some hundred small ones takes longer than a short check does.
import {createHash} from 'node:crypto'
import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join, relative} from 'node:path'

/**
 * Writes dist/program: the entry of the program, of its worker threads and of each command, and what they share beside them. Shared files are as
 * deep in dist as those they were made of, so that what these read by a relative address is found from there too.
 */
export async function bundleProgram(root) {
  const {rolldown} = await import('rolldown')
  const dist = join(root, 'dist')
  const commands = readdirSync(join(dist, 'commands'), {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(dist, 'commands', name))
  const input = Object.fromEntries(
    [join(dist, 'cli', 'main.js'), join(dist, 'jobs', 'judge-worker.js'), ...commands].map((path) => [
      relative(dist, path).replace(/\.js$/, ''),
      path,
    ]),
  )
  const bundle = await rolldown({input, platform: 'node', logLevel: 'warn'})
  await bundle.write({
    dir: join(dist, 'program'),
    // Not as modules: only scripts can be loaded with what was compiled of them beforehand.
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    // Names stay, so that a trace can be read.
    minify: {compress: true, mangle: false, codegen: {removeWhitespace: true}},
  })
  await bundle.close()
  writeFileSync(
    join(dist, 'program', 'sha256'),
    `${digestOf(['program', 'packs', 'validators'].map((name) => join(dist, name)))}\n`,
  )
}

/** One digest of all files of some folders, their names too: what a cache knows a build of the program by. */
function digestOf(folders) {
  const hash = createHash('sha256')
  for (const folder of folders) {
    for (const name of readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort()) {
      if (statSync(join(folder, name)).isDirectory()) continue
      hash.update(`${name}\n`).update(
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest(),
      )
    }
  }
  return hash.digest('hex')
}
