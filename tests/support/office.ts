import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

/** Whether LibreOffice is here; the project's own pipeline installs it. */
export const hasOffice = spawnSync('soffice', ['--version'], {timeout: 60_000}).status === 0

/** What LibreOffice makes of a document, in another format: "pdf", or "csv" and how it is to be written. */
export function throughOffice(content: Uint8Array, from: string, to: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  try {
    const path = join(folder, `document.${from}`)
    writeFileSync(path, content)
    // A profile of its own, so that two runs beside each other do not wait for one another.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const {stderr} = spawnSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, path], {
      timeout: 110_000,
      encoding: 'utf8',
    })
    const made = join(folder, `document.${to.split(':')[0]}`)
    if (!existsSync(made)) throw new Error(`LibreOffice made nothing of it: ${stderr}`)
    return readFileSync(made)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
