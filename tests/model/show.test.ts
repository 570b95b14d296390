import {readdirSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {show} from '../../src/local-model.js'
import {sheetFormats} from '../../src/report/sheet/index.js'
import {fixture} from '../support/model.js'
import {packs} from '../support/pack.js'

const options = {color: false, width: 100}
const models = readdirSync(new URL('../../fixtures/models/', import.meta.url)).filter((name) =>
  name.endsWith('.procedures.yaml'),
)

async function rendered(format: string, text: string, asOf = '2026-11-23'): Promise<string> {
  const sheet = show([{path: 'm.yaml', bytes: new TextEncoder().encode(text)}], packs(), asOf)
  const render = await sheetFormats.find(({name}) => name === format)!.load()
  return render(sheet, options)
}

/** Every plain value of a model that a reader may need; not keys, dates of checks and the like. */
function* words(value: unknown, key = ''): Generator<string> {
  if (typeof value === 'string' && !untold.has(key)) yield value
  else if (typeof value === 'object' && value !== null && !untold.has(key))
    for (const [name, each] of Object.entries(value))
      if (!name.startsWith('x-')) yield* words(each, Array.isArray(value) ? key : name)
}
const untold = new Set([
  '$schema',
  'id',
  'extends',
  'trigger',
  'unit',
  'kind',
  'serves',
  'see',
  'ending',
  'endsWith',
  'status',
  'confidence',
  'quotation',
  'provenance',
  'aliases',
  'formerNames',
  'renamedOn',
  'guidance',
  'terms',
  'neighbours',
  'audience',
  'contacts',
  'event',
  'amendments',
  'approvedOn',
  'reviewOn',
  'area',
  'areas',
  'boundary',
  'proceduresTitle',
  'by',
  'method',
  'stageNoun',
  'proceduresUrl',
  'reviewsUrl',
  'trainingUrl',
  'proceduresUpdated',
  'forums',
  'documents',
])

test.each(models)('%s is shown whole on screen', async (name) => {
  const under = name.startsWith('district') ? [fixture('models/county-manual.procedures.yaml')] : []
  const {parse} = await import('yaml')
  const source = fixture(`models/${name}`)
  const render = await sheetFormats[0]!.load()
  const text = render(show([...under, source], packs(), '2026-11-23'), {...options, width: 10_000}).toLowerCase()
  for (const each of words(parse(new TextDecoder().decode(source.bytes)))) expect(text).toContain(each.toLowerCase())
})

const text = `id: a
title: A <model>
provenance: {source: S, verifiedOn: 2026-11-01, verifiedBy: Ann, method: phone}
contacts:
  lado: {name: "<b>L|ADO</b>", phone: 01632 960303, formUrl: "https://www.x.example/form?a=1&b=2"}
  prevent: {name: P, phone: 01632 960304, url: "javascript:alert(1)", provenance: {verifiedOn: 2026-05-01}}
  idva: {name: I, phone: 01632 960305, status: draft}
escalation: [{fromRole: worker, toRole: manager, maxDuration: {value: 2, unit: working-days}}]
`

describe('a sheet', () => {
  test('says on every format who verified what, and what is old or a draft', async () => {
    for (const {name} of sheetFormats.filter(({name}) => name !== 'json')) {
      const shown = await rendered(name, text)
      expect(shown, name).toContain('1 November 2026, Ann, phone')
      expect(shown, name).toMatch(/OLD: (?:verified )?1 May 2026/)
      expect(shown, name).toContain('draft: nobody has confirmed it')
      expect(shown, name).toMatch(/P was verified on 2026-05-01, more than 90 days before this report/)
    }
  })

  test('is not old after ninety days to the day', async () => {
    const own = text.replace('2026-05-01', '2026-11-01')
    expect(await rendered('terminal', own, '2027-01-30')).not.toContain('OLD')
    expect(await rendered('terminal', own, '2027-01-31')).toContain('OLD')
  })

  test('of HTML obeys nothing that stands in a model, and asks nothing of a network', async () => {
    const page = await rendered('html', text)
    expect(page).toContain('&#60;b&#62;L|ADO&#60;/b&#62;')
    expect(page).not.toContain('<b>')
    expect(page).not.toContain('href="javascript')
    expect(page).toContain('href="https://www.x.example/form?a=1&#38;b=2"')
    expect(page).toContain("default-src 'none'")
    expect(page).not.toMatch(/<script|src="http|@import|url\(/)
  })

  test('of Markdown keeps its tables', async () => {
    const shown = await rendered('markdown', text)
    expect(shown).toContain('| **\\<b\\>L\\|ADO\\</b\\>** | 01632 960303 |')
    expect(shown).toContain('form: <https://www.x.example/form?a=1&b=2>')
    for (const line of shown.split('\n').filter((row) => row.startsWith('|')))
      expect(line.replaceAll('\\|', '').split('|')).toHaveLength(6)
  })

  test('is data for programs', async () => {
    const sheet = JSON.parse(await rendered('json', text))
    expect(sheet).toMatchObject({schemaVersion: 1, title: 'A <model>'})
    expect(sheet.parts[0].rows[1]).toMatchObject({
      what: 'P',
      value: '01632 960304',
      check: {on: '2026-05-01', stale: true},
    })
  })
})
