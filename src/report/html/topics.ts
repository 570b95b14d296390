import type {Chapter} from '../content/chapter.js'
import {colours, ragLetters, ragWords, topicCounts} from '../content/topics.js'
import {topicWords} from '../words.js'
import {html, type Markup} from './markup.js'
import {part, table} from './parts.js'

/** RAG by topic: the numbers as a table, and a bar for each topic as a picture of them. */
export function topicsOf(chapter: Chapter): Markup {
  const topics = topicCounts(chapter)
  const most = Math.max(1, ...topics.map(({counts}) => counts.reduce((sum, count) => sum + count)))
  return part(
    chapter,
    'topics',
    'Topic by topic',
    html`<p>What was found of each topic. The bars are as long as the topic has requirements; accepted gaps keep their colour.</p>`,
    table(
      'Ratings by topic',
      ['Topic', ...colours.map((rag) => html`<abbr title="${ragWords[rag]}">${ragWords[rag]}</abbr>`), 'Picture'],
      topics.map(
        ({topic, counts}) =>
          html`<tr data-topic-row><th scope="row">${topicWords(topic)}</th>${counts.map((count, at) => html`<td class="count ${count > 0 ? colours[at]! : 'nil'}">${count}</td>`)}<td class="picture">${bar(counts, most)}</td></tr>\n`,
      ),
      'rag-table pictured',
    ),
  )
}

/** The counts as blocks, a block a requirement, each with the letter of its colour. */
function bar(counts: readonly number[], most: number): Markup {
  const width = Math.min(20, Math.max(6, Math.floor(360 / most)))
  let at = 0
  const blocks = counts.flatMap((count, colour) =>
    Array.from({length: count}, () => {
      const rag = colours[colour]!
      const x = at++ * width
      return html`<rect class="block ${rag}" x="${x}" y="0" width="${width - 2}" height="16" rx="2"/>${width >= 12 && html`<text class="letter ${rag}" x="${x + (width - 2) / 2}" y="12" text-anchor="middle">${ragLetters[rag]}</text>`}`
    }),
  )
  return html`<svg aria-hidden="true" width="${most * width}" height="16" viewBox="0 0 ${most * width} 16">${blocks}</svg>`
}
