import {sentence} from '../words.js'
import type {Chapter} from './chapter.js'
import {html, type Markup} from './markup.js'
import {badge, part, quotation, table, toFinding, whereWords} from './parts.js'

/** Guidance and terms: what the policy cites, what is in force, and what to do. */
export function guidanceOf(chapter: Chapter): Markup | null {
  const rows = chapter.references.filter(
    ({finding: {requirement, status}}) =>
      requirement.topic === 'guidance-currency' &&
      status !== 'not-applicable' &&
      requirement.checks.some(({kind}) => kind === 'reference-current' || kind === 'term-obsolete'),
  )
  if (rows.length === 0) return null
  return part(
    chapter,
    'guidance',
    'Is the guidance current?',
    table(
      'Guidance and terms',
      ['Point', 'In force', 'The policy cites', 'Rating', 'Action'],
      rows.map((reference) => {
        const {finding, rag} = reference
        const first = finding.evidence[0]
        return html`<tr><th scope="row">${toFinding(reference)}</th><td>${
          finding.expected
            .slice(0, 4)
            .map(({value}) => value)
            .join('; ') || '–'
        }${finding.expected.length > 4 && ` and ${finding.expected.length - 4} more`}</td><td>${first ? html`${quotation(first.quote, 160)} <span class="where">${whereWords(first.place, chapter)}</span>` : 'not found'}</td><td>${badge(finding, rag)}</td><td>${sentence(finding.remedy) || 'none'}</td></tr>
`
      }),
    ),
  )
}
