/**
 * Which of several things stand in order: the heaviest choice whose `at` only grows. `things` come in the order of the
 * one version, `at` is the turn in the other, no two the same. What is not among them has moved.
 */
export function inOrder<T extends {readonly at: number; readonly weight: number}>(things: readonly T[]): Set<T> {
  // A Fenwick tree over the turns: the heaviest chain that ends at or before a turn.
  const turns = new Map([...things].sort((a, b) => a.at - b.at).map((thing, rank) => [thing, rank + 1]))
  const best: (Link<T> | null)[] = Array.from({length: things.length + 1}, () => null)
  let heaviest: Link<T> | null = null
  for (const thing of things) {
    const turn = turns.get(thing)!
    let before: Link<T> | null = null
    for (let at = turn - 1; at > 0; at -= at & -at) before = heavier(before, best[at]!)
    const link: Link<T> = {thing, before, weight: (before?.weight ?? 0) + thing.weight}
    for (let at = turn; at <= things.length; at += at & -at) best[at] = heavier(best[at]!, link)
    heaviest = heavier(heaviest, link)
  }
  const chosen = new Set<T>()
  for (let link = heaviest; link; link = link.before) chosen.add(link.thing)
  return chosen
}

interface Link<T> {
  readonly thing: T
  readonly before: Link<T> | null
  readonly weight: number
}

function heavier<T>(one: Link<T> | null, other: Link<T> | null): Link<T> | null {
  if (!one || !other) return one ?? other
  return other.weight > one.weight ? other : one
}
