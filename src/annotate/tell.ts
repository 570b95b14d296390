import {counted, listed} from '../report/words.js'
import type {Nearness} from './comment-words.js'

/** What a copy holds, in one sentence: how many comments, where they hang, and how many wordings. */
export function tellCopy(comments: readonly Nearness[], wordings: number): string {
  if (comments.length === 0) return 'no gap was found, and the copy is the document as it was.'
  const counts = places.flatMap(([nearness, words]) => {
    const count = comments.filter((each) => each === nearness).length
    return count > 0 ? [`${count} ${words}`] : []
  })
  const insertions = wordings > 0 ? ` ${counted(wordings, 'suggested wording')} put in as tracked insertions.` : ''
  return `${counted(comments.length, 'comment')}: ${listed(counts)}.${insertions}`
}

/** What a patch holds. */
export function tellPatch(wordings: number): string {
  if (wordings === 0) return 'no wording is to be put in: the patch is empty.'
  return `The patch puts in ${counted(wordings, 'suggested wording')}; read each before you keep it.`
}

const places: readonly (readonly [Nearness, string])[] = [
  ['words', 'at the words quoted'],
  ['passage', 'at their passage'],
  ['note', 'at the mark of a note'],
  ['section', 'at the heading where something is missing'],
  ['elsewhere', 'near words that take no comment'],
  ['start', 'at the start of the document'],
]
