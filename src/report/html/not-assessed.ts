import type {Notice} from '../../model/policy.js'
import type {Chapter, Reference} from '../content/chapter.js'
import {prompts} from '../content/limits.js'
import {groupedBy} from '../grouped-by.js'
import {counted, sentence} from '../words.js'
import {filtered} from './finding-card.js'
import {html, type Markup, type Piece} from './markup.js'
import {folded, heading, part, whereWords} from './parts.js'

/** What the report does not judge: what could not be read, what does not apply, and what wording can never show. */
export function notAssessedOf(chapter: Chapter): Markup {
  const {policy, groups, level} = chapter
  return part(
    chapter,
    'not-assessed',
    'Not assessed',
    policy.notices.length > 0 &&
      html`${heading(level + 1, 'In the document')}
<ul>${groupedBy(policy.notices, ({code}) => code).map((same) => noticesLine(same, chapter))}</ul>`,
    groups.cannotTell.length > 0 &&
      html`<p>${counted(groups.cannotTell.length, 'point')} could not be told from the wording; each is among the <a href="#${chapter.prefix}-detail">findings</a>.</p>`,
    notApplicable(groups.notApplicable),
    heading(level + 1, 'Questions that no wording answers'),
    html`<ul>${prompts.map((prompt) => html`<li>${prompt}</li>`)}</ul>`,
  )
}

function noticesLine(same: readonly Notice[], chapter: Chapter): Markup {
  const [first] = same
  const line = ({message, place}: Notice): Piece =>
    html`${sentence(message)}${place && html` <span class="where">${whereWords(place, chapter)}</span>`}`
  if (same.length <= 3) return html`${same.map((notice) => html`<li>${line(notice)}</li>`)}`
  return html`<li>${line(first!)} ${folded(`and ${same.length - 1} more of the same`, html`<ul>${same.slice(1).map((notice) => html`<li>${line(notice)}</li>`)}</ul>`)}</li>`
}

function notApplicable(references: readonly Reference[]): Piece {
  return (
    references.length > 0 &&
    folded(
      `${counted(references.length, 'requirement')} that ${references.length === 1 ? 'does' : 'do'} not apply`,
      html`<ul class="met">${references.map(
        (reference) =>
          html`<li${filtered(reference)}><span class="number">${reference.number}</span> ${reference.finding.requirement.title} <span class="badge grey">Grey not applicable</span> <span class="where">${sentence(reference.finding.reason)}</span></li>
`,
      )}</ul>`,
      {group: true},
    )
  )
}
