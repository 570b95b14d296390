import {dateWords, listed, sentence} from '../words.js'
import type {Chapter, Reference} from './chapter.js'
import {gapsOf} from './chapter.js'
import {daysAfter, workingDaysAfter} from './due.js'
import {html, type Markup} from './markup.js'
import {badge, part, toFinding} from './parts.js'

/** The page for trustees: what was compared, what matters, what is asked of them. Counts, never a score. */
export function summaryOf(chapter: Chapter): Markup {
  const {report, policy, groups} = chapter
  const gaps = gapsOf(chapter)
  const count = (rag: string, among: readonly Reference[]) => among.filter((each) => each.rag === rag).length
  const tiles = [
    ['red', count('red', gaps), 'Red', 'wrong, or critical and not found: act now'],
    ['amber', count('amber', gaps), 'Amber', 'partly said, or not found: at the next revision'],
    ['advisory', count('advisory', gaps), 'Advisory', 'small points that were not found'],
    ['green', groups.met.length, 'Green', 'wording was found'],
    ['grey', groups.cannotTell.length + groups.notApplicable.length, 'Grey', 'cannot be told, or does not apply'],
  ] as const
  return part(
    chapter,
    'summary',
    'Summary on one page',
    html`<p class="lead">The wording of “${policy.title || policy.path}” was compared with ${listed(report.procedures.map(({title}) => title))}, as of ${dateWords(report.asOf)}.</p>
<ul class="tiles">${tiles.map(([rag, number, word, words]) => html`<li class="tile ${rag}"><strong>${number}</strong> <span>${word}</span> <small>${words}</small></li>`)}</ul>
${groups.waived.length > 0 && html`<p>${groups.waived.length} more ${groups.waived.length === 1 ? 'gap has' : 'gaps have'} been accepted with a reason: see <a href="#${chapter.prefix}-waivers">Waivers</a>.</p>`}
<div class="two"><div><p class="label">What matters most</p>
${whatMatters(chapter)}</div>
<div><p class="label">What is asked of trustees or governors</p>
${asked(chapter)}</div></div>
`,
  )
}

function whatMatters({groups}: Chapter): Markup {
  const {today, next} = groups
  const first = [...today, ...next].slice(0, 4)
  if (first.length === 0)
    return html`<p>No critical or major gap was found in the wording. That is no approval: read <a href="#method">what was not tested</a>.</p>`
  const rest = today.length - first.length
  return html`<ol class="plain">${first.map((reference) => html`<li>${badge(reference.finding, reference.rag)} ${toFinding(reference)}</li>`)}</ol>
${rest > 0 && html`<p>${rest} more critical ${rest === 1 ? 'point is' : 'points are'} under “Fix today”.</p>`}`
}

function asked(chapter: Chapter): Markup {
  const {report, groups} = chapter
  const urgent = groups.today.length > 0
  const checked = report.procedures.map(({verifiedOn}) => verifiedOn).filter((on) => on !== null)
  const rung = checked.length > 0 ? daysAfter(checked.sort()[0]!, 90) : null
  return html`<ul>
${urgent && html`<li>See that the points under “Fix today” are put right and the policy is issued again, by ${dateWords(workingDaysAfter(report.asOf, 5))} at the latest.</li>`}
${gapsOf(chapter).length > 0 && html`<li>Give each line of the <a href="#${chapter.prefix}-plan">action plan</a> an owner and a date.</li>`}
${groups.waived.length > 0 && html`<li>Confirm what has been accepted as it is, or end it.</li>`}
<li>${sentence(`have the policy checked again when it has been changed, whenever the local procedures change${rung && rung > report.asOf ? `, and by ${dateWords(rung)}, when the local contacts are due to be rung again` : ''}`)}</li>
</ul>`
}
