// Gathers the program into a few files: finding and reading some hundred small ones takes longer than a short check does.
import {readdirSync} from 'node:fs'
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
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    // Names stay, so that a trace can be read.
    minify: {compress: true, mangle: false, codegen: {removeWhitespace: true}},
  })
  await bundle.close()
}
