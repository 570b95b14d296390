/** What a report says of the run that it is a part of, so that the parts can be put together as if made at once. */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number
  readonly count: number
  /** Digest of what the whole run was over: the policies and what they hold, the yardstick and the settings. */
  readonly run: string
  /** How many policies the whole run was over. */
  readonly policies: number
  /** Where each policy of this report stands among them, from 1. */
  readonly positions: readonly number[]
  /** Those of this part that could not be judged, and why. */
  readonly refused: readonly {readonly position: number; readonly message: string}[]
  /** What became of each waiver in this part, in the order of their file. */
  readonly waivers: readonly WaiverUse[]
}

/** Whether a waiver accepted a gap: one that met no policy that it concerns accepted none either, but is not told. */
export interface WaiverUse {
  readonly requirement: string
  readonly path: string
  readonly line: number | null
  readonly use: 'used' | 'unused' | 'not met'
}
