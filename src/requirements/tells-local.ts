import type {Timescale} from '../model/facts.js'
import {cellSpans} from '../model/policy.js'
import type {Grounds} from './kind.js'

/** "Within three days (five are allowed locally)": what the procedures allow is told beside what we do. */
export function tellsLocal({passageId, span, value}: Timescale, {passages}: Grounds): boolean {
  const passage = passages.get(passageId)
  if (!passage || !span) return false
  const bracket = [...passage.text.matchAll(/\([^()]{1,120}\)/gu)].find(
    ({index, 0: {length}}) => index < span[0] && span[1] < index + length,
  )?.[0]
  const at = cellSpans(passage).findIndex(([start, end]) => start <= span[0] && span[1] <= end)
  return (
    allowance.test(value) ||
    ofLocal.test(bracket ?? '') ||
    ofLocal.test(passage.cells?.[at]?.header ?? '') ||
    isAllowance(passage.text.slice(0, span[0]))
  )
}

/** Whether the words before a limit say that it is what the procedures allow: "the protocol gives". */
export function isAllowance(before: string): boolean {
  return localBefore.test(before)
}

/** "Allows four", "although ten are allowed": the words of a limit that say themselves whose it is. */
const allowance =
  /^(?:allow|giv|let|requir|ask|limit|standard|maximum|rule)|^(?:(?:al)?though|while|whereas|but|where) .{1,40} (?:satisfy|do|meet|suffice|enough|allowed|permitted|asked|required|all)$/iu

const localBefore =
  /\b(?:local(?:ly)? (?:limit|time|allowance)(?: of| is)?|(?:is|are) allowed|(?:allows?|would (?:let|give))(?: us| them)?(?: have| wait| take)?(?: until| up to)?|(?:procedure|protocol|pathway|board|partnership|manual|handbook|alliance|council|county|borough|district|standard|rule)s? (?:gives?|allows?|requires?|asks?)|(?:limit|standard|maximum) (?:is|was|being)) $/iu
const ofLocal = /\b(?:local(?:ly)?|allow(?:s|ed)?|procedures? (?:give|say|ask)|outer limit|at most)\b/iu
