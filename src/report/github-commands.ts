import type {Place} from '../model/policy.js'
import type {Severity} from '../model/requirement.js'
import {annotationProperty, annotationText} from './escape.js'
import {counted} from './words.js'

/** The levels of an annotation, with the severity of the gaps that each shows. */
export const levels = [
  ['error', 'critical'],
  ['warning', 'major'],
  ['notice', 'minor'],
] as const satisfies readonly (readonly [string, Severity])[]

/** GitHub shows so many annotations of a level and drops the rest without a word. */
export const most = 10

/** The line that says how many gaps of a severity are not shown. */
export function moreOf(left: number, severity: Severity): string {
  return `and ${counted(left, `more ${severity} gap`)}; the other formats show all.`
}

/** What an annotation shows, and beside what. */
export interface Annotation {
  readonly file: string
  /** Word has no lines: there the annotation belongs to the file. */
  readonly place: Place | undefined
  readonly title: string
  readonly message: string
}

/** A workflow command by which GitHub shows an annotation beside the lines of a pull request. */
export function command(level: (typeof levels)[number][0], {file, place, title, message}: Annotation): string {
  const [line, endLine] = place?.lines ?? []
  const properties = Object.entries({file, line, endLine, title})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${annotationProperty(String(value))}`)
  return `::${level} ${properties.join(',')}::${annotationText(message)}`
}
