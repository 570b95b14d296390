/** The first `most` characters of a long text, cut between words where there is a space near, and an ellipsis. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 2)
  const space = cut.lastIndexOf(' ')
  if (space > most - 40) return `${cut.slice(0, space)} …`
  // Half a character is none.
  return `${cut.replace(/[\ud800-\udbff]$/, '')} …`
}
