import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {AlignmentReport} from '../../src/model/report.js'
import {renderHtml} from '../../src/report/html.js'
import {sorted} from '../../src/report/order.js'
import {openBrowser, watch} from '../support/chromium.js'
import {labelledReport} from '../support/labelled.js'
import {hostileTexts, longReport, plainly, sampleOf} from './hostile.js'
import {awkward, finding, sampleReport} from './sample-report.js'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const screens = {
  desktop: {viewport: {width: 1360, height: 900}},
  phone: {viewport: {width: 360, height: 740}, hasTouch: true, isMobile: true},
} as const satisfies Record<string, BrowserContextOptions>

let browser: Browser
let folder: string
let report: AlignmentReport
let url: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  browser = await openBrowser()
  report = await labelledReport(['quarry-lane-school/planted'], 'policy.docx', {keepTexts: true})
  url = written('school', report)
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, {recursive: true})
})

/** Writes a report to a file of its own and gives its address. */
function written(name: string, what: AlignmentReport): string {
  const path = join(folder, `${name}.html`)
  writeFileSync(path, renderHtml(what, plainly))
  return pathToFileURL(path).href
}

/** Rules of WCAG 2.2 AA that the page breaks, each with the first elements at fault. */
async function violations(page: Page): Promise<string[]> {
  // The page's own policy keeps out every script but its own, so this one comes in beside the page.
  await page.evaluate(readFileSync(axePath, 'utf8'))
  return page.evaluate(async () => {
    const {axe} = globalThis as unknown as {axe: {run: (root: unknown, options: unknown) => Promise<AxeResults>}}
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const {violations: found} = await axe.run((globalThis as unknown as {document: unknown}).document, {
      runOnly: {type: 'tag', values: tags},
    })
    return found.map(({id, nodes}) => `${id}: ${nodes.slice(0, 3).map(({html}) => html)}`)
  })
}

interface AxeResults {
  readonly violations: readonly {readonly id: string; readonly nodes: readonly {readonly html: string}[]}[]
}

describe('a page', () => {
  test('is one file of less than a megabyte whose policy allows its own style and script alone', () => {
    const html = renderHtml(report, plainly)
    expect(Buffer.byteLength(html)).toBeLessThan(1_000_000)
    const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html)!
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(html.match(/<(?:script|style|link|img|iframe|object|embed)\b[^>]*>/g)).toEqual([
      '<link rel="icon" href="data:,">',
      '<style>',
      '<script>',
    ])
    expect(html).not.toMatch(/\son\w+=|javascript:|\sstyle=/)
  })

  test('comes out the same twice', async () => {
    const again = await labelledReport(['quarry-lane-school/planted'], 'policy.docx', {keepTexts: true})
    expect(renderHtml(again, plainly)).toBe(renderHtml(report, plainly))
  })

  test.each(Object.entries(screens))(
    'asks for nothing, complains of nothing and is accessible (%s)',
    async (_, look) => {
      const {page, requests, complaints} = await watch(browser, url, look)
      expect(await violations(page)).toEqual([])
      // Also with everything open.
      await page.evaluate(() => {
        for (const each of document.querySelectorAll('details')) each.open = true
      })
      expect(await violations(page)).toEqual([])
      expect(requests).toEqual([])
      expect(complaints).toEqual([])
      await page.context().close()
    },
  )

  test.each(Object.entries(screens))('has no scroll bar across the page (%s)', async (_, look) => {
    const {page} = await watch(browser, url, look)
    const [inside, outside] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const)
    expect(inside).toBeLessThanOrEqual(outside)
    await page.context().close()
  })

  test('says all of it without scripts', async () => {
    const {page, complaints} = await watch(browser, url, {...screens.desktop, javaScriptEnabled: false})
    const text = squeezed((await page.locator('main').textContent())!)
    for (const {requirement, reason} of report.policies[0]!.findings) {
      expect(text).toContain(squeezed(requirement.title))
      expect(reason).not.toBe('')
    }
    const {today, next, later} = sorted(report.policies[0]!.findings)
    for (const {reason, remedy, suggestedWording} of [...today, ...next, ...later]) {
      for (const words of [reason.slice(1), remedy.slice(1), suggestedWording]) {
        expect(text.toLowerCase()).toContain(squeezed(words).toLowerCase())
      }
    }
    // What only a script could bring to life does not show.
    expect(await page.locator('form:visible, button:visible').count()).toBe(0)
    // The ways through the page and what is folded open all the same.
    await page.locator('details:not([open]) > summary').first().click()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  test('says in order what to fix today, the limits, the yardstick, the topics, the detail, the good, the plan', async () => {
    const {page} = await watch(browser, url)
    expect(await page.locator('main h2').allTextContents()).toEqual([
      'Summary on one page',
      'Fix today',
      'Method and limits',
      'The yardstick',
      'Topic by topic',
      'Contacts side by side',
      'Escalation side by side',
      'Findings in detail',
      'Is the guidance current?',
      'Good practice found',
      'Not assessed',
      'Action plan',
      'Waivers',
      'The policy, marked',
    ])
    const summary = (await page.locator('.summary').textContent())!
    expect(summary).not.toContain('%')
    await page.context().close()
  })
})

