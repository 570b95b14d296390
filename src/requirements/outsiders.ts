import type {Passage} from '../model/policy.js'

/** A table or a sentence for people who live elsewhere is as it should be. */
export function isForOutsiders(passage: Passage, area: string): boolean {
  const words = [
    passage.text,
    passage.leadIn,
    ...passage.place.headings,
    ...(passage.cells ?? []).map(({header}) => header),
  ].join(' ')
  return (
    /\b(?:neighbouring|cross-?border|cross-?boundary|out of area|over the border|outside (?:of )?\p{Lu}|elsewhere|other areas?|another (?:area|authority|council))\b/iu.test(
      words,
    ) ||
    words.includes(`in ${area}`) ||
    /\b(?:lives?|living|resident|homes?) (?:\w+ ){0,2}(?:in|outside|elsewhere|there|across|over|beyond|away)\b/i.test(
      words,
    )
  )
}
