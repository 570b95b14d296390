import type {AlignmentReport} from '../../model/report.js'
import {leftOut, limits, methodWords, ratings, worryWords} from '../content/limits.js'
import type {RenderOptions} from '../reporter.js'
import {counted} from '../words.js'
import {html, type Markup} from './markup.js'
import {heading} from './parts.js'

/** How the comparison was made and what it cannot show; early in the report, not in an annex. */
export function methodOf(report: AlignmentReport, {unread}: RenderOptions): Markup {
  return html`<section class="part method" aria-labelledby="method">
${heading(2, 'Method and limits', 'method')}
<p>${methodWords}</p>
<ul>
${leftOut(report) && html`<li>${leftOut(report)}</li>`}
${limits.map(([lead, words]) => html`<li>${lead && html`<strong>${lead}</strong>`}${words}</li>`)}
</ul>
${unread > 0 && html`<p class="notice">${counted(unread, 'document')} could not be read and ${unread === 1 ? 'is' : 'are'} not in this report.</p>`}
${heading(3, 'What the ratings mean')}
<dl class="legend">
${ratings.map(([rag, words, meaning]) => html`<div><dt><span class="badge ${rag}">${words}</span></dt><dd>${meaning}</dd></div>`)}
</dl>
${worry(report)}
</section>
`
}

function worry(report: AlignmentReport): Markup {
  const [lead, words] = worryWords(report)
  return html`<p class="worry"><strong>${lead}</strong>${words}</p>`
}
