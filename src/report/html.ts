import type {AlignmentReport} from '../model/report.js'
import {type Chapter, chapterOf, wholeChapters} from './content/chapter.js'
import {actionPlanOf} from './html/action-plan.js'
import {contactsOf} from './html/contacts.js'
import {contentsOf} from './html/contents.js'
import {coverOf, documentRow} from './html/cover.js'
import {detailOf} from './html/detail.js'
import {escalationOf} from './html/escalation.js'
import {goodPracticeOf} from './html/good-practice.js'
import {guidanceOf} from './html/guidance.js'
import {html, type Markup, type Piece} from './html/markup.js'
import {methodOf} from './html/method.js'
import {notAssessedOf} from './html/not-assessed.js'
import {overviewOf} from './html/overview.js'
import {page} from './html/page.js'
import {heading} from './html/parts.js'
import {policyTextOf} from './html/policy-text.js'
import {summaryOf} from './html/summary.js'
import {todayOf} from './html/today.js'
import {topicsOf} from './html/topics.js'
import {waiversOf} from './html/waivers.js'
import {yardstickOf} from './html/yardstick.js'
import type {RenderOptions} from './reporter.js'
import {closing} from './terminal-frame.js'

/**
 * A report as one HTML page that asks nothing of any network, reads without scripts, is better with them, and prints on
 * A4. The policy's text and the local procedures are shown where the report still holds them.
 */
export function renderHtml(report: AlignmentReport, options: RenderOptions): string {
  const chapters = report.policies.map((_, at) => chapterOf(report, at, options))
  const shared = [methodOf(report, options), yardstickOf(report)]
  const [only] = chapters
  const content =
    chapters.length === 1 && only
      ? [frontOf(only), shared, backOf(only)]
      : [overviewOf(wholeChapters(report, options)), shared, chapters.map(inFull)]
  const {markup} = html`${content}`
  const ids = new Set([...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  return page(
    titleOf(report),
    html`<div class="page">
${contentsOf(chapters, (id) => ids.has(id))}
<main id="main" tabindex="-1">
${coverOf(report)}
${{markup}}
<footer class="closing"><p>${closing(report, {...options, width: Number.POSITIVE_INFINITY})}</p></footer>
</main>
</div>`,
  )
}

/** A policy among several, under a heading of its own. */
function inFull(chapter: Chapter): Markup {
  const {policy, prefix} = chapter
  return html`<article class="chapter">
${heading(2, policy.title || policy.path, prefix)}
<dl class="facts">${documentRow(policy)}</dl>
${frontOf(chapter)}${backOf(chapter)}</article>
`
}

function frontOf(chapter: Chapter): Piece {
  return chapter.options.quiet ? null : [summaryOf(chapter), todayOf(chapter)]
}

function backOf(chapter: Chapter): Piece {
  if (chapter.options.quiet) return detailOf(chapter)
  return [
    topicsOf(chapter),
    contactsOf(chapter),
    escalationOf(chapter),
    detailOf(chapter),
    guidanceOf(chapter),
    goodPracticeOf(chapter),
    notAssessedOf(chapter),
    actionPlanOf(chapter),
    waiversOf(chapter),
    policyTextOf(chapter),
  ]
}

function titleOf({policies, organisation}: AlignmentReport): string {
  const [first] = policies
  const what = policies.length === 1 && first ? first.title || first.path : `${policies.length} policies`
  return `${what}${organisation ? `, ${organisation.name}` : ''}: alignment report`
}