describe('filters', () => {
  let page: Page
  beforeAll(async () => {
    ;({page} = await watch(browser, url, screens.desktop))
  })
  afterAll(() => page.context().close())

  const shown = () =>
    page
      .locator('[data-finding]')
      .evaluateAll((all) =>
        all.filter((each) => each.checkVisibility()).map((each) => ({...(each as HTMLElement).dataset})),
      )
  const clear = () => page.getByRole('button', {name: 'Show all'}).click()
  const count = (test: (of: AlignmentReport['policies'][number]['findings'][number]) => boolean) =>
    report.policies[0]!.findings.filter(test).length

  test('by status', async () => {
    await page.getByLabel('conflict', {exact: true}).check()
    const left = await shown()
    expect(left.length).toBe(count(({status}) => status === 'conflict'))
    expect(new Set(left.map(({status}) => status))).toEqual(new Set(['conflict']))
    expect(await page.getByRole('status').textContent()).toContain(`${left.length} of`)
    await clear()
  })

  test('by severity, which with another status takes what has both', async () => {
    await page.getByLabel('critical', {exact: true}).check()
    await page.getByLabel('met', {exact: true}).check()
    const left = await shown()
    expect(left.length).toBe(count(({status, requirement}) => status === 'met' && requirement.severity === 'critical'))
    expect(left.length).toBeGreaterThan(0)
    await clear()
  })

  test('by topic', async () => {
    await page.getByRole('combobox', {name: 'Topic'}).selectOption('escalation')
    const left = await shown()
    expect(left.length).toBe(count(({requirement}) => requirement.topic === 'escalation'))
    expect(new Set(left.map(({topic}) => topic))).toEqual(new Set(['escalation']))
    await clear()
  })

  test('by words, all of which a finding must hold', async () => {
    await page.getByLabel('Search').fill('LADO working')
    const texts = await page
      .locator('[data-finding]')
      .evaluateAll((all) => all.filter((each) => each.checkVisibility()).map((each) => each.textContent))
    expect(texts.length).toBeGreaterThan(0)
    for (const text of texts) {
      expect(text!.toLowerCase()).toContain('lado')
      expect(text!.toLowerCase()).toContain('working')
    }
    await page.getByLabel('Search').fill('no such words anywhere')
    expect(await shown()).toEqual([])
    expect(await page.getByRole('status').textContent()).toBe('No finding matches.')
    await clear()
  })

  test('are undone by one button, and what was folded is folded again', async () => {
    const open = () =>
      page.locator('details').evaluateAll((all) => all.map((each) => (each as HTMLDetailsElement).open))
    const before = await open()
    const all = (await shown()).length
    await page.getByLabel('Search').fill('training')
    expect(await open()).not.toEqual(before)
    await clear()
    expect(await open()).toEqual(before)
    expect((await shown()).length).toBe(all)
    expect(await page.getByLabel('Search').inputValue()).toBe('')
  })
})

