import type {BlockMark} from '../marks.js'
import {plain, safeTarget} from '../plain.js'
import type {Stretch} from './words.js'

export type Words = Pick<BlockMark, 'text' | 'links' | 'residue'>

/** The words of a paragraph made plain, with what is linked and what is residue in them. */
export function wordsIn(stretches: readonly Stretch[]): Words {
  const text = plain(stretches.map((stretch) => stretch.text).join(''))
  const links = runsBy(stretches, ({link}) => link).flatMap(({key, text}) => {
    const target = key === null ? null : safeTarget(key)
    return target !== null && text !== '' ? [{text, target}] : []
  })
  const residue = runsBy(stretches, (stretch) => (stretch.residue ? 'residue' : null)).flatMap(({key, text}) =>
    key !== null && text !== '' ? [text] : [],
  )
  return {text, ...(links.length > 0 && {links}), ...(residue.length > 0 && {residue})}
}

/** The links and the residue of several paragraphs that are read as one. */
export function gathered(parts: readonly Words[]): Pick<Words, 'links' | 'residue'> {
  const links = parts.flatMap((part) => part.links ?? [])
  const residue = parts.flatMap((part) => part.residue ?? [])
  return {...(links.length > 0 && {links}), ...(residue.length > 0 && {residue})}
}

/** Word splits a link or a highlight at every edit; neighbours that say the same are one. */
function runsBy(
  stretches: readonly Stretch[],
  keyOf: (stretch: Stretch) => string | null,
): {key: string | null; text: string}[] {
  const runs: {key: string | null; text: string}[] = []
  for (const stretch of stretches) {
    const key = keyOf(stretch)
    const last = runs.at(-1)
    if (last && last.key === key) last.text += stretch.text
    else runs.push({key, text: stretch.text})
  }
  return runs.map(({key, text}) => ({key, text: plain(text)}))
}
