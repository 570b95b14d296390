import fc from 'fast-check'
import type {Nodes, Root} from 'mdast'
import {toString as textOf} from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import type {AlignmentReport} from '../../src/model/report.js'
import {markdown} from '../../src/report/escape.js'
import {renderMarkdown} from '../../src/report/markdown.js'
import {hostileTexts, longReport, plainly, sampleOf} from './hostile.js'
import {awkward, sampleReport} from './sample-report.js'

const both = [{...plainly}, {...plainly, show: 'all'}] as const

describe('Markdown', () => {
  const text = renderMarkdown(sampleReport(), plainly)

  test('tells the gaps as a table, worst first, and then each with both sides', () => {
    const tables = nodes(read(text)).filter((node) => node.type === 'table')
    expect(tables[0]!.children.map((row) => textOf(row.children[0]!))).toEqual([
      'RAG',
      'red',
      'red',
      'red',
      'amber',
      'amber',
      'amber',
    ])
    expect(text).toContain('### Fix today')
    expect(text).toContain('- **Policy says:** “Quotation')
    expect(text).toContain('- **Local procedures say:** lado: 01632 960303')
    expect(text).toContain('> Suggested')
    expect(text).toMatch(/Agreed[^\n]*Until 1 January 2027\\?\./)
    expect(text).toMatch(/\*\*6 gaps are major or critical: exit 1, because --fail-on is major\.\*\*\n$/)
  })

  test('lists what is met when all is to be shown, and only what fails when told to be quiet', () => {
    expect(text).not.toContain('first-met')
    expect(renderMarkdown(sampleReport(), both[1])).toContain('first-met')
    const quiet = renderMarkdown(sampleReport(), {...plainly, quiet: true})
    expect(quiet).not.toContain('minor-partial')
    expect(quiet).toContain('major-missing')
  })

  test('breaks a mention, an issue and an address, and shows them as they are', () => {
    const written = markdown('ask @someone on #12, https://a.example and lado@a.example')
    expect(written).toBe('ask @<!-- -->someone on \\#<!-- -->12, https:<!-- -->//a.example and lado@a.example')
  })

  test.each(['a word ', '\u{1f642}'] as const)('quotes the beginning of a long paragraph (%s)', (piece) => {
    expectOurs(longReport(piece))
    expect(renderMarkdown(longReport(piece), plainly).length).toBeLessThan(20_000)
  })

  test.each([['the sample', awkward], ...hostileTexts])('holds no markup but its own: %s', (_, text) =>
    expectOurs(sampleOf(text)),
  )

  test('holds no markup but its own whatever the text', () => {
    fc.assert(
      fc.property(pieces, (text) => expectOurs(sampleOf(text))),
      {numRuns: 15},
    )
  })

  test('shows a text as it is', () => {
    const inLine = (text: string) => text.replace(/\s+/g, ' ').trim()
    fc.assert(
      fc.property(pieces, (text) => {
        expect(inLine(textOf(read(markdown(text)), {includeHtml: false}))).toBe(inLine(text))
      }),
      // An underscore is a letter to a pattern, and none to an address.
      {examples: [['_www.\\'], ['_http://\\']]},
    )
  })
})

const pieces = fc
  .array(fc.constantFrom(...'\\`*_[]()<>&|~#$!@:/.-+=1a \n"\''.split(''), 'http://', 'www.', '&lt;', '```', '<b>'))
  .map((parts) => parts.join(''))

function read(text: string): Root {
  return unified().use(remarkParse).use(remarkGfm).parse(text)
}

function nodes(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodes) : [])]
}

/** What the same report of harmless words consists of. */
function shapeOf(report: AlignmentReport, options: (typeof both)[number]): string[] {
  const all = nodes(read(renderMarkdown(report, options)))
  for (const node of all) {
    if (node.type === 'html') expect(node.value).toBe('<!-- -->')
    if (node.type === 'link') expect(node.url).toMatch(/^mailto:/)
    if (node.type === 'table')
      for (const row of node.children) expect(row.children).toHaveLength(node.children[0]!.children.length)
  }
  return all
    .filter(({type}) => type !== 'html' && type !== 'text' && type !== 'link')
    .map((node) => (node.type === 'heading' ? `heading ${node.depth}` : node.type))
}

function expectOurs(report: AlignmentReport): void {
  for (const options of both) {
    // Where there is no text there is no line for it either, and suggested wording has a paragraph for each line.
    const few = (shape: string[]) =>
      shape.filter((each) => !/^(?:paragraph|listItem|list|blockquote|strong)$/.test(each))
    expect(few(shapeOf(report, options))).toEqual(few(shapeOf(sampleOf('words'), options)))
  }
}
