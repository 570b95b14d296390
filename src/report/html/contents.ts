import type {Chapter} from '../content/chapter.js'
import {html, type Markup} from './markup.js'

/** The way through the page: beside it on a wide screen, folded above it on a narrow one, absent in print. */
export function contentsOf(chapters: readonly Chapter[], present: (id: string) => boolean): Markup {
  const [only] = chapters
  const shared = [
    ['method', 'Method and limits'],
    ['yardstick', 'The yardstick'],
  ] as const
  const entries = (chapter: Chapter, names: readonly (readonly [string, string])[]) =>
    names
      .map(([name, words]) => [`${chapter.prefix}-${name}`, words] as const)
      .filter(([id]) => present(id))
      .map(item)
  const list =
    chapters.length === 1 && only
      ? html`<ol>${entries(only, front)}${shared.map(item)}${entries(only, back)}</ol>`
      : html`<ol>${item(['overview', 'The policies at a glance'])}${shared.map(item)}</ol>
${chapters.map(
  (chapter) =>
    html`<details><summary>${chapter.policy.title || chapter.policy.path}</summary><ol>${item([chapter.prefix, 'Beginning'])}${entries(chapter, [...front, ...back])}</ol></details>`,
)}`
  return html`<nav class="contents" aria-label="Contents"><details class="toggle" open><summary>Contents</summary>
${list}</details></nav>
`
}

function item([id, words]: readonly [string, string]): Markup {
  return html`<li><a href="#${id}">${words}</a></li>`
}

const front = [
  ['summary', 'Summary'],
  ['today', 'Fix today'],
] as const

const back = [
  ['topics', 'Topic by topic'],
  ['contacts', 'Contacts'],
  ['escalation', 'Escalation'],
  ['detail', 'Findings in detail'],
  ['guidance', 'Is the guidance current?'],
  ['good', 'Good practice found'],
  ['not-assessed', 'Not assessed'],
  ['plan', 'Action plan'],
  ['waivers', 'Waivers'],
  ['text', 'The policy, marked'],
] as const
