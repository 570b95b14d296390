import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {withPacks} from '../src/read/packs.js'
import {readProcedures} from '../src/read/procedures.js'
import {judged} from './support/judged.js'

/** The engine is not of safeguarding only: the pack of the outside yardstick is read and judged by it as any other. */
const folder = fileURLToPath(new URL('bench/contractnli/pack', import.meta.url))
const {packs} = withPacks({}, [{path: folder, files: filesIn(folder)}])
const written = 'id: agreements\ntitle: Agreements\nextends: [contractnli]\n'
const model = readProcedures([{path: 'agreements.yaml', bytes: new TextEncoder().encode(written)}], packs)

test('the pack asks for the seventeen statements', () => {
  expect(model.requirements).toHaveLength(17)
})

const wanted = {meets: 'met', partial: 'partial', conflicts: 'conflict'} as const
const examples = model.requirements.flatMap(({id, examples}) =>
  Object.entries(wanted).flatMap(([sort, status]) =>
    examples[sort as keyof typeof wanted].map(({text}) => ({id, status, text})),
  ),
)

describe('its examples', () => {
  test.each(examples)('$id: $status: $text', async ({id, status, text}) => {
    expect((await judged(text, model)).get(id)!.status).toBe(status)
  })
})

function filesIn(path: string): {path: string; bytes: Uint8Array}[] {
  return readdirSync(path, {withFileTypes: true}).flatMap((entry) => {
    const inner = join(path, entry.name)
    return entry.isDirectory() ? filesIn(inner) : [{path: inner, bytes: new Uint8Array(readFileSync(inner))}]
  })
}
