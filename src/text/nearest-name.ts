/** The name that was probably meant, or null where none is close: at most a third of its letters differ. */
export function nearestName(given: string, names: readonly string[]): string | null {
  const word = given.toLowerCase().slice(0, 64)
  const ranked = names
    .map((name) => ({name, distance: editsBetween(word, name.toLowerCase())}))
    .sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  return best && best.distance <= Math.max(1, Math.floor(Math.max(word.length, best.name.length) / 3))
    ? best.name
    : null
}

/** Letters to add, drop, change or swap to make one word of the other. */
export function editsBetween(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({length: b.length + 1}, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return last[b.length]!
}
