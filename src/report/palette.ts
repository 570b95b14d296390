/** How words are marked on a screen that has colour. Colour never carries a meaning that the words do not. */
export interface Palette {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly amber: (text: string) => string
  readonly green: (text: string) => string
}

/** Marks that a terminal obeys, or none at all. */
export function paletteOf(color: boolean): Palette {
  const mark = (on: number, off: number) => (text: string) => (color ? `\u001b[${on}m${text}\u001b[${off}m` : text)
  return {bold: mark(1, 22), dim: mark(2, 22), red: mark(31, 39), amber: mark(33, 39), green: mark(32, 39)}
}
