import type {Escalation, Provenance} from '../../model/procedures.js'
import {contactDays, daysBetween} from '../../model/staleness.js'
import {escalationsIn} from '../model-checks.js'
import type {Keys} from '../yaml-places.js'
import {type Doubt, type Doubtful, factsOf} from './doubt.js'

/** Whether a form opens and is the one in use, only a person who opens it can tell; a call does not show it. */
export function* formDoubts({model, asOf}: Doubtful): Generator<Doubt> {
  const own = (model.provenance ?? {}) as Provenance
  for (const [key, {formUrl, provenance}] of factsOf(model, 'contacts')) {
    if (formUrl && !opened({...own, ...(provenance as Provenance | undefined)}, asOf))
      yield note(['contacts', key, 'formUrl'])
  }
  for (const [at, escalation] of escalationsIn(model)) {
    const {form, otherForms = [], provenance} = escalation as Partial<Escalation>
    const from = {...own, ...provenance}
    if (form?.url && !opened(from, asOf)) yield note([...at, 'form', 'url'])
    for (const [i, {url}] of otherForms.entries())
      if (url && !opened(from, asOf)) yield note([...at, 'otherForms', i, 'url'])
  }
}

/** Somebody looked at it of late, and not by telephone. */
function opened({verifiedOn, method = ''}: Provenance, asOf: string): boolean {
  return verifiedOn !== undefined && daysBetween(verifiedOn, asOf) <= contactDays && !/phone|rang|call/i.test(method)
}

function note(at: Keys): Doubt {
  return {
    severity: 'note',
    rule: 'form-by-hand',
    at,
    problem: `only a person who opens ${at.join('.')} can tell whether it is the form in use`,
    fix: 'Open it, then write under provenance who did so and when, with method: website.',
  }
}
