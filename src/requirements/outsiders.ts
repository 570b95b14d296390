import type {Passage} from '../model/policy.js'
import type {Organisation} from '../model/procedures.js'

/**
 * A table or a sentence for people who live elsewhere is as it should be; so is one that names another area in which
 * the organisation works too, as its profile says.
 */
export function isForOutsiders(passage: Passage, area: string, organisation: Organisation | null): boolean {
  const words = [
    passage.text,
    passage.leadIn,
    ...passage.place.headings,
    ...(passage.cells ?? []).map(({header}) => header),
  ].join(' ')
  return (
    /\b(?:neighbouring|cross-?border|cross-?boundary|out of area|over the border|elsewhere|other areas?|another (?:area|authority|council))\b/i.test(
      words,
    ) ||
    words.includes(`in ${area}`) ||
    words.includes(`a ${area} `) ||
    words.includes(`${area}'s own`) ||
    words.includes(`${area}\u2019s own`) ||
    (isServed(area, organisation) && words.includes(area)) ||
    /\b(?:lives?|living|resident|homes?) (?:\w+ ){0,2}(?:in|outside|elsewhere|there|across|over|beyond|away)\b/i.test(
      words,
    )
  )
}

/** A profile names areas as model files do: in small letters, with hyphens for spaces. */
function isServed(area: string, organisation: Organisation | null): boolean {
  return organisation?.areasServed?.includes(area.toLowerCase().replace(/\s+/g, '-')) ?? false
}
