import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import type {Finding} from '../../src/model/finding.js'
import {readProcedures} from '../../src/read/procedures.js'
import {judged} from '../support/judged.js'
import {larkfield} from '../support/model.js'
import {packs} from '../support/pack.js'

// A file for each requirement, named by its id: "what a policy says => what is found in it", one to a line, " / " between
// paragraphs and " // " between the rows of a table. All are judged by the invented area of area.yaml, and stand under
// the heading that a policy would give them. UPDATE=1 writes what is found today: look at what changed.

const folder = fileURLToPath(new URL('sentences/', import.meta.url))
const model = readProcedures([{path: 'area.yaml', bytes: new Uint8Array(readFileSync(`${folder}area.yaml`))}], packs())
const ids = readdirSync(folder).flatMap((name) => (name.endsWith('.txt') ? [name.slice(0, -4)] : []))

test.each(ids)('what is found of %s', async (id) => {
  const file = `${folder}${id}.txt`
  const kept = readFileSync(file, 'utf8')
  const requirement = model.requirements.filter((each) => each.id === id)
  const heading = id.startsWith('escalation') ? 'Disagreements with other agencies' : 'What we do'
  const lines: string[] = []
  for (const line of kept.trim().split('\n')) {
    const said = line.includes(' => ') ? line.slice(0, line.indexOf(' => ')) : line
    const body = said.replaceAll(' // ', '\n').replaceAll(' / ', '\n\n')
    const text = `# Safeguarding children and adults at risk\n\n## ${heading}\n\n${body}\n`
    const finding = (await judged(text, {...model, requirements: requirement}, larkfield())).get(id)!
    lines.push(`${said} => ${told(finding)}\n`)
  }
  const found = lines.join('')
  if (process.env.UPDATE !== undefined) writeFileSync(file, found)
  else expect(found).toBe(kept)
})

function told({status, confidence, reason, remedy, evidence, expected}: Finding): string {
  return [
    `${status}, ${confidence}`,
    reason,
    remedy,
    ...evidence.map(({quote}) => `“${quote}”`),
    ...expected.map(({fact, value}) => `${fact} = ${value}`),
  ]
    .filter(Boolean)
    .map((each) => each.replace(/\s+/g, ' '))
    .join(' | ')
}
