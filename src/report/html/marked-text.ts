import type {Passage} from '../../model/policy.js'
import type {Chapter} from '../content/chapter.js'
import {piecesOf} from '../content/marks.js'
import {statusWords} from '../words.js'
import {html, type Markup} from './markup.js'

/**
 * The text of a passage, or of a stretch of it, in which the words of each finding are a link to it. Where several lie
 * on the same words the link leads to the worst; the margin names them all.
 */
export function markedText(passage: Passage, {marks}: Chapter, stretch?: readonly [number, number]): Markup {
  const here = marks.get(passage.id) ?? []
  if (here.length === 0) return html`<span dir="auto">${stretch ? passage.text.slice(...stretch) : passage.text}</span>`
  return html`<span dir="auto">${piecesOf(passage, here, stretch).map(({text, on, begin, end}) => {
    const [worst] = on
    if (!worst) return text
    const {reference} = worst
    const closing = end.filter((mark) => mark.reference.rag !== 'green')
    // Each mark has an address of its own, even where two begin at the same word.
    const addresses = begin.map(({id}) => html`<span class="at" id="${id}"></span>`)
    const about = `${statusWords[reference.finding.status]}, finding ${reference.number}`
    return html`${addresses}<a class="mark ${reference.rag}" href="#${reference.id}" data-of="${reference.id}">${text}<span class="sr"> (${about})</span></a>${closing.length > 0 && html`<sup class="sign" aria-hidden="true">${closing.map(({reference: each}) => each.number).join(',')}</sup>`}`
  })}</span>`
}