describe('marks', () => {
  test('lie on the quoted words, lead to their finding, and the finding leads back', async () => {
    const {page} = await watch(browser, url, screens.desktop)
    const conflict = sorted(report.policies[0]!.findings).today.find(({status}) => status === 'conflict')!
    const card = page.locator('article.finding', {hasText: conflict.requirement.id}).first()
    await card
      .getByRole('link', {name: /See it in the policy/})
      .first()
      .click()
    const at = await page.evaluate(() => location.hash.slice(1))
    const inView = await page.evaluate((id) => {
      const box = document.getElementById(id)!.getBoundingClientRect()
      return box.top >= 0 && box.bottom <= innerHeight
    }, at)
    expect(inView).toBe(true)
    const text = await page.locator(`#${at}`).evaluate((each) => {
      const copy = each.parentElement!.cloneNode(true) as HTMLElement
      for (const aside of copy.querySelectorAll('.sr,.sign')) aside.remove()
      return copy.textContent
    })
    expect(text).toContain(conflict.evidence[0]!.quote.split('\n')[0])
    const mark = page.locator(`#${at} ~ a.mark`).first()
    const finding = (await mark.getAttribute('href'))!.slice(1)
    await mark.click()
    expect(await page.evaluate(() => location.hash.slice(1))).toBe(finding)
    expect(await page.locator(`#${finding}`).isVisible()).toBe(true)
    await page.context().close()
  })

  test('every link within the page leads somewhere, and no two elements have one address', async () => {
    const {page} = await watch(browser, url)
    const [lost, twice] = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(({id}) => id)
      const known = new Set(ids)
      const links = [...document.querySelectorAll('a[href^="#"]')].map((each) => each.getAttribute('href')!.slice(1))
      return [links.filter((id) => !known.has(id)), ids.filter((id, index) => ids.indexOf(id) !== index)]
    })
    expect(lost).toEqual([])
    expect(twice).toEqual([])
    await page.context().close()
  })

  test('a link to something folded or filtered away opens it', async () => {
    const {page} = await watch(browser, url, screens.desktop)
    const id = await page.locator('details:not([open]) [data-finding]').first().getAttribute('id')
    await page.getByLabel('Search').fill('no such words anywhere')
    expect(await page.locator(`#${id}`).isVisible()).toBe(false)
    await page.evaluate((to) => {
      location.hash = to!
    }, id)
    await page.locator(`#${id}`).waitFor({state: 'visible'})
    await page.context().close()
  })

  test('every finding with words has a mark on each of its quotations', async () => {
    const {page} = await watch(browser, url)
    const marked = await page.locator('[id^="p1-m"]').count()
    expect(marked).toBe(report.policies[0]!.findings.flatMap(({evidence}) => evidence).length)
    await page.context().close()
  })
})

test('on paper it is A4, of several pages, without what only a screen can use', async () => {
  const {page} = await watch(browser, url)
  const pdf = await page.pdf({preferCSSPageSize: true})
  const text = pdf.toString('latin1')
  // A4 in points, upright and lying.
  const sizes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, wide, high]) =>
    [wide, high].map((side) => Math.round(Number(side))).join('x'),
  )
  expect(sizes.length).toBeGreaterThan(5)
  expect(new Set(sizes)).toEqual(new Set(['595x842', '842x595']))
  await page.emulateMedia({media: 'print'})
  expect(await page.locator('form:visible, button:visible, nav:visible').count()).toBe(0)
  await page.context().close()
})

