import type {KnownGap} from '../model/accepted.js'
import {type Finding, isGap} from '../model/finding.js'
import type {Notice} from '../model/policy.js'

/**
 * The findings of one policy with the gaps that its baseline knows, and a notice where entries of the baseline fit no
 * gap any more. A gap is known by its requirement, its status and the words that it quotes: a sentence that was
 * changed is judged anew. What a waiver or a remark accepts stays theirs.
 */
export function withBaseline(
  findings: readonly Finding[],
  known: readonly KnownGap[],
): {readonly findings: readonly Finding[]; readonly notices: readonly Notice[]} {
  const keys = new Set(known.map(keyOf))
  const met = new Set<string>()
  const accepted = findings.map((finding) => {
    if (!isGap(finding.status)) return finding
    const key = keyOf(knownGap(finding))
    if (!keys.has(key)) return finding
    met.add(key)
    return finding.waived ? finding : {...finding, waived: inBaseline}
  })
  const judged = new Set(findings.map(({requirement}) => requirement.id))
  const stale = known.filter((gap) => judged.has(gap.requirement) && !met.has(keyOf(gap)))
  return {findings: accepted, notices: stale.length > 0 ? [staleNotice(stale)] : []}
}

const inBaseline = {
  reason: 'it was there when the baseline was written',
  expires: null,
  approver: null,
  by: 'baseline',
} as const

/**
 * What the baseline of a policy is to hold after a run: its gaps but those that a waiver or a remark accepts, or with
 * `prune` only what it held already. Entries of requirements that the run did not judge stay.
 */
export function baselineOf(
  findings: readonly Finding[],
  known: readonly KnownGap[],
  how: 'update' | 'prune',
): readonly KnownGap[] {
  const judged = new Set(findings.map(({requirement}) => requirement.id))
  const held = new Set(known.map(keyOf))
  const gaps = findings
    .filter(({status, waived}) => isGap(status) && (waived === null || waived.by === 'baseline'))
    .map(knownGap)
    .filter((gap) => how === 'update' || held.has(keyOf(gap)))
  return [...gaps, ...known.filter(({requirement}) => !judged.has(requirement))]
}

function knownGap({requirement, status, evidence}: Finding): KnownGap {
  return {
    requirement: requirement.id,
    status: status as KnownGap['status'],
    quotations: evidence.map(({quote}) => quote),
  }
}

/** The same for quotations that differ only in their spaces, quotation marks or dashes, or in their order. */
function keyOf({requirement, status, quotations}: KnownGap): string {
  return JSON.stringify([requirement, status, ...quotations.map(folded).sort()])
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’“”"'`]/g, "'")
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

function staleNotice(stale: readonly KnownGap[]): Notice {
  const names = [...new Set(stale.map(({requirement}) => requirement))]
  const some = names.slice(0, 5).join(', ') + (names.length > 5 ? ` and ${names.length - 5} more` : '')
  return {
    code: 'baseline-stale',
    message: `The baseline holds ${stale.length === 1 ? 'a gap' : `${stale.length} gaps`} that this policy has no more (${some}): --prune-baseline takes ${stale.length === 1 ? 'it' : 'them'} out`,
    place: null,
  }
}
