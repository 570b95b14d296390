import {InputError} from '../../dist/model/input-error.js'
import {passagesOf} from '../../dist/model/policy.js'
import {errorLine} from '../../dist/cli/tell-error.js'

/** Thrown where an input breaks what the program promises. */
export class BrokenLaw extends Error {}

function must(holds, law) {
  if (!holds) throw new BrokenLaw(law())
}

/**
 * Runs something on an input. What may come out of it is what it gives, or an InputError that a person can act on; null
 * stands for the latter. Everything else is a fault of the program.
 */
export async function refusedOr(act) {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    clearlyTold(error)
    return null
  }
}

function clearlyTold(error) {
  const {code, problem, fix, where} = error
  const told = errorLine(error, [])
  must(/^[A-Z][A-Z0-9_]+$/.test(code), () => `the code of an error is ${code}`)
  must(typeof where.path === 'string' && where.path !== '', () => `${code} names no file`)
  must([where.line, where.column].every((each) => each === undefined || (Number.isInteger(each) && each > 0)), () => `${code} stands at ${where.line}:${where.column}`)
  must(/\S/.test(problem) && /[.?]$/.test(fix), () => `${code} does not say what to do: ${problem} ${fix}`)
  must(told.length < 1500, () => `${code} is told in ${told.length} characters`)
  must(/^[^\n]+\n$/.test(told), () => `${code} is told in several lines: ${told}`)
  must(!/\bundefined\b(?! entity)|\[object|is not a function|Cannot read|Maximum call|node_modules|\.js:\d|\bat \S+ \(/.test(told), () => `${code} is told in words of the program: ${told}`)
}

/** Whether a policy is one that everything else may rest on. */
export function soundPolicy(policy) {
  const passages = passagesOf(policy)
  const ids = new Set(passages.map(({id}) => id))
  must(ids.size === passages.length, () => 'two passages have one id')
  for (const {text, place} of passages) {
    must(typeof text === 'string' && Array.isArray(place.headings), () => 'a passage has no text or place')
    must(place.lines === null || place.lines[0] <= place.lines[1], () => `a passage stands on lines ${place.lines}`)
  }
  return new Map(passages.map(({id, text}) => [id, text]))
}

/** Whether every quotation stands word for word where it is said to, and each requirement has its one finding. */
export function soundFindings(report, texts, requirements) {
  must(report.findings.length === requirements.length, () => `${report.findings.length} findings for ${requirements.length} requirements`)
  for (const [at, {requirement, status, evidence, searchedFor, reason, nearest}] of report.findings.entries()) {
    must(requirement.id === requirements[at].id, () => `the finding of ${requirement.id} stands in the place of ${requirements[at].id}`)
    for (const {quote, passageId} of evidence) {
      must(quote !== '' && texts.get(passageId)?.includes(quote), () => `${requirement.id} quotes what ${passageId} does not say: ${JSON.stringify(quote)}`)
    }
    must(!['partial', 'conflict'].includes(status) || evidence.length > 0, () => `${requirement.id} is ${status} without a quotation`)
    must(status !== 'missing' || searchedFor.length > 0, () => `${requirement.id} is missing, and does not say what was searched for`)
    must(reason !== '', () => `${requirement.id} is ${status} and says no reason`)
    must(nearest === null || nearest.quote !== '', () => `the nearest to ${requirement.id} quotes nothing`)
  }
}

/** Whether what was read as a fact stands in the passage that it names. */
export function soundFacts(facts, texts) {
  for (const list of Object.values(facts)) {
    if (!Array.isArray(list)) continue
    for (const {value, passageId} of list) {
      if (typeof value !== 'string' || passageId === undefined) continue
      must(texts.has(passageId), () => `a fact names the passage ${passageId}, which there is not`)
    }
  }
}

/** Whether the machine is as it was: no input may change what every object has. */
export function nothingPolluted() {
  must(Object.keys(Object.prototype).length === 0 && Object.keys(Array.prototype).length === 0, () => 'every object has a new field')
}
