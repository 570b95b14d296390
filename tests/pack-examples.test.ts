// Interim: judges only requirements that are wholly of statements; the typed kinds join when the facts are read.
import {readdirSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {prohibitedStatementAbsent} from '../src/requirements/prohibited-statement-absent.js'
import {statementPresent} from '../src/requirements/statement-present.js'
import {readingOf} from '../src/text/reading.js'

const dir = new URL('../src/packs/england/', import.meta.url)
const lexicon = parse(readFileSync(new URL('lexicon.yaml', dir), 'utf8'))
const requirements = readdirSync(new URL('requirements/', dir)).flatMap((file) => parse(readFileSync(new URL(`requirements/${file}`, dir), 'utf8')))
const place = {headings: [], number: null, ordinal: 1, lines: null}

const cases = requirements
  .filter(({checks}) => checks.every((check: any) => check.kind === 'statement-present' || (check.kind === 'prohibited-statement-absent' && !check.register)))
  .flatMap((requirement) => Object.entries(requirement.examples).flatMap(([label, list]) => (list as any[]).map(({text}, i) => ({name: `${requirement.id} ${label} ${i + 1}`, requirement, label, text}))))

test.each(cases)('$name', ({requirement, label, text}) => {
  const passages = text.split('\n').filter(Boolean).map((line: string, i: number) => ({id: `p${i}`, form: 'paragraph', label: null, text: line, place}))
  const policy: any = {sections: [{id: 's1', level: 0, number: null, title: '', place, passages, sections: []}]}
  const reading = readingOf(policy, lexicon)
  const grounds: any = {reading, nearest: reading.sentences.map((_, i) => i).slice(0, 5)}
  const outcomes = requirement.checks.map((check: any) => ({optional: check.optional, claim: check.claim, result: (check.kind === 'statement-present' ? statementPresent : (prohibitedStatementAbsent as any)).judge(check, requirement, grounds).result}))
  const proving = outcomes.filter(({result}: any) => result !== 'clear')
  const touched = (requirement.touches ?? []).some((pattern: string) => reading.find(pattern).size > 0)
  const status = outcomes.some(({result}: any) => result === 'contradicted') ? 'conflicts'
    : proving.filter(({optional}: any) => !optional).every(({result}: any) => result === 'satisfied') ? 'meets'
    : proving.some(({result}: any) => result !== 'absent') || touched ? 'partial' : 'missing'
  expect(status, `${text}\n${outcomes.map(({claim, result}: any) => `${result}: ${claim}`).join('\n')}`).toBe(label)
})
