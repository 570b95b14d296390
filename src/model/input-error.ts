/** Where in a file a mistake stands. Lines and columns count from 1. */
export interface InputPlace {
  readonly path: string
  readonly line?: number
  readonly column?: number
}

/**
 * The user's mistake, told with its fix. The shell prints it as one line and exits with 2.
 *
 * `code` is stable and in capitals; `problem` is one clause in lower case without a full stop;
 * `fix` is an imperative sentence. Words of the file in them are cut where they would fill the screen.
 */
export class InputError extends Error {
  readonly code: string
  readonly where: InputPlace
  readonly problem: string
  readonly fix: string

  constructor(code: string, where: InputPlace | string, problem: string, fix: string) {
    const place = typeof where === 'string' ? {path: where} : where
    const at = [place.path, place.line, place.column].filter((part) => part !== undefined).join(':')
    super(`${at}: ${cut(problem)}`)
    this.name = 'InputError'
    this.code = code
    this.where = place
    this.problem = cut(problem)
    this.fix = cut(fix)
  }
}

/** More than any message of ours says; the end is kept, for it says what is wrong. */
const most = 600

function cut(text: string): string {
  if (text.length <= most) return text
  const [start, end] = [text.slice(0, most / 2), text.slice(-most / 2)]
  // Half a character is none.
  return `${start.replace(/[\ud800-\udbff]$/, '')} … ${end.replace(/^[\udc00-\udfff]/, '')}`
}
