import type {Chapter} from '../content/chapter.js'
import {guidanceRows, inForce} from '../content/guidance.js'
import {sentence} from '../words.js'
import {html, type Markup} from './markup.js'
import {badge, part, placedQuotation, table, toFinding} from './parts.js'

/** Guidance and terms: what the policy cites, what is in force, and what to do. */
export function guidanceOf(chapter: Chapter): Markup | null {
  const rows = guidanceRows(chapter)
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
        return html`<tr><th scope="row">${toFinding(reference)}</th><td>${inForce(reference)}</td><td>${first ? placedQuotation(first, chapter, 160) : 'not found'}</td><td>${badge(finding, rag)}</td><td>${sentence(finding.remedy) || 'none'}</td></tr>
`
      }),
    ),
  )
}
