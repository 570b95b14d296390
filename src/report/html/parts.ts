import type {Evidence, Finding} from '../../model/finding.js'
import type {Place} from '../../model/policy.js'
import {clipped} from '../clipped.js'
import type {Chapter, Reference} from '../content/chapter.js'
import {ragWords} from '../content/topics.js'
import type {Rag} from '../rag.js'
import {placeWords, statusWords} from '../words.js'
import {html, type Markup, type Piece, trusted} from './markup.js'

/** A heading of a level; what is deeper than HTML can say is level 6. */
export function heading(level: number, words: Piece, id?: string): Markup {
  const tag = trusted(`h${Math.min(6, level)}`)
  return id ? html`<${tag} id="${id}">${words}</${tag}>` : html`<${tag}>${words}</${tag}>`
}

/** A part of a chapter under a heading of its own, or nothing where it has no content. */
export function part(chapter: Chapter, name: string, title: string, ...content: readonly Piece[]): Markup {
  const id = `${chapter.prefix}-${name}`
  return html`<section class="part ${name}" aria-labelledby="${id}">
${heading(chapter.level, title, id)}
${content}
</section>
`
}

/** A status as a label that says its colour and its word: neither is said by colour alone. */
export function badge(finding: Finding, rag: Rag): Markup {
  return html`<span class="badge ${rag}"><span class="rag">${ragWords[rag]}</span> ${statusWords[finding.status]}</span>`
}

/** A quotation of the policy; a long one is cut, for the policy's text holds it whole. */
export function quotation(words: string, most = 600): Markup {
  return html`<q class="words" dir="auto">${clipped(words, most)}</q>`
}

/** A quotation with its place, and a link to it in the policy's text where the page holds that. */
export function placedQuotation(
  {quote, place}: Evidence,
  chapter: Chapter,
  most: number,
  link: Markup | null = null,
): Markup {
  return html`${quotation(quote, most)} <span class="where">${whereWords(place, chapter)}${link && html` ${link}`}</span>`
}

/** Where something stands in the policy. */
export function whereWords(place: Place, {policy}: Chapter): string {
  return placeWords(place, policy.title)
}

/** A link from a table or list to the mark of a finding's quotation in the policy's text, counted from 0. */
export function seeIt({id, number}: Reference, at: number, {marksOf}: Chapter): Markup | null {
  return toMark(marksOf.get(id)?.[at], 'See it', `finding ${number} in the policy`)
}

/** A link to a mark in the policy's text, where the page holds it. */
export function toMark(id: string | undefined, words: string, about: string): Markup | null {
  if (id === undefined) return null
  return html`<a class="to" href="#${id}">${words}<span class="sr"> (${about})</span></a>`
}

/** A link to the place where a finding is told in full. */
export function toFinding({id, number, finding}: Reference, words: Piece = finding.requirement.title): Markup {
  return html`<a href="#${id}"><span class="number">${number}</span> ${words}</a>`
}

/** A table that a narrow screen can scroll, with a caption that is read out and need not be seen. */
export function table(caption: string, head: readonly Piece[], rows: readonly Piece[], name = ''): Markup {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table class="${name}">
<caption class="sr">${caption}</caption>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${rows}
</tbody>
</table></div>
`
}

/** An address as a link, where it is one of the web; any other scheme is only shown. */
export function link(url: string): Markup {
  return /^https?:\/\/[^\s\p{Cc}]+$/iu.test(url)
    ? html`<a href="${url}" rel="noreferrer noopener">${url.replace(/^https?:\/\//i, '')}</a>`
    : html`${url}`
}

/** Something that can be opened. */
export function folded(summary: Piece, content: Piece, {open = false, group = false} = {}): Markup {
  return html`<details${open && trusted(' open')}${group && trusted(' data-group')}><summary>${summary}</summary>
${content}
</details>
`
}
