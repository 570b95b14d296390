import type {Chapter} from '../content/chapter.js'
import {askedOf, comparedWords, foremost, ragCounts} from '../content/summary.js'
import {html, type Markup} from './markup.js'
import {badge, part, toFinding} from './parts.js'

/** The page for trustees: what was compared, what matters, what is asked of them. Counts, never a score. */
export function summaryOf(chapter: Chapter): Markup {
  const {prefix, groups} = chapter
  return part(
    chapter,
    'summary',
    'Summary on one page',
    html`<p class="lead">${comparedWords(chapter)}</p>
<ul class="tiles">${ragCounts(chapter).map(([rag, count, word, meaning]) => html`<li class="tile ${rag}"><strong>${count}</strong> <span>${word}</span> <small>${meaning}</small></li>`)}</ul>
${groups.waived.length > 0 && html`<p>${groups.waived.length} more ${groups.waived.length === 1 ? 'gap has' : 'gaps have'} been accepted with a reason: see <a href="#${prefix}-waivers">Waivers</a>.</p>`}
<div class="two"><div><p class="label">What matters most</p>
${whatMatters(chapter)}</div>
<div><p class="label">What is asked of trustees or governors</p>
<ul>
${askedOf(chapter).map((words) => html`<li>${words}</li>`)}
</ul></div></div>
`,
  )
}

function whatMatters(chapter: Chapter): Markup {
  const {first, rest} = foremost(chapter)
  if (first.length === 0)
    return html`<p>No critical or major gap was found in the wording. That is no approval: read <a href="#method">what was not tested</a>.</p>`
  return html`<ol class="plain">${first.map((reference) => html`<li>${badge(reference.finding, reference.rag)} ${toFinding(reference)}</li>`)}</ol>
${rest && html`<p>${rest}</p>`}`
}
