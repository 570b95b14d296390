import {Lexer} from 'yaml'
import {InputError} from '../model/input-error.js'

/** Deeper than any model goes; the parser's own cost grows with the depth of brackets. */
const mostDepth = 60

/** What the lexer sets before the words of a plain value. */
const beforeWords = '\u001f'

/**
 * Refuses text that would cost the parser more than a person's file ever does, before it is parsed: brackets and dashes
 * nested without end. Only taking it apart into words and signs tells those from brackets in what is said. Raises
 * InputError with the line.
 */
export function refuseUnsafe(text: string, path: string, what: string): void {
  let line = 1
  let open = 0
  let dashes = 0
  let areWords = false
  for (const sign of new Lexer().lex(text)) {
    if (areWords) {
      areWords = false
      line += newlinesIn(sign)
      continue
    }
    switch (sign) {
      case beforeWords:
        areWords = true
        break
      case '\n':
      case '\r\n':
        line++
        dashes = 0
        break
      case '[':
      case '{':
        open++
        break
      case ']':
      case '}':
        open = Math.max(0, open - 1)
        break
      case '-':
      case '?':
        dashes++
        break
      default:
        line += newlinesIn(sign)
    }
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

function newlinesIn(sign: string): number {
  let count = 0
  for (let at = sign.indexOf('\n'); at >= 0; at = sign.indexOf('\n', at + 1)) count++
  return count
}
