import {type Chapter, gapsOf} from '../content/chapter.js'
import {html, type Markup} from './markup.js'
import {heading, table} from './parts.js'

/** Several policies at a glance, in the order given: counts of each, never a rank. */
export function overviewOf(chapters: readonly Chapter[]): Markup {
  return html`<section class="part overview" aria-labelledby="overview">
${heading(2, 'The policies at a glance', 'overview')}
${table(
  'The policies at a glance',
  ['Policy', 'Fix today', 'Red', 'Amber', 'Advisory', 'Green', 'Grey'],
  chapters.map((chapter) => {
    const gaps = gapsOf(chapter)
    const count = (rag: string) => gaps.filter((each) => each.rag === rag).length
    const {today, met, cannotTell, notApplicable} = chapter.groups
    return html`<tr><th scope="row"><a href="#${chapter.prefix}">${chapter.policy.title || chapter.policy.path}</a> <span class="where">${chapter.policy.path}</span></th><td class="count">${today.length}</td><td class="count">${count('red')}</td><td class="count">${count('amber')}</td><td class="count">${count('advisory')}</td><td class="count">${met.length}</td><td class="count">${cannotTell.length + notApplicable.length}</td></tr>
`
  }),
  'rag-table',
)}
</section>
`
}
