import {realpathSync} from 'node:fs'
import {dirname, relative, resolve, sep} from 'node:path'
import {fileURLToPath} from 'node:url'

/**
 * A YAML file that a person goes on writing, headed by the line that tells editors which schema describes it. Where the
 * program is installed beside the file, that is its own copy of the schema; elsewhere it is the copy that package hosts
 * serve of this version, which editors fetch and this program never does.
 */
export function withSchema(
  content: string,
  schema: 'procedures' | 'organisation' | 'config',
  {path, version}: {readonly path: string; readonly version: string},
): string {
  return `# yaml-language-server: $schema=${schemaPlace(`${schema}.schema.json`, path, version)}\n${content}`
}

function schemaPlace(name: string, path: string, version: string): string {
  const own = fileURLToPath(new URL(`../../schemas/${name}`, import.meta.url))
  const [project] = own.split(`${sep}node_modules${sep}`)
  const folder = existing(dirname(resolve(path)))
  const isBeside = project !== own && `${folder}${sep}`.startsWith(`${project}${sep}`)
  if (!isBeside) return `https://cdn.jsdelivr.net/npm/policy-align@${version}/schemas/${name}`
  const from = relative(folder, own).split(sep).join('/')
  return from.startsWith('.') ? from : `./${from}`
}

/** The folder of a file that is yet to be written may be missing: writing it tells that better. */
function existing(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return process.cwd()
  }
}
