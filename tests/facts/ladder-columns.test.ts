import {expect, test} from 'vitest'
import {readMarkdown} from '../../src/read/markdown/index.js'
import {stagesOf} from '../../src/text/stages-of.js'

function stages(text: string): (string | number | null)[][] {
  const policy = readMarkdown({path: 'policy.md', bytes: new TextEncoder().encode(text)})
  return stagesOf(policy).map(({audience, order, from, to, within}) => [audience, order, from, to, within])
}

const under = (table: string) => `## When professionals disagree\n\n${table}\n`

test('a ladder with a column for each group is two ladders', () => {
  const table = `| Step | Children | Within | Adults | Within |
|---|---|---|---|---|
| 1 | Worker to worker | 1 working day | Lead to the team manager | 2 working days |
| 2 | Lead to the head of service | 3 working days | - | - |
| 3 | (none) | (none) | Chair to the board chair | 5 working days |`
  expect(stages(under(table))).toEqual([
    ['children', 1, 'Worker', 'worker', '1 working day'],
    ['adults', 1, 'Lead', 'team manager', '2 working days'],
    ['children', 2, 'Lead', 'head of service', '3 working days'],
    ['adults', 3, 'Chair', 'board chair', '5 working days'],
  ])
})

test.each(['Children: step', 'Adult: level', "Children's stage", 'Adults – rung'])(
  'a column may be headed %s',
  (head) => {
    const table = `| ${head} | From | To |\n|---|---|---|\n| 1 | Lead | Team manager |\n| 2 | Chair | Head of service |`
    const group = /^Child/.test(head) ? 'children' : 'adults'
    expect(stages(under(table)).map(([audience, order, from, to]) => [audience, order, from, to])).toEqual([
      [group, 1, 'Lead', 'Team manager'],
      [group, 2, 'Chair', 'Head of service'],
    ])
  },
)

test('bare numbers that follow each other are stages by whatever noun, under such a heading alone', () => {
  const rows = (numbers: readonly number[]) =>
    `| Gate | From | To |\n|---|---|---|\n${numbers.map((number) => `| ${number} | Lead | Team manager |`).join('\n')}`
  const orders = (text: string) => stages(text).map(([, order]) => order)
  expect(orders(under(rows([1, 2, 3])))).toEqual([1, 2, 3])
  expect(orders(under(`${rows([1, 2])}\n\nFor adults:\n\n${rows([1, 2])}`))).toEqual([1, 2, 1, 2])
  expect(orders(under(rows([4, 9])))).toEqual([])
  expect(orders(`## Whom to ring\n\n${rows([1, 2, 3])}\n`)).toEqual([])
})

test('what is said of a stage below the table is no stage', () => {
  const table = '| Rung | From | To |\n|---|---|---|\n| 1 | Lead | Team manager |\n| 2 | Chair | Head of service |'
  expect(
    stages(`${under(table)}\nThe board is told at: Rung 2, for a child. Rungs 1 to 2 need never be climbed.\n`),
  ).toHaveLength(2)
})

test('a story of who speaks to whom elsewhere is none beside a numbered ladder', () => {
  const table = '| Rung | From | To |\n|---|---|---|\n| 1 | Lead | Team manager |\n| 2 | Chair | Head of service |'
  const story =
    '## If they do not agree\n\nThe lead speaks to the council. If they do not agree, the chair writes to the police.\n'
  expect(stages(under(table) + story)).toHaveLength(2)
})

test('stages that a table numbers in words', () => {
  const rows = [
    'First | Our worker | Their worker',
    'Second | Our lead | Team manager',
    'Top | Our chair | Head of service',
  ]
  const table = `| Rung | From us | To them |\n|---|---|---|\n${rows.map((row) => `| ${row} |`).join('\n')}`
  expect(stages(under(table)).map(([, order, , to]) => [order, to])).toEqual([
    [1, 'Their worker'],
    [2, 'Team manager'],
    [3, 'Head of service'],
  ])
})

test.each([
  ['8.2 *Adults.* We use the Resolution Route.', 'adults'],
  ['8.2 Adults. We use the Resolution Route.', 'adults'],
  ['*Children.* We use the Resolution Route.', 'children'],
])('"%s" tells whose ladder follows', (opening, audience) => {
  const text = `# Policy\n\n## Disagreement with another agency\n\n${opening} Stage 1: the worker talks to the worker in the other agency. Stage 2: the lead writes to the team manager.\n`
  expect(stages(text).map(([group]) => group)).toEqual([audience, audience])
})
