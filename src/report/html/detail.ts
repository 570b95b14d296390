import {statuses} from '../../model/finding.js'
import {severities} from '../../model/requirement.js'
import type {Chapter, Reference} from '../content/chapter.js'
import {counted, statusWords, topicWords} from '../words.js'
import {findingCard} from './finding-card.js'
import {html, type Markup, type Piece} from './markup.js'
import {folded, heading, part} from './parts.js'

/** Every gap in full, worst first; small points are folded away. The filters stand above, for pages with scripts. */
export function detailOf(chapter: Chapter): Markup {
  const {today, next, later, cannotTell} = chapter.groups
  const gaps = today.length + next.length + later.length
  const cards = (references: readonly Reference[]) => references.map((reference) => findingCard(reference, chapter))
  const group = (title: string, references: readonly Reference[]): Piece =>
    references.length > 0 &&
    html`<div data-group>${heading(chapter.level + 1, `${title} (${references.length})`)}
${cards(references)}</div>
`
  return part(
    chapter,
    'detail',
    'Findings in detail',
    filters(chapter),
    gaps === 0 && html`<p class="calm">No gap was found in the wording.</p>`,
    group('Fix today', today),
    group('Put right next', next),
    later.length > 0 &&
      html`<div data-group>${heading(chapter.level + 1, `When you next revise (${later.length})`)}
${folded(`Show ${counted(later.length, 'smaller point')}`, cards(later), {open: chapter.options.show === 'all'})}</div>
`,
    group('Cannot be told from the wording: please look', cannotTell),
  )
}

/** Controls that a script brings to life; without one they stay hidden and everything is shown. */
function filters({prefix, references}: Chapter): Markup {
  const has = (test: (reference: Reference) => boolean) => references.some(test)
  const present = severities.filter((severity) => has(({finding}) => finding.requirement.severity === severity))
  const topics = [...new Set(references.map(({finding}) => finding.requirement.topic))].sort()
  const box = (name: string, value: string, words: string) =>
    html`<label class="choice"><input type="checkbox" name="${name}" value="${value}"> ${words}</label>`
  return html`<form class="filters" data-filters="${prefix}" hidden aria-label="Filter the findings">
<label class="field">Search <input type="search" name="search" autocomplete="off" placeholder="LADO, training, a number"></label>
<label class="field">Topic <select name="topic"><option value="">All topics</option>${topics.map((topic) => html`<option value="${topic}">${topicWords(topic)}</option>`)}</select></label>
<fieldset><legend>Status</legend>${statuses.filter((status) => has(({finding}) => finding.status === status)).map((status) => box('status', status, statusWords[status]))}</fieldset>
<fieldset><legend>Severity</legend>${present.map((severity) => box('severity', severity, severity))}</fieldset>
<p class="shown"><span role="status" data-shown></span> <button type="button" data-clear>Show all</button></p>
</form>
`
}
