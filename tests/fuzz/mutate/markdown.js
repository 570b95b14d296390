import {mutateText} from './text.js'

/** Pieces of Markdown, whole and broken. */
const pieces = [
  ...['# ', '## 3.2 Title', '###### ', '####### ', 'Title\n=====', 'Title\n---', '# # #', '#\t1\t', '## {#id .class}', '**Bold heading**', '3. **Escalation**'],
  ...['- ', '* a', '1. a', '999999999. a', '1) a', '- [ ] todo', '- [x] done', '-\n\n  a', '    - a', '\t- a', `${'- '.repeat(60)}a`, '- a\n  - b\n    1. c\n       > d', '(a) first\n(b) second\n(i) third'],
  ...['> ', '>> a', `${'>'.repeat(80)} a`, '> [!NOTE]\n> a', '```', '~~~', '```yaml\na: b\n```', '    code', '\ta', '---', '***', '- - -', '+++', '\\', '  \na', 'a\\\nb'],
  ...['| a | b |\n|---|---|\n| c | d |', '| a |\n|:-:|', '|', '|---|', '| a | b |\n|---|\n| c |', 'a | b\n-|-\nc | d', '\\|', '+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+'],
  ...['[^1]', '[^1]: note', '[^1]: [^1]', '[a]: b', '[a][a]', '[a](b', '![a](b)', '![](', '[a](<b', '[[a]]', '<https://a.example>', '<a@b.example>', '[', '](', '[a](b "c)', `${'['.repeat(100)}`, `${'*a_ '.repeat(100)}`],
  ...['<!-- ', '-->', '<!-- policy-align-ignore gov-anyone-can-refer: agreed -->', '<!-- policy-align-ignore -->', '<!-- policy-align-ignore x: -->', '<!-- policy-align-ignore gov-anyone-can-refer', '<div>', '</div>', '<table><tr><td>a', '<td colspan="99999999">', '<details><summary>a</summary>', '<br>', '<script>', '<style>', '<pre>', '<p hidden>', '<img alt="', '<a href=x>', '&nbsp;', '&#xD800;', '<ul><li><ul><li>a', '<svg><text>a</text></svg>'],
  ...['---\ntitle: a\n---\n', '---\na: [\n---', '---\ntitle: &a [*a]\n---', '---\n---', '---\ntitle: 2026-02-30\nreviewed: 1\n---', '+++\ntitle = "a"\n+++', '---\n__proto__: 1\n---\n', '---\n? [a]\n: b\n---'],
  ...['{{ a }}', '{% include a %}', '{{< a >}}', '{{% /a %}}', '::: warning\na\n:::', ':::', '!!! note\n    a', '$$a$$', '$', '==a==', '~~a~~', 'Term\n: definition', '*[A]: b', 'import A from "b"', 'export const a = 1', '<A b={c} />', '{/* a */}', '{', '}', '<>', '[TOC]', '{:toc}', '\\newpage', '@[a](b)'],
]

/** The same Markdown with a few things changed. */
export function mutateMarkdown(text, chance) {
  return mutateText(text, chance, pieces)
}
