import {InputError} from '../model/input-error.js'

/** Whether a name holds signs of a glob: `*`, `?`, `[...]` or `{a,b}`. */
export function isGlob(name: string): boolean {
  return /[*?[{]/.test(name)
}

/** The folder above the first step of a glob that holds a sign: "a/b" of "a/b/*.md", "" of "*.md". */
export function steadyPart(glob: string): string {
  const steps = glob.replaceAll('\\', '/').split('/')
  const first = steps.findIndex(isGlob)
  const folder = steps.slice(0, first).join('/')
  return folder === '' && glob.startsWith('/') ? '/' : folder
}

/**
 * A glob as a pattern on a whole path with forward slashes: `*` and `?` stay within a name, `**` crosses folders,
 * `[abc]` is one of some letters, `{a,b}` one of some pieces. Raises InputError for a bracket that is not closed.
 */
export function globPattern(glob: string): RegExp {
  const path = glob.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
  let pattern = ''
  for (let at = 0; at < path.length; ) {
    const rest = path.slice(at)
    const [sign, source] = signAt(rest, glob)
    pattern += source
    at += sign.length
  }
  return new RegExp(`^${pattern}$`, 'u')
}

/** The sign that a glob goes on with, and the pattern that it stands for. */
function signAt(rest: string, glob: string): [sign: string, source: string] {
  const folders = /^(?:\*\*\/)+/.exec(rest)
  if (folders) return [folders[0], '(?:.*/)?']
  const stars = /^\*+/.exec(rest)
  if (stars) return [stars[0], stars[0].length > 1 ? '.*' : '[^/]*']
  if (rest[0] === '?') return ['?', '[^/]']
  if (rest[0] === '[') {
    const [all, not, letters] = /^\[([!^]?)([^\]]+)\]/.exec(rest) ?? unclosed(glob, ']')
    return [all!, `[${not ? '^' : ''}${letters!.replace(/[\\\]^[]/g, '\\$&')}]`]
  }
  if (rest[0] === '{') {
    const [all, pieces] = /^\{([^{}]*)\}/.exec(rest) ?? unclosed(glob, '}')
    const ways = pieces!.split(',').map((piece) => globPattern(piece).source.slice(1, -1))
    return [all!, `(?:${ways.join('|')})`]
  }
  const letter = String.fromCodePoint(rest.codePointAt(0)!)
  return [letter, letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')]
}

function unclosed(glob: string, sign: string): never {
  throw new InputError('GLOB_INVALID', glob, `a bracket is not closed by ${sign}`, 'Close it, or name the files.')
}
