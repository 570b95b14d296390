import type {Expected} from '../../model/finding.js'
import type {Chapter, Reference} from '../content/chapter.js'
import {bySource} from '../content/sources.js'
import {plain} from '../escape.js'
import {waiverWords} from '../finding-lines.js'
import {counted, dateWords, doubtWords, factWords, listed, sentence, topicWords} from '../words.js'
import {html, type Markup, trusted} from './markup.js'
import {badge, heading, link, quotation, toMark, whereWords} from './parts.js'

/** What the filters look at: a finding's status, severity and topic stand on the element that tells it. */
export function filtered({id, finding}: Reference): Markup {
  const {requirement, status} = finding
  return html` id="${id}" data-finding data-status="${status}" data-severity="${requirement.severity}" data-topic="${requirement.topic}"`
}

/** A gap in full: the words of both sides beside each other, why, what to do, and words to copy. */
export function findingCard(reference: Reference, chapter: Chapter): Markup {
  const {finding, number, rag} = reference
  const {requirement, reason, remedy, status} = finding
  const wording = finding.suggestedWording.trim()
  const row = (label: string, words: string) => words !== '' && html`<dt>${label}</dt><dd>${words}</dd>\n`
  return html`<article class="finding ${rag}"${filtered(reference)}>
${heading(chapter.level + 2, html`<span class="number">${number}</span> ${requirement.title}`)}
<p class="tags">${badge(finding, rag)} <span class="tag">${requirement.severity}</span> <span class="tag">${topicWords(requirement.topic)}</span></p>
<div class="sides">
<div class="side ours"><p class="label">Your policy says</p>
${oursOf(reference, chapter)}</div>
<div class="side theirs"><p class="label">${finding.expected.length > 0 ? 'Local procedures and guidance say' : 'What is asked'}</p>
${theirsOf(reference)}</div>
</div>
<dl class="facts">
${row('Why', sentence(reason))}${row('It matters', status !== 'met' && requirement.severity === 'critical' ? sentence(requirement.why) : '')}${row('How sure', doubtWords(finding))}${row('To do', sentence(remedy))}${row('Accepted', waiverWords(finding))}</dl>
${
  wording !== '' &&
  html`<div class="wording"><p class="label">Words to use</p>
<p class="copy" dir="auto">${wording}</p></div>
`
}<p class="id">${requirement.id}</p>
</article>
`
}

/** What the policy says, each quotation with its place; or what was looked for and what came nearest. */
function oursOf({id, number, finding}: Reference, chapter: Chapter): Markup {
  const {evidence, searchedFor, closest, nearest} = finding
  const marks = chapter.marksOf.get(id) ?? []
  if (evidence.length > 0) {
    return html`${evidence.slice(0, most).map(
      ({quote, place}, at) =>
        html`<p>${quotation(quote)}</p><p class="where">${whereWords(place, chapter)} ${toMark(marks[at], 'See it in the policy', `finding ${number}`)}</p>
`,
    )}${evidence.length > most && html`<p class="where">And in ${counted(evidence.length - most, 'more place')}.</p>`}`
  }
  const near = closest[0] ?? nearest
  return html`<p class="none">No matching words were found.</p>
${searchedFor.length > 0 && html`<p class="where">Searched for: ${listed(searchedFor.slice(0, 6).map(plain))}${searchedFor.length > 6 && ' and more'}.</p>`}
${near && html`<p class="where">The nearest words: ${quotation(near.quote, 240)} ${whereWords(near.place, chapter)}</p>`}`
}

/** What the yardstick says with its source and date; without a local fact, the rule and where it comes from. */
function theirsOf({finding}: Reference): Markup {
  const {expected, requirement} = finding
  if (expected.length === 0) {
    return html`<p class="expected">${sentence(requirement.title)}</p>
${sourcesList(requirement.sources)}`
  }
  return html`${expectedList(expected)}`
}

/** The values of the yardstick, those of one source together. */
function expectedList(expected: readonly Expected[]): Markup[] {
  return bySource(expected).map(
    (
      same,
    ) => html`<dl class="expected">${same.map(({fact, value}) => html`<dt>${factWords(fact)}</dt><dd class="words">${value}</dd>`)}</dl>
<p class="where">${sourceWords(same[0]!.source)}</p>
`,
  )
}

function sourceWords({title, url, verifiedOn}: Expected['source']): Markup {
  return html`${title}${url && html`, ${link(url)}`}${verifiedOn && `, verified ${dateWords(verifiedOn)}`}`
}

function sourcesList(sources: readonly string[]): Markup | null {
  return sources.length === 0
    ? null
    : html`<ul class="where">${sources.slice(0, 3).map((source) => html`<li>${source}</li>`)}${sources.length > 3 && html`<li>and ${trusted(String(sources.length - 3))} more</li>`}</ul>
`
}

/** So many quotations of one finding are shown; the policy's text marks them all. */
const most = 3
