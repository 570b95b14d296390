import {type Group, groups} from '../model/procedures.js'
import type {Reading} from '../text/reading.js'

/** Whether a sentence, with what stands above it, speaks of the other group only. */
export function speaksOfOthers(index: number, audience: Group | null, reading: Reading): boolean {
  const group = groupAt(index, reading)
  return audience !== null && group !== null && group !== audience
}

/** The one group that a sentence speaks of, else the one that its headings name; null for both or neither. */
export function groupAt(index: number, reading: Reading): Group | null {
  const spoken = groups.map((group) => ({
    group,
    own: reading.find.at(index, groupWords[group]) !== undefined,
    about: reading.find.at(index, `#(${groupWords[group]})`) !== undefined,
  }))
  // What the sentence itself says goes before its headings: a title may name both.
  const named = spoken.filter(({own}) => own)
  const [only, ...more] = named.length > 0 ? named : spoken.filter(({about}) => about)
  return more.length === 0 ? (only?.group ?? null) : null
}

const groupWords = {
  children: 'child | young person | under 18 | pupil | minor | baby',
  adults: 'adult | over 18 | elderly | older person',
}
