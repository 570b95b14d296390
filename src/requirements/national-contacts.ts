import type {ContactMatches} from '../model/requirement.js'
import {mentionsOf} from './contact-given.js'
import {isRight} from './contact-values.js'
import {type Grounds, type Outcome, outcome} from './kind.js'
import type {LocalFact} from './local.js'
import {factEvidence} from './quoting.js'

/** National helplines: a right number is right whatever it is called; an unknown one is taken on trust. */
export function helplines(check: ContactMatches, facts: readonly LocalFact[], grounds: Grounds): Outcome {
  const right = grounds.facts.contacts.filter((contact) => facts.some((fact) => isRight(contact, fact)))
  if (right.length > 0) {
    return outcome('satisfied', 'the numbers of national helplines are right', {
      evidence: right.slice(0, 2).map((contact) => factEvidence(contact, grounds)),
    })
  }
  const given = grounds.facts.contacts.filter((contact) => contact.role === 'helpline')
  if (given.length > 0) {
    return outcome('satisfied', 'the policy gives a national helpline', {
      evidence: given.slice(0, 2).map((contact) => factEvidence(contact, grounds)),
      confidence: 'medium',
    })
  }
  const mentions = mentionsOf(check, null, grounds)
  return mentions.length > 0
    ? outcome('weak', 'a helpline is named without a number', {
        evidence: mentions.slice(0, 1),
        remedy: 'Give its number.',
        searchedFor: [check.claim],
      })
    : outcome('absent', 'no national helpline is given', {remedy: `Say ${check.claim}.`, searchedFor: [check.claim]})
}

/** 999 is what matters; 101 is a bonus. */
export function police(check: ContactMatches, grounds: Grounds): Outcome {
  const {emergency} = grounds.model.registers.police
  const numbers = grounds.facts.contacts.filter(({normalised}) => normalised === emergency)
  if (numbers.length > 0)
    return outcome('satisfied', `the policy gives ${emergency}`, {
      evidence: numbers.slice(0, 1).map((contact) => factEvidence(contact, grounds)),
    })
  const mentions = mentionsOf(check, null, grounds)
  return mentions.length > 0
    ? outcome('weak', `the police are named, but ${emergency} is not`, {
        evidence: mentions.slice(0, 1),
        remedy: `Give ${emergency}.`,
        searchedFor: [emergency],
      })
    : outcome('absent', `${emergency} is not given`, {remedy: `Give ${emergency}.`, searchedFor: [emergency]})
}
