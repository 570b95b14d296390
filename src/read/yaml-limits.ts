import {InputError} from '../model/input-error.js'

/** Deeper than any model goes; the parser's own cost grows with the depth of brackets. */
const mostDepth = 60

/**
 * Refuses text that would cost the parser more than a person's file ever does, before it is parsed: brackets and dashes
 * nested without end. Raises InputError with the line.
 */
export function refuseUnsafe(text: string, path: string, what: string): void {
  let line = 1
  let open = 0
  let dashes = 0
  let comment = false
  let blank = true
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === newline) {
      line++
      dashes = 0
      comment = false
      blank = true
    } else if (comment) continue
    else if (code === space) continue
    else if (code === hash && blank) comment = true
    else if (code === leftBracket || code === leftBrace) open++
    else if (code === rightBracket || code === rightBrace) open = Math.max(0, open - 1)
    else if ((code === dash || code === question) && text.charCodeAt(i + 1) === space) dashes++
    blank &&= code === newline || code === space
    if (open > mostDepth || dashes > mostDepth) {
      throw new InputError(
        'YAML_LIMIT',
        {path, line},
        `this is nested deeper than ${what} can be`,
        'Give a plainer file.',
      )
    }
  }
}

const [newline, space, hash, dash, question] = [10, 32, 35, 45, 63]
const [leftBracket, rightBracket, leftBrace, rightBrace] = [91, 93, 123, 125]
