import {dateWords, sentence} from '../words.js'
import {type Chapter, gapsOf} from './chapter.js'
import {dueOn} from './due.js'
import {html, type Markup} from './markup.js'
import {badge, part, table, toFinding} from './parts.js'

/** The action plan: a line a gap, with a proposed date and room for owner, evidence and signature. */
export function actionPlanOf(chapter: Chapter): Markup {
  const gaps = gapsOf(chapter)
  const {asOf, yardstick} = chapter.report
  const organisation = yardstick?.organisation
  const owner = organisation?.policyOwner ?? organisation?.roles?.dsl?.title
  if (gaps.length === 0)
    return part(chapter, 'plan', 'Action plan', html`<p class="calm">There is nothing to plan.</p>`)
  return part(
    chapter,
    'plan',
    'Action plan',
    html`<p>Owners and dates are proposals: change them. Working days are counted from Monday to Friday; bank holidays are not taken out. The same list can be had as a spreadsheet.</p>`,
    table(
      'Action plan',
      ['Finding', 'Action', 'Priority', 'Owner', 'Due', 'Done, evidence and initials'],
      gaps.map((reference) => {
        const {finding, rag} = reference
        const due = dueOn(reference, asOf)
        return html`<tr class="action"><th scope="row">${toFinding(reference)}</th><td>${sentence(finding.remedy || finding.reason)}</td><td>${badge(finding, rag)} ${finding.requirement.severity}</td><td>${owner ? html`${owner} <span class="where">proposed</span>` : html`<span class="where">to be named</span>`}</td><td class="due">${due ? dateWords(due) : 'next revision'}</td><td class="blank"></td></tr>
`
      }),
      'plan-table',
    ),
  )
}
