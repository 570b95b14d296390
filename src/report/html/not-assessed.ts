import type {Notice} from '../../model/policy.js'
import {counted, sentence} from '../words.js'
import type {Chapter, Reference} from './chapter.js'
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
<ul>${byCode(policy.notices).map((same) => noticesLine(same, chapter))}</ul>`,
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

function byCode(notices: readonly Notice[]): Notice[][] {
  const groups = new Map<string, Notice[]>()
  for (const notice of notices) groups.set(notice.code, [...(groups.get(notice.code) ?? []), notice])
  return [...groups.values()]
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

/** About what people do: asked beside the findings, never passed or failed. */
const prompts = [
  'Has somebody outside the organisation told you lately what it is like to work with you on a concern?',
  'Could every member of staff and volunteer find the numbers above within a minute, at a weekend?',
  'When did you last disagree with another agency, what did you do, and how did it end?',
  'Which local review did you last read, and what did you change because of it?',
  'When a concern was passed on, did you stay in touch, and did the person or family know what happened next?',
]
