import type {Contact} from '../model/facts.js'
import type {Grounds} from './kind.js'

/** What stands before a fact in its passage, at most so many letters of it; '' where it was found in a link. */
export function textBefore(
  {passageId, span}: Pick<Contact, 'passageId' | 'span'>,
  most: number,
  {passages}: Grounds,
): string {
  return span ? (passages.get(passageId)?.text ?? '').slice(Math.max(0, span[0] - most), span[0]) : ''
}
