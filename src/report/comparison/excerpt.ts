import type {Run} from '../../model/comparison.js'

/**
 * A sentence with its changes, cut where nothing changed for long: so many characters stay beside each change. What
 * changed is cut too where it is longer than a page takes; the JSON holds it all.
 */
export function excerpt(runs: readonly Run[], beside = 90, most = 700): readonly Run[] {
  return runs.map(({kind, text}, at) => {
    if (kind !== 'same') return {kind, text: text.length <= most ? text : `${head(text, most)} …`}
    if (runs.length === 1) return {kind, text: text.length <= most ? text : `${head(text, most)} …`}
    const first = at === 0
    const last = at === runs.length - 1
    if (text.length <= (first || last ? beside : 2 * beside) + 20) return {kind, text}
    const start = first ? '' : head(text, beside)
    const end = last ? '' : tail(text, beside)
    return {kind, text: [start, end].join(first ? '… ' : last ? ' …' : ' … ')}
  })
}

/** The first characters, to the end of a word where one ends near. */
function head(text: string, most: number): string {
  const cut = text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
  const space = cut.lastIndexOf(' ')
  return space > most - 40 ? cut.slice(0, space) : cut
}

function tail(text: string, most: number): string {
  const cut = text.slice(-most).replace(/^[\udc00-\udfff]/, '')
  const space = cut.indexOf(' ')
  return space >= 0 && space < 40 ? cut.slice(space + 1) : cut
}
