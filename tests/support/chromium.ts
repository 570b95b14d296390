import {accessSync, constants} from 'node:fs'
import {delimiter, join} from 'node:path'
import {type Browser, type BrowserContextOptions, chromium, type Page} from 'playwright-core'

/** A page that is looked at, and all that it did that a report must not do. */
export interface Watched {
  readonly page: Page
  /** Requests but for the page itself, and for pictures that it holds. */
  readonly requests: readonly string[]
  /** What the console was told, and errors that nobody caught. */
  readonly complaints: readonly string[]
}

/** Starts the browser of CHROMIUM_PATH or the machine's own. Fails where there is none: then nothing was looked at. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? installed()
  if (executablePath === undefined) {
    throw new Error('no browser was found: install Chromium, or name one in CHROMIUM_PATH')
  }
  return chromium.launch({executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage']})
}

/** Opens a file as a reader would, from the disk. */
export async function watch(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    const asked = request.url()
    if (asked.split('#')[0] !== url.split('#')[0] && !asked.startsWith('data:')) requests.push(asked)
  })
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.goto(url)
  return {page, requests, complaints}
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
