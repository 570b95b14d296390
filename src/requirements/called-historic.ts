import {isHistoric} from '../text/obsolete.js'
import type {Reading} from '../text/reading.js'
import {sentenceAt, sentencesOf} from './sentence-at.js'

/** Whether a sentence goes on about what the one before it named. */
function isAboutIt(text: string): boolean {
  return /^[\s*_(]*(?:it|its|they|that|this|those|these|both|neither|gone|replaced|nobody|no one)\b/iu.test(text)
}

/** Whether the sentence at an offset of a passage, or the one after it, tells that what it names is past. */
export function isCalledHistoric(passageId: string, offset: number, reading: Reading): boolean {
  const here = sentenceAt(reading, passageId, offset)
  if (!here) return false
  const next = sentencesOf(reading, passageId).find(({index}) => index === here.index + 1)
  return (
    isHistoric(here.sentence.text) ||
    (next !== undefined && isAboutIt(next.sentence.text) && isHistoric(next.sentence.text))
  )
}
