/**
 * A table row as one line. Two cells of which the first names and the second gives read as "LADO: 01632 960303";
 * all others are joined by bars.
 */
export function rowText(cells: readonly string[]): string {
  const said = cells.filter((cell) => cell !== '')
  const [name, given] = said
  if (said.length === 2 && cells.length === 2 && name && given && names(name)) {
    return `${name.replace(/\s*:$/, '')}: ${given}`
  }
  return said.join(' | ')
}

/** Whether a cell is a name rather than a sentence of its own. */
function names(cell: string): boolean {
  return cell.length <= 100 && !/[.!?;,]$/.test(cell)
}
