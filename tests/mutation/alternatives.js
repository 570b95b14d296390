/**
 * The alternatives of a regular expression as it stands in the source: for each group, and for the whole, the pieces
 * between its bars, as offsets. What `${...}` fills in is passed over, for it is a piece of its own elsewhere. Groups that
 * have one piece only are left out.
 */
export function alternationsIn(source) {
  const found = []
  const open = [{pieces: [], from: 0}]
  const close = (at) => {
    const {pieces, from} = open.pop()
    pieces.push({from, to: at})
    if (pieces.length > 1) found.push(pieces)
  }
  for (let at = 0; at < source.length; at++) {
    const sign = source[at]
    if (sign === '\\') at++
    else if (sign === '$' && source[at + 1] === '{') at = endOfFilling(source, at + 2)
    else if (sign === '[') at = endOfClass(source, at)
    else if (sign === '(') open.push({pieces: [], from: at + headOf(source, at)})
    else if (sign === ')' && open.length > 1) close(at)
    else if (sign === '|') {
      const group = open.at(-1)
      group.pieces.push({from: group.from, to: at})
      group.from = at + 1
    }
  }
  close(source.length)
  return found
}

/** The source without one alternative, for each of them that says something. */
export function withoutEach(source) {
  return alternationsIn(source).flatMap((pieces) =>
    pieces
      .map(({from, to}, i) => {
        const cut = i === 0 ? [from, to + 1] : [from - 1, to]
        return {words: source.slice(from, to), code: source.slice(0, cut[0]) + source.slice(cut[1])}
      })
      .filter(({words}) => words !== ''),
  )
}

/** How many characters the head of a group takes: "(", "(?:", "(?<=", "(?<name>". */
function headOf(source, at) {
  return /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/.exec(source.slice(at))[0].length
}

function endOfClass(source, at) {
  for (let i = at + 1; i < source.length; i++) {
    if (source[i] === '\\') i++
    else if (source[i] === ']') return i
  }
  return source.length
}

function endOfFilling(source, at) {
  let depth = 1
  for (let i = at; i < source.length; i++) {
    if (source[i] === '{') depth++
    else if (source[i] === '}' && --depth === 0) return i
  }
  return source.length
}
