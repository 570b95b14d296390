/** A remark in a Markdown policy that accepts a gap, and where it stands. Lines and columns count from 1. */
export interface InlineIgnore {
  readonly requirement: string
  readonly reason: string
  readonly path: string
  readonly line: number
  readonly column: number
}
