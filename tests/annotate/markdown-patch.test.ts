import {applyPatch} from 'diff'
import {describe, expect, test} from 'vitest'
import {markdownPatch} from '../../src/annotate/markdown-patch.js'
import type {Finding} from '../../src/model/finding.js'
import {type Policy, passagesOf} from '../../src/model/policy.js'
import {readMarkdown} from '../../src/read/markdown/index.js'
import {finding} from '../report/sample-report.js'

const source = (text: string) => ({path: 'policy.md', bytes: new TextEncoder().encode(text)})

/** What a text becomes when the wording for a conflict on each quotation has been put in by the patch. */
async function patched(text: string, quotes: readonly (string | null)[], wording = 'New words.'): Promise<string> {
  const policy = await readMarkdown(source(text))
  const told = quotes.map((quote, index) => on(policy, quote, quotes.length > 1 ? `${wording} ${index}` : wording))
  const {patch, wordings} = markdownPatch(source(text), policy, told, told, 'policy.md')
  expect(wordings).toBe(quotes.length)
  const after = applyPatch(text, patch.slice(patch.indexOf('--- ')), {autoConvertLineEndings: false})
  if (after === false) throw new Error(`does not apply:\n${patch}`)
  return after
}

function on(policy: Policy, quote: string | null, suggestedWording: string): Finding {
  const passage = passagesOf(policy).find(({text}) => quote !== null && text.includes(quote))
  const evidence = passage ? [{quote: quote!, passageId: passage.id, place: passage.place}] : []
  return finding('f', passage ? 'conflict' : 'missing', 'major', {evidence, suggestedWording})
}

describe('a wording goes', () => {
  test.each([
    ['after its paragraph', '# T\n\nFirst.\n\nNext.\n', 'First.', '# T\n\nFirst.\n\nNew words.\n\nNext.\n'],
    ['before a line that follows at once', '# T\n\nFirst.\n- a\n', 'First.', '# T\n\nFirst.\n\nNew words.\n\n- a\n'],
    ['after the whole list', '# T\n\n- One\n- Two\n\nNext.\n', 'One', '# T\n\n- One\n- Two\n\nNew words.\n\nNext.\n'],
    [
      'after the whole table',
      '# T\n\n| A | B |\n|---|---|\n| Lead | Sam |\n| Deputy | Kim |\n| | |\n',
      'Sam',
      '# T\n\n| A | B |\n|---|---|\n| Lead | Sam |\n| Deputy | Kim |\n| | |\n\nNew words.\n',
    ],
    ['to the end of a file without a line end', '# T\n\nLast', 'Last', '# T\n\nLast\n\nNew words.\n'],
    ['with the line ends of the file', '# T\r\n\r\nFirst.\r\n', 'First.', '# T\r\n\r\nFirst.\r\n\r\nNew words.\r\n'],
    [
      'under the title, where it is about front matter',
      '---\nreview: 2020-01-01\n---\n\n# T\n\nFirst.\n',
      '2020-01-01',
      '---\nreview: 2020-01-01\n---\n\n# T\n\nNew words.\n\nFirst.\n',
    ],
    ['before the words of a text without headings', 'First.\n', null, 'New words.\n\nFirst.\n'],
    [
      'under the heading where it belongs',
      '# T\n\nA.\n\n## Allegations\n\nB.\n',
      null,
      '# T\n\nA.\n\n## Allegations\n\nNew words.\n\nB.\n',
    ],
  ])('%s', async (_, before, quote, after) => {
    expect(await patched(before, [quote])).toBe(after)
  })

  test('in the order of the document, each as its own paragraph', async () => {
    const after = await patched('# T\n\nOne.\n\nTwo.\n', ['Two.', 'One.'])
    expect(after).toBe('# T\n\nOne.\n\nNew words. 1\n\nTwo.\n\nNew words. 0\n')
  })
})

test('no wording becomes markup, and addresses stay as they are', async () => {
  const wording =
    '# Not <b>bold</b> *at* [all](javascript:x) `_no_`\nSee https://www.northmoor.example/a_b & ring 1. now'
  const after = await patched('# T\n\nFirst.\n', ['First.'], wording)
  expect(after).toContain('\\# Not \\<b>bold\\</b> \\*at\\* \\[all\\](javascript:x) \\`\\_no\\_\\`\n')
  expect(after).toContain('\nSee https://www.northmoor.example/a_b & ring 1. now\n')
  const policy = await readMarkdown(source(after))
  expect(passagesOf(policy).map(({text}) => text)).toContain('# Not <b>bold</b> *at* [all](javascript:x) `_no_`')
})

test('the head of a patch says what each wording is for, and nothing that a patch program would read', async () => {
  const policy = await readMarkdown(source('First.\n'))
  const told = [on(policy, 'First.', 'New.')]
  const {patch} = markdownPatch(source('First.\n'), policy, told, told, 'policy.md')
  const [head] = patch.split('--- a/policy.md')
  expect(head).toMatch(/^# conflict, major: Title of f [^\n]*\n$/)
  expect(patch).toMatch(/^\+\+\+ b\/policy\.md$/m)
})

test('advice on what to take out is no wording', async () => {
  const policy = await readMarkdown(source('First.\n'))
  const one = on(policy, 'First.', 'Replace each old term.')
  const told = [
    {...one, requirement: {...one.requirement, checks: [{kind: 'term-obsolete', claim: 'c', terms: []} as const]}},
  ]
  expect(markdownPatch(source('First.\n'), policy, told, told, 'policy.md')).toEqual({patch: '', wordings: 0})
})

test('a file that is not UTF-8 is refused', async () => {
  const latin = {path: 'policy.md', bytes: Buffer.from('Caf\u00e9.\n', 'latin1')}
  const policy = await readMarkdown(latin)
  const told = [on(policy, 'Caf', 'New.')]
  expect(() => markdownPatch(latin, policy, told, told, 'policy.md')).toThrow(/not UTF-8/)
})
