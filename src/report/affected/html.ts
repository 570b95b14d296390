import type {Affected, AffectedPolicy} from '../../model/affected.js'
import {cardOf, coverOf, factsOf, lineOf} from '../comparison/html.js'
import {html, type Markup} from '../html/markup.js'
import {page} from '../html/page.js'
import {heading} from '../html/parts.js'
import type {RenderOptions} from '../reporter.js'
import {counted} from '../words.js'
import {alsoLines, alsoTitle, closingOf, differenceLines, headRows, summaryOf, toldFindings} from './told.js'

/** What new procedures do to policies as one page that asks nothing of any network and reads without scripts. */
export function renderAffectedHtml(report: Affected, options: RenderOptions): string {
  const {policies, differences} = report
  const titles = policies.map(({title, path}) => title || path)
  return page(
    `What the new procedures change in ${counted(policies.length, 'policy', 'policies')}`,
    html`<div class="page">
<nav class="contents" aria-label="Contents"><ol>
<li><a href="#changes">In the procedures (${differenceLines(report).length})</a></li>
${titles.map((title, at) => html`<li><a href="#p${at + 1}">${title}</a></li>\n`)}</ol></nav>
<main id="main" tabindex="-1">
${coverOf(report, options, {kicker: 'What new procedures change, and which policies have to follow', title: report.new.title})}
<section class="part" aria-labelledby="changes">
${heading(2, 'In the procedures', 'changes')}
${factsOf(headRows(report))}
${differences.length === 0 ? html`<p>Nothing changed.</p>` : html`<ul>${differenceLines(report).map((line) => html`<li>${line}</li>\n`)}</ul>`}
</section>
${policies.map((policy, at) => partOf(policy, titles[at]!, `p${at + 1}`, report, options))}
<footer class="closing"><p>${closingOf(report, options)}</p></footer>
</main>
</div>`,
  )
}

function partOf(policy: AffectedPolicy, title: string, id: string, report: Affected, options: RenderOptions): Markup {
  const also = options.quiet ? [] : alsoLines(policy, report)
  return html`<section class="part" aria-labelledby="${id}">
${heading(2, title, id)}
<p class="where">${policy.path}</p>
<p class="lead">${summaryOf(policy)}</p>
${toldFindings(policy, report, options).map(cardOf)}
${
  also.length > 0 &&
  html`${heading(3, alsoTitle, `${id}-also`)}
${also.map((line) => (line.runs ? lineOf(line) : html`<p>${line.words}</p>`))}`
}
</section>
`
}
