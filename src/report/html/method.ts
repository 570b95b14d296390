import type {AlignmentReport} from '../../model/report.js'
import type {RenderOptions} from '../reporter.js'
import {counted} from '../words.js'
import {html, type Markup} from './markup.js'
import {heading} from './parts.js'

/** How the comparison was made and what it cannot show; early in the report, not in an annex. */
export function methodOf(report: AlignmentReport, {unread}: RenderOptions): Markup {
  return html`<section class="part method" aria-labelledby="method">
${heading(2, 'Method and limits', 'method')}
<p>The words of the policy were compared with a written model of the local procedures and of national guidance, one requirement after the other. Each finding rests on words that are quoted, or says what was searched for.</p>
<ul>
<li><strong>It finds wording; a person decides.</strong> It does not show what staff know or do, or whether anybody is safe. How well the policy works in practice was not tested.</li>
<li><strong>“Not found”</strong> means that no matching words were found. The point may be made in other words, in a picture or in another document: please look before you act.</li>
<li><strong>Green</strong> means that wording was found which meets the requirement. It is no approval and no certificate.</li>
<li><strong>Suggested words</strong> are a starting point. A competent person checks that they fit the service and the local procedures.</li>
<li>Where this report and the local procedures differ, follow the procedures. It gives no legal advice and covers England only.</li>
</ul>
${unread > 0 && html`<p class="notice">${counted(unread, 'document')} could not be read and ${unread === 1 ? 'is' : 'are'} not in this report.</p>`}
${heading(3, 'What the ratings mean')}
<dl class="legend">
${ratings.map(([rag, words, meaning]) => html`<div><dt><span class="badge ${rag}">${words}</span></dt><dd>${meaning}</dd></div>`)}
</dl>
${worry(report)}
</section>
`
}

/** Whom to ring about a real person, with the local numbers where they are known. */
export function worry({yardstick}: AlignmentReport): Markup {
  const doors = ['childrenFrontDoor', 'adultsFrontDoor'].flatMap((key) => {
    const contact = yardstick?.model.contacts[key]
    return contact?.phone ? [`${contact.name}, ${contact.phone}`] : []
  })
  const unique = [...new Set(doors)]
  return html`<p class="worry"><strong>Worried about a real person after reading this?</strong> Do not wait. 999 in immediate danger, otherwise ${unique.length > 0 ? unique.join(' (children) or ') + (unique.length > 1 ? ' (adults)' : '') : 'your local front door'}.</p>`
}

const ratings = [
  ['red', 'Red conflict', 'It says something that contradicts the local procedures, statute or guidance.'],
  ['red', 'Red missing', 'A critical point for which no words were found.'],
  ['amber', 'Amber partial', 'It speaks of it, but an element is missing, vague or weaker.'],
  ['amber', 'Amber missing', 'A major point for which no words were found.'],
  ['advisory', 'Advisory missing', 'A minor point for which no words were found.'],
  ['green', 'Green met', 'Wording was found that says all that is asked.'],
  ['grey', 'Grey cannot tell', 'Wording does not decide it: please look.'],
  ['grey', 'Grey not applicable', 'The organisation or the policy’s own scope rules it out.'],
] as const
