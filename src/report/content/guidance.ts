import type {Chapter, Reference} from './chapter.js'

/** The findings on editions of guidance and on terms out of use. */
export function guidanceRows({references}: Chapter): Reference[] {
  return references.filter(
    ({finding: {requirement, status}}) =>
      requirement.topic === 'guidance-currency' &&
      status !== 'not-applicable' &&
      requirement.checks.some(({kind}) => kind === 'reference-current' || kind === 'term-obsolete'),
  )
}

/** What is in force, in one line. */
export function inForce({finding: {expected}}: Reference): string {
  const values = expected
    .slice(0, most)
    .map(({value}) => value)
    .join('; ')
  return `${values || '–'}${expected.length > most ? ` and ${expected.length - most} more` : ''}`
}

/** So many editions are named in a cell. */
const most = 4
