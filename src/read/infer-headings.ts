import type {Mark} from './marks.js'

export function inferHeadings(marks: readonly Mark[]): Mark[] {
  return [...marks]
}
