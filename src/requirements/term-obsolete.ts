import type {ObsoleteTerm} from '../model/facts.js'
import type {LocalContact} from '../model/procedures.js'
import type {TermObsolete} from '../model/requirement.js'
import {type Grounds, outcome, type RequirementKind} from './kind.js'
import {factEvidence} from './quoting.js'

/**
 * Looks for terms of the register that are used as if they were current. The model's own names and terms that are only
 * advised against do not count; beside the present term, an old one weakens what is said and does not contradict it.
 */
export const termObsolete: RequirementKind<TermObsolete> = {
  kind: 'term-obsolete',
  summary: 'A superseded name or term is not used as if it were current.',

  judge(check, requirement, grounds) {
    const all = check.terms.includes('register')
    const used = grounds.facts.obsolete.filter(
      (term) => (all || check.terms.includes(term.entry)) && !isLocalName(term, grounds) && !isAdvisory(term, grounds),
    )
    if (used.length === 0) return outcome('clear', 'no superseded term was found')
    const distinct = [...new Map(used.map((term) => [term.term.toLowerCase(), term])).values()]
    const told = distinct.slice(0, 4).map(({term, replacement}) => `“${term}” (now ${replacement})`)
    const more = {
      evidence: [...new Map(distinct.map((term) => [term.passageId, factEvidence(term, grounds)])).values()].slice(
        0,
        4,
      ),
      remedy: `Replace ${told.join(', ')}.`,
    }
    // Within a requirement on something else, an old word weakens what is said; it does not turn it round.
    if (requirement.checks.some(({kind}) => kind !== 'term-obsolete'))
      return outcome('weak', `the policy uses a superseded term: ${told.join(', ')}`, more)
    if (distinct.every((term) => besideItsReplacement(term, grounds)))
      return outcome('weak', `old and current terms stand side by side: ${told.join(', ')}`, more)
    return outcome(
      'contradicted',
      `the policy uses ${distinct.length === 1 ? 'a superseded term' : 'superseded terms'}: ${told.join(', ')}`,
      more,
    )
  },
}

/** Some areas keep an old name: the model's own names are never obsolete. */
function isLocalName({term, passageId, span}: ObsoleteTerm, {model, passages}: Grounds): boolean {
  const text = passages.get(passageId)?.text ?? ''
  const {partnerships, contacts, forums} = model
  const names = [partnerships, contacts, forums]
    .flatMap((each) => Object.values<Partial<LocalContact> | undefined>({...each}))
    .flatMap((each) => [each?.name ?? [], each?.aliases ?? []].flat())
    .filter((name) => name !== '')
  return names.some((name) => {
    if (name.toLowerCase() === term.toLowerCase()) return true
    let at = text.indexOf(name)
    while (at >= 0) {
      if (span && span[0] >= at && span[1] <= at + name.length) return true
      at = text.indexOf(name, at + 1)
    }
    return false
  })
}

function isAdvisory({entry}: ObsoleteTerm, {model}: Grounds): boolean {
  return model.registers.obsoleteTerms.some(({id, advisory}) => id === entry && advisory === true)
}

/** "ICB / CCG", "adults at risk (vulnerable adults)": the new word stands beside the old one, or a slip is put right elsewhere. */
function besideItsReplacement({term, entry, replacement}: ObsoleteTerm, {facts, passages, model}: Grounds): boolean {
  const words = replacement
    .toLowerCase()
    .split(/\s*(?:\/|,|\bor\b|[()])\s*/)
    .filter((word) => word.length > 2)
  const current = (text: string | undefined): boolean => words.some((word) => text?.toLowerCase().includes(word))
  if (model.registers.obsoleteTerms.some(({id, slip}) => id === entry && slip === true))
    return [...passages.values()].some(({text}) => current(text))
  return facts.obsolete
    .filter((other) => other.term.toLowerCase() === term.toLowerCase())
    .every(({passageId}) => current(passages.get(passageId)?.text))
}
