import type {Chapter} from '../content/chapter.js'
import {commonest, matrix, type Square, worstFirst} from '../content/portfolio.js'
import {ragCounts} from '../content/summary.js'
import {ragLetters, ragWords} from '../content/topics.js'
import {lettersOf} from '../letters.js'
import {counted, topicWords} from '../words.js'
import {html, type Markup} from './markup.js'
import {heading, table} from './parts.js'

/** Several policies at a glance, the worst first: counts of each, topics against policies, and the commonest gaps. */
export function overviewOf(chapters: readonly Chapter[]): Markup {
  const ordered = worstFirst(chapters)
  const common = commonest(chapters)
  return html`<section class="part overview" aria-labelledby="overview">
${heading(2, 'The policies at a glance', 'overview')}
<p>Those with the most to put right today come first. These are counts, not marks out of something.</p>
${table(
  'The policies at a glance',
  ['Policy', 'Fix today', 'Red', 'Amber', 'Advisory', 'Green', 'Grey'],
  ordered.map(
    (chapter, at) =>
      html`<tr><th scope="row"><span class="number">${lettersOf(at)}</span> <a href="#${chapter.prefix}">${chapter.policy.title || chapter.policy.path}</a> <span class="where">${chapter.policy.origin?.organisation && `${chapter.policy.origin.organisation.name}, `}${chapter.policy.path}</span></th><td class="count">${chapter.groups.today.length}</td>${ragCounts(chapter).map(([rag, count]) => html`<td class="count ${count > 0 ? rag : 'nil'}">${count}</td>`)}</tr>
`,
  ),
  'rag-table',
)}
${heading(3, 'Topics against policies')}
<p>Each square is the worst colour of a topic in a policy, with the number of gaps: R red, A amber, a advisory, G green, – grey.</p>
${table(
  'Topics against policies',
  [
    'Topic',
    ...ordered.map(
      (chapter, at) =>
        html`<a href="#${chapter.prefix}" title="${chapter.policy.title || chapter.policy.path}">${lettersOf(at)}</a>`,
    ),
  ],
  matrix(ordered).map(
    ({topic, squares}) =>
      html`<tr><th scope="row">${topicWords(topic)}</th>${squares.map((square) => html`<td class="square">${square ? squareMark(square) : '–'}</td>`)}</tr>
`,
  ),
  'rag-table matrix',
)}
${
  common.length > 0 &&
  html`${heading(3, 'The commonest gaps')}
${table(
  'The commonest gaps',
  ['Requirement', 'Topic', 'Policies', 'Of them red'],
  common.map(
    ({title, topic, count, reds}) =>
      html`<tr><th scope="row">${title}</th><td>${topicWords(topic)}</td><td>${count} of ${chapters.length}</td><td>${reds}</td></tr>
`,
  ),
)}`
}
</section>
`
}

function squareMark({rag, gaps}: Square): Markup {
  // Short, so that twenty policies fit beside each other; read out in full.
  return html`<span class="badge ${rag}"><span aria-hidden="true">${ragLetters[rag]}${gaps > 0 && ` ${gaps}`}</span><span class="sr">${ragWords[rag]}${gaps > 0 && `, ${counted(gaps, 'gap')}`}</span></span>`
}
