import type {Finding} from '../model/finding.js'

/**
 * Whether the suggested wording is text for a policy. Where nothing but a wrong term, an unfinished field or a foreign
 * name is looked for, it is advice on what to do, and no sentence to put in.
 */
export function isWording({requirement, suggestedWording}: Finding): boolean {
  if (suggestedWording.trim() === '') return false
  return requirement.checks.some((check) => {
    if (check.kind === 'term-obsolete') return false
    return check.kind !== 'prohibited-statement-absent' || check.register === undefined
  })
}
