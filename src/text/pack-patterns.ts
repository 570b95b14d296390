import type {ProceduresModel} from '../model/procedures.js'
import type {Check, Way} from '../model/requirement.js'
import {finderOf} from './pattern.js'

/** Every pattern of a pack that cannot be read, or that names a class that does not exist, with where it stands. */
export function problemsOf({lexicon, requirements}: Pick<ProceduresModel, 'lexicon' | 'requirements'>): string[] {
  const find = finderOf([], lexicon)
  const problems: string[] = []
  const tryOut = (pattern: string, where: string): void => {
    try {
      find(pattern)
    } catch (error) {
      problems.push(`${where}: ${(error as Error).message}`)
    }
  }
  for (const [name, {words}] of Object.entries(lexicon)) for (const word of words) tryOut(word, `@${name}`)
  for (const {id, checks, touches} of requirements) {
    for (const pattern of [...(touches ?? []), ...checks.flatMap(patternsOf)]) tryOut(pattern, id)
  }
  return problems
}

/** Every pattern that a check holds. */
export function patternsOf(check: Check): readonly string[] {
  switch (check.kind) {
    case 'statement-present':
      return [
        ...waysIn(check.ways),
        ...waysIn(check.weak),
        ...Object.values(check.list?.items ?? {}),
        ...(check.list?.about ? [check.list.about] : []),
      ]
    case 'prohibited-statement-absent':
      return [...waysIn(check.ways), ...(check.unless ?? [])]
    case 'contact-matches':
    case 'role-named':
      return [check.named]
    case 'reference-current':
      return check.named ? [check.named] : []
    case 'timescale-no-slower-than':
      return [check.about, ...(check.notAbout ? [check.notAbout] : [])]
    case 'stage-sequence':
      return (check.order ?? []).map(({pattern}) => pattern)
    default:
      return []
  }
}

function waysIn(ways: readonly Way[] = []): string[] {
  return ways.flatMap((way) => (typeof way === 'string' ? [way] : [...way.all, ...(way.unless ? [way.unless] : [])]))
}
