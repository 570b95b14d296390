import {basename, isAbsolute, relative} from 'node:path'

/** A file's path as a person in the working folder would write it. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path)
  return near.startsWith('..') ? path : near
}

/**
 * A file's path as it is to stand in a patch: from the folder that the patch will be applied in, with forward slashes.
 * A file outside that folder stands under its name alone, for no patch may lead out of it.
 */
export function nameInPatch(path: string): string {
  const from = relative(process.cwd(), path)
  const within = from !== '' && !from.startsWith('..') && !isAbsolute(from)
  const name = (within ? from : basename(path)).replaceAll('\\', '/')
  // A line end or a tab would be read as the end of the name.
  return [...name].map((sign) => (/[\p{Cc}"\u2028\u2029]/u.test(sign) ? '_' : sign)).join('')
}
