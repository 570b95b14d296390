import {holdersOf} from '../model/organisation.js'
import type {ProhibitedStatementAbsent} from '../model/requirement.js'
import {type Grounds, type Outcome, outcome} from './kind.js'
import {expectedHolder} from './own-register.js'
import {factEvidence} from './quoting.js'
import {sameName} from './same-name.js'

/**
 * Somebody else is named as the chair where the policy says whom an allegation goes to: often the last chair, whose name
 * was left in. Without a chair in the organisation's own register there is nothing to compare.
 */
export function otherChair(_check: ProhibitedStatementAbsent, grounds: Grounds): Outcome {
  const {facts, organisation, passages} = grounds
  const [chair] = holdersOf(organisation, 'chair').filter(({name}) => name)
  const stranger =
    chair &&
    facts.people.find(({role, name, passageId}) => {
      const passage = passages.get(passageId)
      const words = passage ? `${passage.place.headings.join(' ')} ${passage.text}` : ''
      return role === 'chair' && !sameName(name, chair.name) && allegation.test(words) && !elsewhere.test(words)
    })
  if (!chair || !stranger) return outcome('clear', 'the chair whom an allegation goes to is your own')
  return outcome(
    'contradicted',
    `the policy names ${stranger.name} as the chair; your own register names ${chair.name}`,
    {
      evidence: [factEvidence(stranger, grounds)],
      expected: [expectedHolder('chair', chair)],
      remedy: `Change the name to ${chair.name}.`,
    },
  )
}

const allegation =
  /\b(?:allegations?|accus\p{L}*|complaints?|concerns? (?:about|against)|whistle-?blow\p{L}*|speaking up|worr(?:y|ies|ied) about)\b/iu

/** Bodies of others have chairs too, and so had we. */
const elsewhere =
  /\b(?:independent chair|partnership|safeguarding (?:children|adults) board|conference|former(?:ly)?|previous(?:ly)?|used to|until)\b/iu
