// The measures of the paper: accuracy, F1 of a class by statement and on average, and right spans among the first three.

export const round = (x) => Math.round(x * 1000) / 1000

/** F1 of a class over rows; 0 where there is none to find or none was found. */
export function f1(rows, label) {
  const tp = rows.filter(({right, said}) => right === label && said === label).length
  const told = rows.filter(({said}) => said === label).length
  const there = rows.filter(({right}) => right === label).length
  return tp === 0 ? 0 : round((2 * tp) / (told + there))
}

export function measuresOf(rows, statements) {
  const of = (statement) => rows.filter((row) => row.statement === statement)
  const average = (label) => round(statements.reduce((sum, each) => sum + f1(of(each), label), 0) / statements.length)
  const contradicted = statements.filter((each) => of(each).some(({right}) => right === 'Contradiction'))
  const mentioned = rows.filter(({right}) => right !== 'NotMentioned')
  const majority = statements.reduce((sum, each) => {
    const counts = ['Entailment', 'Contradiction', 'NotMentioned'].map((label) => of(each).filter(({right}) => right === label).length)
    return sum + Math.max(...counts)
  }, 0)
  return {
    pairs: rows.length,
    accuracy: round(rows.filter(({right, said}) => right === said).length / rows.length),
    entailment: average('Entailment'),
    contradiction: average('Contradiction'),
    contradictionAtMost: round(contradicted.length / statements.length),
    microEntailment: f1(rows, 'Entailment'),
    microContradiction: f1(rows, 'Contradiction'),
    spans: round(mentioned.filter(({hit}) => hit).length / mentioned.length),
    majority: round(majority / rows.length),
  }
}
