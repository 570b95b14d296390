import type {Chapter, Reference} from '../content/chapter.js'
import {audiencesOf, audienceWords, type Rung, type Side, type StagePair, stagePairs} from '../content/stages.js'
import {sentence} from '../words.js'
import {ladder} from './ladder.js'
import {html, type Markup} from './markup.js'
import {badge, heading, part, table, toFinding, toMark} from './parts.js'

/** Escalation side by side, for children and adults each: a drawn ladder, the same as a table, and what was found. */
export function escalationOf(chapter: Chapter): Markup {
  const found = chapter.references.filter(({finding}) => finding.requirement.topic === 'escalation')
  const ladders = audiencesOf(chapter).map((audience, at) => ladderOf(audience, at, chapter))
  return part(
    chapter,
    'escalation',
    'Escalation side by side',
    ladders.length > 0
      ? ladders
      : html`<p class="calm">Neither the local procedures nor the policy give stages that could be drawn.</p>`,
    found.length > 0 &&
      html`${heading(chapter.level + 1, 'What was found about escalation')}
<ul class="lines">${found.filter(({finding}) => finding.status !== 'not-applicable').map((reference) => html`<li>${badge(reference.finding, reference.rag)} ${toFinding(reference)}${reference.finding.status !== 'met' && html` <span class="where">${sentence(reference.finding.reason)}</span>`}</li>`)}</ul>`,
  )
}

function ladderOf(audience: string, at: number, chapter: Chapter): Markup {
  const {local, pairs} = stagePairs(audience, chapter)
  const id = `${chapter.prefix}-ladder-${at + 1}`
  const whom = audienceWords(audience)
  return html`<div class="ladder-block">
${heading(chapter.level + 1, whom)}
<p>${local ? html`Local procedure: <strong>${local.title}</strong>.` : 'The local procedures that were given hold no stages for this.'}${pairs.every(({ours}) => ours === null) && ' No stages were found in the policy.'}</p>
<div class="scroll" role="region" tabindex="0" aria-label="Drawing of the stages: ${whom}">${ladder(pairs, id, whom)}</div>
${table(
  `Stages as a table: ${whom}`,
  ['Stage', 'Local procedures', 'Your policy', 'Rating'],
  pairs.map((pair) => stageRow(pair, chapter)),
)}
${local?.overall && html`<p class="where">Over all stages, by the local procedures: ${local.overall}.</p>`}
${local?.atRisk && html`<p class="where">Where somebody is at immediate risk: ${sentence(local.atRisk)}</p>`}
</div>
`
}

function stageRow({label, theirs, ours, flagged}: StagePair, chapter: Chapter): Markup {
  return html`<tr><th scope="row">${label}</th><td>${sideWords(theirs, 'no such stage')}</td><td>${sideWords(ours, 'not found')}${ours && html` <span class="where">${seen(flagged, chapter)}</span>`}</td><td>${flagged.length > 0 ? flagged.map((reference) => html`${badge(reference.finding, reference.rag)} ${toFinding(reference, 'detail')} `) : ours && theirs ? html`<span class="where">nothing found against it</span>` : '–'}</td></tr>
`
}

function seen(flagged: readonly Reference[], chapter: Chapter): Markup | null {
  const first = flagged[0]
  return first ? toMark(chapter.marksOf.get(first.id)?.[0], 'See it in the policy', `finding ${first.number}`) : null
}

function sideWords(side: Rung | null, otherwise: string): Markup {
  if (!side) return html`<span class="none">${otherwise}</span>`
  return html`${whoWords(side)}${side.clock && html` <strong class="clock">${side.clock}</strong>`}`
}

function whoWords({from, to}: Side): Markup {
  return html`${from ?? 'not said'} <span aria-hidden="true">→</span><span class="sr"> to </span> ${to ?? 'not said'}`
}
