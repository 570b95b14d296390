import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {fileURLToPath} from 'node:url'

/** The reviewed output in a file of the fixtures. Only UPDATE=1 writes it, so a new case cannot pass unread. */
export function golden(path: string, actual: string): string {
  const file = fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url))
  if (process.env.UPDATE !== undefined) {
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(file, actual)
  }
  return existsSync(file)
    ? readFileSync(file, 'utf8')
    : `no golden file ${path}; look at the output, then run UPDATE=1 npm test`
}
