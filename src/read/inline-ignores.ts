import type {InlineIgnore} from '../model/inline-ignore.js'
import {InputError} from '../model/input-error.js'
import type {Source} from '../model/source.js'
import {decodeText} from './decode.js'

/**
 * The remarks in a Markdown policy that accept a gap: `<!-- policy-align-ignore REQUIREMENT: reason -->`, in the order
 * of the file. What stands in a block of code is an example, not a remark. Raises InputError, with line and column, for
 * a remark without a requirement or without a reason, and for one that is not closed on its line.
 */
export function inlineIgnoresIn(source: Source): readonly InlineIgnore[] {
  const ignores: InlineIgnore[] = []
  let fence = ''
  for (const [at, line] of decodeText(source.bytes).text.split('\n').entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1]
    if (mark && (fence === '' || (mark.startsWith(fence) && /^\s*[`~]+\s*$/u.test(line))))
      fence = fence === '' ? mark : ''
    if (fence !== '' || mark) continue
    for (const {index} of line.matchAll(/<!--\s{0,8}policy-align-/gu)) {
      ignores.push(remarkAt(line.slice(index), {path: source.path, line: at + 1, column: index + 1}))
    }
  }
  return ignores
}

const remark = /^<!--\s{0,8}policy-align-ignore\s+([\w-]{1,80})\s*:\s*([^\s].{0,600}?)\s*-->/u

function remarkAt(words: string, where: {path: string; line: number; column: number}): InlineIgnore {
  const [, requirement, reason] = remark.exec(words) ?? []
  if (requirement && reason) return {requirement, reason, ...where}
  throw new InputError(
    'IGNORE_MALFORMED',
    where,
    'this remark does not say which requirement is ignored, and why',
    'Write <!-- policy-align-ignore REQUIREMENT: reason --> on one line.',
  )
}
