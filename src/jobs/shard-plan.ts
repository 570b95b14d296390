import {createHash} from 'node:crypto'

/** A policy as far as dealing it out asks: what it holds, as a digest, and how many bytes that is. */
export interface Load {
  readonly digest: string
  readonly size: number
}

/** What a policy costs beside its bytes: every requirement is looked for in a short one too. */
const bytesOfAny = 4_000
/** How much more than its share a part may take, before a policy goes to another one. */
const slack = 1.05

/**
 * Which part each policy belongs to, from 1. It hangs on what the policies hold and not on their names or their order,
 * and all parts take about the same time. A policy that is added or changed moves few of the others, so that what each
 * machine keeps in its cache stays of use: each goes to the part that its digest likes best (rendezvous hashing), as
 * long as that has room.
 */
export function shardPlan(loads: readonly Load[], count: number): readonly number[] {
  const weights = loads.map(({size}) => size + bytesOfAny)
  const room = (weights.reduce((sum, weight) => sum + weight, 0) / count) * slack
  const taken = new Array<number>(count).fill(0)
  const plan = new Array<number>(loads.length).fill(1)
  // The heaviest first, which fits the small ones around them; then by what they hold.
  const order = loads
    .map((load, at) => ({...load, at}))
    .sort((a, b) => b.size - a.size || (a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : a.at - b.at))
  for (const {digest, at} of order) {
    const weight = weights[at]!
    const liked = likings(digest, count)
    const part = liked.find((each) => taken[each]! + weight <= room) ?? leastOf(taken)
    taken[part]! += weight
    plan[at] = part + 1
  }
  return plan
}

/** The parts, from 0, in the order in which a digest likes them. */
function likings(digest: string, count: number): readonly number[] {
  const scores = Array.from({length: count}, (_, part) =>
    createHash('sha256').update(`${digest} ${part}`).digest().readUIntBE(0, 6),
  )
  return [...scores.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b)
}

function leastOf(taken: readonly number[]): number {
  return taken.indexOf(Math.min(...taken))
}