describe('other reports', () => {
  const cases: readonly (readonly [string, () => AlignmentReport | Promise<AlignmentReport>])[] = [
    ['read back from JSON, without the texts', () => labelledReport(['quarry-lane-school/planted'], 'policy.md')],
    [
      'of several policies',
      () =>
        labelledReport(
          ['quarry-lane-school/planted', 'quarry-lane-school/good', 'st-brannocs-church/good'],
          'policy.md',
          {
            keepTexts: true,
          },
        ),
    ],
    ['without a finding to act on', () => only((each) => each.status === 'met')],
    ['of one finding', () => only((_, at) => at === 0)],
    ['of nothing at all', () => only(() => false)],
    ['of three hundred findings', () => many(300)],
    ['of the sample', sampleReport],
    ['with a paragraph of 100,000 characters', () => longReport('a word ')],
    ['with a word of 100,000 characters', () => longReport('\u{1f642}')],
  ]

  test.each(cases)('%s: no fault, and accessible on a phone', async (name, make) => {
    const address = written(name.replace(/\W+/g, '-'), await make())
    const {page, requests, complaints} = await watch(browser, address, screens.phone)
    expect(await violations(page)).toEqual([])
    const [inside, outside] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const)
    expect(inside).toBeLessThanOrEqual(outside)
    expect(requests).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })

  function only(keep: (of: ReturnType<typeof finding>, at: number) => boolean): AlignmentReport {
    const sample = sampleReport()
    return {
      ...sample,
      policies: sample.policies.map((policy) => ({...policy, findings: policy.findings.filter(keep), notices: []})),
    }
  }

  function many(howMany: number): AlignmentReport {
    const sample = sampleReport()
    const statuses = ['conflict', 'missing', 'partial', 'met'] as const
    const severities = ['critical', 'major', 'minor'] as const
    const findings = Array.from({length: howMany}, (_, at) =>
      finding(`finding-${at}`, statuses[at % 4]!, severities[at % 3]!),
    )
    return {...sample, policies: sample.policies.map((policy) => ({...policy, findings}))}
  }
})

describe('hostile words', () => {
  test('are shown, not obeyed, wherever they stand', async () => {
    const policies = hostileTexts.flatMap(([, text]) => withTexts(sampleOf(text), text).policies)
    const {page, requests, complaints} = await watch(browser, written('hostile', {...sampleReport(), policies}))
    expect(complaints).toEqual([])
    expect(requests).toEqual([])
    const elements = await page
      .locator('main')
      .evaluate((main) =>
        ['script', 'img', 'iframe', 'style', 'object', 'base', 'meta'].filter((name) => main.querySelector(name)),
      )
    expect(elements).toEqual([])
    // Nothing has ended an element before its time: every policy has its parts, and each its findings.
    const parts = page.locator('main > article.chapter')
    expect(await parts.count()).toBe(policies.length)
    const counts = await parts.evaluateAll((all) =>
      all.map(
        (each) => `${each.querySelectorAll('section.part').length} ${each.querySelectorAll('article.finding').length}`,
      ),
    )
    expect(new Set(counts).size).toBe(1)
    await page.context().close()
  })

  test('are seen: a letter that turns the reading order or moves a cursor is spelt out', async () => {
    const {page} = await watch(browser, written('awkward', withTexts(sampleReport(), awkward)))
    const text = (await page.locator('body').textContent())!
    expect(text.replace(/\s/g, '')).not.toMatch(/[\u202a-\u202e\u2066-\u2069\p{Cc}\p{Surrogate}]/u)
    expect(text).toContain('<U+202E>')
    await page.context().close()
  })

  /** Puts the words into the policy's own text as well, where every quotation of the sample lies. */
  function withTexts(sample: AlignmentReport, text: string): AlignmentReport {
    const place = {headings: [text], number: text, ordinal: 12, lines: null}
    const passage = {form: 'paragraph', label: text, place} as const
    const quotes = sample.policies.flatMap(({findings}) => findings.flatMap(({evidence}) => evidence))
    const said = quotes[0]?.quote ?? text
    const passages = [
      {...passage, id: 'p12', text: `${said} ${text}`},
      {...passage, form: 'list-item' as const, id: 'p13', text},
      {
        ...passage,
        form: 'table-row' as const,
        id: 'p14',
        text: `${text} | ${text}`,
        cells: [
          {text, header: text},
          {text, header: text},
        ],
      },
    ]
    const contacts = [{value: text, for: text, role: 'lado', place}]
    const stages = [{order: 1, from: text, to: text, within: text, audience: text, passageId: 'p12', place}]
    const sections = [{id: 's1', level: 1, number: text, title: text, place, passages, sections: []}]
    return {
      ...sample,
      policies: sample.policies.map((policy) => ({...policy, text: {sections, contacts, stages}})),
    } as unknown as AlignmentReport
  }
})

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
