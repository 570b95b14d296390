import {readFile} from 'node:fs/promises'
import {join} from 'node:path'

/** What tells this build of the program from every other, with the Node that runs it. `root` is its folder. */
export async function programDigest(root: string): Promise<string> {
  const digest = await readFile(join(root, 'dist', 'program', 'sha256'), 'utf8')
  return `${digest.trim()} ${process.version} ${process.versions.icu ?? ''}`
}
