import type {Passage, Section} from '../../model/policy.js'
import {type Chapter, gapsOf, type Reference} from '../content/chapter.js'
import {counted} from '../words.js'
import {markedText} from './marked-text.js'
import {html, type Markup, type Piece} from './markup.js'
import {badge, folded, heading, part, toFinding} from './parts.js'
import {policyTable} from './policy-table.js'

/** The policy itself, as it was read, with each finding marked where it stands and told in the margin. */
export function policyTextOf(chapter: Chapter): Markup | null {
  const {policy, level} = chapter
  if (!policy.text) return null
  return part(
    chapter,
    'text',
    'The policy, marked',
    html`<p>This is the text as it was read. Words that a finding rests on are marked and lead to it; the margin says which finding it is. Wording that meets a requirement has a thin dotted line. Pictures and layout are left out.</p>`,
    absent(chapter),
    html`<div class="sheet">${policy.text.sections.map((section) => sectionOf(section, level, chapter))}</div>`,
  )
}

/** What is missing has no place in the text: it is told before it. */
function absent(chapter: Chapter): Piece {
  const missing = gapsOf(chapter).filter(({finding}) => finding.evidence.length === 0)
  return (
    missing.length > 0 &&
    folded(
      `${counted(missing.length, 'gap')} without a place in the text: no matching words were found`,
      html`<ul class="lines">${missing.map((reference) => html`<li>${badge(reference.finding, reference.rag)} ${toFinding(reference)}</li>`)}</ul>`,
      {open: missing.length <= 12},
    )
  )
}

function sectionOf(section: Section, level: number, chapter: Chapter): Markup {
  const number = section.number && html`<span class="printed">${section.number}</span> `
  const {blocks, margin} = parted(section.passages)
  return html`${section.level > 0 && html`<div class="row">${heading(level + section.level, [number, section.title])}</div>`}
${blocks.map((block) => blockOf(block, chapter))}${
  margin.length > 0 &&
  html`<div class="row"><div class="said margin-text"><p class="where">From the document’s margins and properties</p>${margin.map((passage) => html`<p>${markedText(passage, chapter)}</p>`)}</div>${notes(margin, chapter)}</div>`
}
${section.sections.map((inner) => sectionOf(inner, level, chapter))}`
}

/** Passages of running text, rows of one table together; what stands in headers and properties is kept apart. */
function parted(passages: readonly Passage[]): {blocks: Passage[][]; margin: Passage[]} {
  const blocks: Passage[][] = []
  const margin: Passage[] = []
  for (const passage of passages) {
    if (outside.has(passage.form)) {
      margin.push(passage)
      continue
    }
    const last = blocks.at(-1)
    const sameTable =
      passage.form === 'table-row' &&
      last?.[0]?.form === 'table-row' &&
      last[0].cells?.length === passage.cells?.length &&
      last.length < longest
    if (sameTable) last.push(passage)
    else blocks.push([passage])
  }
  return {blocks, margin}
}

const outside: ReadonlySet<Passage['form']> = new Set(['header', 'footer', 'comment', 'property', 'contents'])
/** Rows of one drawn table; a longer one goes on in the next. */
const longest = 200

function blockOf(block: readonly Passage[], chapter: Chapter): Markup {
  const [first] = block
  const said =
    first!.form === 'table-row'
      ? policyTable(block, chapter)
      : html`<p class="${forms[first!.form] ?? 'paragraph'}">${first!.label && html`<span class="printed">${first!.label}</span> `}${markedText(first!, chapter)}</p>`
  return html`<div class="row"><div class="said">${said}</div>${notes(block, chapter)}</div>
`
}

const forms: Readonly<Partial<Record<Passage['form'], string>>> = {
  'list-item': 'item',
  footnote: 'foot',
  endnote: 'foot',
  'text-box': 'box',
}

/** The findings of a block, told in the margin beside it; what is met is only underlined. */
function notes(block: readonly Passage[], {marks}: Chapter): Piece {
  const here = block.flatMap(({id}) => marks.get(id) ?? []).map(({reference}) => reference)
  const told = [...new Set(here)].filter(({rag}) => rag !== 'green').sort((a, b) => a.number - b.number)
  return told.length > 0 && html`<ul class="notes">${told.map(note)}</ul>`
}

function note(reference: Reference): Markup {
  const {id, finding, rag} = reference
  return html`<li class="note ${rag}" data-of="${id}">${badge(finding, rag)} ${toFinding(reference)}</li>`
}
