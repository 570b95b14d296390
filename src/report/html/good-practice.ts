import type {Chapter, Reference} from '../content/chapter.js'
import {metByTopic} from '../content/topics.js'
import {counted, topicWords} from '../words.js'
import {filtered} from './finding-card.js'
import {html, type Markup} from './markup.js'
import {folded, part, placedQuotation, seeIt} from './parts.js'

/** What the policy says well, topic by topic, with its own words; kept quiet, but there. */
export function goodPracticeOf(chapter: Chapter): Markup {
  const {met} = chapter.groups
  return part(
    chapter,
    'good',
    'Good practice found',
    met.length === 0
      ? html`<p class="calm">No requirement was found to be fully met in the wording.</p>`
      : html`<p>${counted(met.length, 'requirement')} met by wording in the policy. Keep these words when you revise it.</p>
${[...metByTopic(chapter)].map(([topic, references]) =>
  folded(
    `${topicWords(topic)} (${references.length})`,
    html`<ul class="met">${references.map((reference) => item(reference, chapter))}</ul>`,
    {group: true, open: chapter.options.show === 'all'},
  ),
)}`,
  )
}

function item(reference: Reference, chapter: Chapter): Markup {
  const {finding, number} = reference
  const first = finding.evidence[0]
  return html`<li${filtered(reference)}><span class="number">${number}</span> ${finding.requirement.title} <span class="badge green">Green met</span>${
    first && html`<br>${placedQuotation(first, chapter, 240, seeIt(reference, 0, chapter))}`
  }</li>
`
}
