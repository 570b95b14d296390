const outcomes = ['killed', 'timed out', 'survived', 'not reached']

/** What a run says at its end: counts by file and by kind, each survivor, and the share that was killed. */
export function report(fates) {
  const counted = fates.filter(({mutant}) => mutant.kind !== 'message')
  const survivors = fates.filter(({outcome}) => outcome === 'survived' || outcome === 'not reached')
  return [
    table('file', fates, ({path}) => path),
    table('kind', fates, ({kind}) => kind),
    ...survivors.map(({mutant, outcome}) => `${mutant.path}:${mutant.line} ${mutant.kind}, ${outcome}\n  - ${oneLine(mutant.before)}\n  + ${oneLine(mutant.after)}`),
    '',
    `code: ${shareOf(counted)}`,
    `words for people: ${shareOf(fates.filter((fate) => !counted.includes(fate)))}`,
  ].join('\n')
}

function table(title, fates, nameOf) {
  const names = [...new Set(fates.map(({mutant}) => nameOf(mutant)))].sort()
  const row = (name, cells) => name.padEnd(46) + cells.map((cell) => String(cell).padStart(12)).join('')
  const counts = (name) => outcomes.map((outcome) => fates.filter((fate) => nameOf(fate.mutant) === name && fate.outcome === outcome).length)
  return [row(title, outcomes), ...names.map((name) => row(name, counts(name))), ''].join('\n')
}

/** A share with the interval that holds the true one in 95 of 100 samples (Wilson). */
export function shareOf(fates) {
  const n = fates.length
  if (n === 0) return 'none'
  const killed = fates.filter(({outcome}) => outcome === 'killed' || outcome === 'timed out').length
  const [p, z] = [killed / n, 1.96]
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  const percent = (share) => (100 * share).toFixed(1)
  return `${killed} of ${n} killed, ${percent(p)} % (${percent(middle - half)} to ${percent(middle + half)})`
}

export function lineOf(source, at) {
  return source.slice(0, at).split('\n').length
}

function oneLine(code) {
  const line = code.replace(/\s+/g, ' ')
  return line.length > 140 ? `${line.slice(0, 140)}…` : line
}
