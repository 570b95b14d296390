/**
 * Breaks text into lines of at most `width` characters. Lines after the first begin with `indent`. A word longer than
 * a line stands on a line of its own, whole, so that numbers and addresses can be copied.
 */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of text.split(' ')) {
    const length = widthOf(word)
    if (used > 0 && used + 1 + length > width) {
      lines.push(line)
      line = indent + word
      used = indent.length + length
    } else {
      line = used > 0 ? `${line} ${word}` : word
      used += (used > 0 ? 1 : 0) + length
    }
  }
  return [...lines, line].join('\n')
}

/** How many characters a word takes on the screen: our colour codes, the only escapes left in it, take none. */
function widthOf(word: string): number {
  const bare = word.includes(codeStart) ? word.split(codeStart).map(afterCode).join('') : word
  return [...bare].length
}

function afterCode(piece: string, at: number): string {
  return at === 0 ? piece : piece.slice(piece.indexOf('m') + 1)
}

const codeStart = '\u001b'
