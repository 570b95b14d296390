// The measures of agreement between a program and a careful reader, over the four statuses that a policy can have.

const shown = ['met', 'partial', 'conflict', 'missing']
const gaps = new Set(['partial', 'conflict', 'missing'])

/** A share to three places, or null of nothing. */
export const ratio = (a, b) => (b === 0 ? null : Math.round((1000 * a) / b) / 1000)

/** Precision, recall and F1 of one class; `n` is how many the reader gave. */
export function prf(rows, said, isPositive) {
  const tp = rows.filter((row) => isPositive(row.right) && isPositive(row[said])).length
  const fp = rows.filter((row) => !isPositive(row.right) && isPositive(row[said])).length
  const fn = rows.filter((row) => isPositive(row.right) && !isPositive(row[said])).length
  const precision = ratio(tp, tp + fp)
  const recall = ratio(tp, tp + fn)
  return {precision, recall, f1: precision && recall ? ratio(2 * precision * recall, precision + recall) : 0, n: tp + fn}
}

/** Cohen's kappa, accuracy, macro-F1 and the figures of each status, over what applies to the organisation. */
export function agreement(rows, said) {
  const applicable = rows.filter(({right}) => right !== 'not-applicable' && right !== 'cannot-tell')
  const four = applicable.filter((row) => shown.includes(row[said]))
  const agreed = four.filter((row) => row.right === row[said]).length / Math.max(1, four.length)
  const share = (key, status) => four.filter((row) => row[key] === status).length / Math.max(1, four.length)
  const chance = shown.reduce((sum, status) => sum + share('right', status) * share(said, status), 0)
  const each = Object.fromEntries(shown.map((status) => [status, prf(applicable, said, (x) => x === status)]))
  return {
    kappa: chance === 1 ? 0 : Math.round((1000 * (agreed - chance)) / (1 - chance)) / 1000,
    accuracy: ratio(applicable.filter((row) => row.right === row[said]).length, applicable.length),
    macroF1: ratio(shown.reduce((sum, status) => sum + each[status].f1, 0), 4),
    gap: prf(applicable, said, (x) => gaps.has(x)),
    ...each,
  }
}
