import type {Chapter} from '../content/chapter.js'
import {planOf, planWords} from '../content/plan.js'
import {dateWords} from '../words.js'
import {html, type Markup} from './markup.js'
import {badge, part, table, toFinding} from './parts.js'

/** The action plan: a line a gap, with a proposed date and room for owner, evidence and signature. */
export function actionPlanOf(chapter: Chapter): Markup {
  const actions = planOf(chapter)
  if (actions.length === 0)
    return part(chapter, 'plan', 'Action plan', html`<p class="calm">There is nothing to plan.</p>`)
  return part(
    chapter,
    'plan',
    'Action plan',
    html`<p>${planWords} The same list can be had as a spreadsheet.</p>`,
    table(
      'Action plan',
      ['Finding', 'Action', 'Priority', 'Owner', 'Due', 'Done, evidence and initials'],
      actions.map(({reference, action, owner, due}) => {
        const {finding, rag} = reference
        return html`<tr class="action"><th scope="row">${toFinding(reference)}</th><td>${action}</td><td>${badge(finding, rag)} ${finding.requirement.severity}</td><td>${owner ? html`${owner} <span class="where">proposed</span>` : html`<span class="where">to be named</span>`}</td><td class="due">${due ? dateWords(due) : 'next revision'}</td><td class="blank"></td></tr>
`
      }),
      'plan-table',
    ),
  )
}
