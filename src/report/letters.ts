/** The letters that count columns: 0 is A, 25 is Z, 26 is AA. */
export function lettersOf(at: number): string {
  const rest = Math.floor(at / 26)
  return `${rest > 0 ? lettersOf(rest - 1) : ''}${String.fromCharCode(65 + (at % 26))}`
}
