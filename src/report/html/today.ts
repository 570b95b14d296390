import type {Chapter, Reference} from '../content/chapter.js'
import {plain} from '../escape.js'
import {counted, dateWords, sentence} from '../words.js'
import {html, type Markup} from './markup.js'
import {badge, folded, part, placedQuotation, seeIt, toFinding} from './parts.js'

/** What is critical and wrong or not found, each on two lines: what it says, and what it should say. */
export function todayOf(chapter: Chapter): Markup {
  const {today} = chapter.groups
  if (today.length === 0) {
    return part(
      chapter,
      'today',
      'Fix today',
      html`<p class="calm">Nothing critical was found to be wrong or missing in the wording. That is no approval and does not show that practice is safe.</p>`,
    )
  }
  const list = (items: readonly Reference[]) =>
    html`<ol class="urgent">${items.map((reference) => item(reference, chapter))}</ol>`
  const rest = today.slice(shown)
  return part(
    chapter,
    'today',
    'Fix today',
    html`<p>${counted(today.length, 'critical point')} ${today.length === 1 ? 'is' : 'are'} wrong or not found. Ring each number before you issue the policy again.</p>
${list(today.slice(0, shown))}
${rest.length > 0 && folded(`${counted(rest.length, 'more critical point')}`, list(rest))}`,
  )
}

function item(reference: Reference, chapter: Chapter): Markup {
  const {finding, rag} = reference
  const {evidence, expected, remedy, reason} = finding
  const first = evidence[0]
  const source = expected[0]?.source
  return html`<li class="${rag}"><p class="what">${badge(finding, rag)} ${toFinding(reference)}</p>
<dl><dt>It says</dt><dd>${
    first ? placedQuotation(first, chapter, 320, seeIt(reference, 0, chapter)) : 'nothing about this that was found'
  }</dd>
<dt>Put right</dt><dd>${sentence(remedy || reason)}${
    source &&
    html` <span class="where">By ${plain(source.title)}${source.verifiedOn && `, verified ${dateWords(source.verifiedOn)}`}</span>`
  }</dd></dl></li>
`
}

/** A longer list than this would hide its first line. */
const shown = 10
