import type {Passage} from '../../model/policy.js'
import type {Chapter} from '../content/chapter.js'
import {markedText} from './marked-text.js'
import {html, type Markup} from './markup.js'

/** Rows of a table in the policy, as a table with their marks. A row whose cells cannot be told apart is one cell. */
export function policyTable(rows: readonly Passage[], chapter: Chapter): Markup {
  const headers = rows.find(({cells}) => cells?.some(({header}) => header))?.cells?.map(({header}) => header ?? '')
  const columns = Math.max(1, ...rows.map(({cells}) => cells?.length ?? 1))
  // The row of headers is itself a passage: where it stands first, it is not said twice.
  const [first] = rows
  const said = headers !== undefined && first?.cells?.every(({text}, at) => text === headers[at])
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Table in the policy"><table class="policy-table">
${headers && !said && html`<thead><tr>${headers.map((header) => html`<th scope="col">${header}</th>`)}</tr></thead>\n`}<tbody>
${rows.map((row, at) => {
  const cells = stretches(row)
  const tag = said && at === 0 ? 'header' : 'body'
  return html`<tr class="${tag}">${
    cells
      ? cells.map((stretch) => html`<td>${markedText(row, chapter, stretch)}</td>`)
      : html`<td colspan="${columns}">${markedText(row, chapter)}</td>`
  }</tr>\n`
})}</tbody></table></div>`
}

/** Where each cell stands in the row's text, or null where that cannot be told. */
function stretches({cells, text}: Passage): [number, number][] | null {
  if (!cells || cells.length === 0) return null
  let from = 0
  const found: [number, number][] = []
  for (const cell of cells) {
    const start = text.indexOf(cell.text, from)
    if (start < 0) return null
    from = start + cell.text.length
    found.push([start, from])
  }
  return found
}
