// Logistic regression in plain numbers, and how well its probabilities keep their word.

export function probability(weights, x) {
  return 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * weights[i], 0)))
}

/** What each example weighs, so that those that are said and those that are not count alike. */
function shares(examples) {
  const said = examples.filter((each) => each.said).length
  return examples.map((each) => (each.said ? 0.5 / said : 0.5 / (examples.length - said)))
}

/** The weights that make the answers most likely, by Newton's steps. The ridge keeps a feature without say near 0. */
export function fitted(examples, ridge = 1e-3) {
  const size = examples[0].x.length
  const share = shares(examples)
  let weights = new Array(size).fill(0)
  for (let step = 0; step < 50; step++) {
    const slope = weights.map((weight, i) => (i === 0 ? 0 : -ridge * weight))
    const curve = weights.map((_, i) => weights.map((_, j) => (i === j && i > 0 ? ridge : 0)))
    for (const [at, {x, said}] of examples.entries()) {
      const p = probability(weights, x)
      for (let i = 0; i < size; i++) {
        slope[i] += share[at] * (Number(said) - p) * x[i]
        for (let j = 0; j < size; j++) curve[i][j] += share[at] * p * (1 - p) * x[i] * x[j]
      }
    }
    const change = solved(curve, slope)
    weights = weights.map((weight, i) => weight + change[i])
    if (Math.max(...change.map(Math.abs)) < 1e-9) break
  }
  return weights
}

/** Solves a small system of linear equations by elimination with pivots. */
function solved(matrix, values) {
  const rows = matrix.map((row, i) => [...row, values[i]])
  const size = rows.length
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++) if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) pivot = row
    ;[rows[column], rows[pivot]] = [rows[pivot], rows[column]]
    for (let row = 0; row < size; row++) {
      if (row === column) continue
      const factor = rows[row][column] / rows[column][column]
      for (let k = column; k <= size; k++) rows[row][k] -= factor * rows[column][k]
    }
  }
  return rows.map((row, i) => row[size] / row[i])
}

/** How often an example that is said has the higher probability of two. */
export function areaUnder(examples) {
  const said = examples.filter((each) => each.said)
  const not = examples.filter((each) => !each.said)
  let higher = 0
  for (const {likely} of said) for (const other of not) higher += likely > other.likely ? 1 : likely === other.likely ? 0.5 : 0
  return higher / (said.length * not.length)
}

export function brierOf(examples) {
  const share = shares(examples)
  return examples.reduce((sum, {likely, said}, at) => sum + share[at] * (likely - Number(said)) ** 2, 0)
}

/** Predicted and observed in five bins of probability. */
export function reliability(examples) {
  const share = shares(examples)
  const bins = Array.from({length: 5}, () => ({predicted: 0, observed: 0, weight: 0, n: 0}))
  for (const [at, {likely, said}] of examples.entries()) {
    const bin = bins[Math.min(4, Math.floor(likely * 5))]
    bin.predicted += share[at] * likely
    bin.observed += share[at] * Number(said)
    bin.weight += share[at]
    bin.n++
  }
  return bins.map(({predicted, observed, weight, n}) => ({predicted: predicted / weight, observed: observed / weight, n}))
}
