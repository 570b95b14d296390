/** What an answer came to: a value for the model, or why it cannot be one, as a clause for the person who typed it. */
export type Taken = {readonly value: unknown} | {readonly refusal: string}

/** Answers as they were typed, by the key of their question; '' where there was nothing to say. */
export type Answers = Readonly<Record<string, string>>

export interface Question {
  readonly key: string
  readonly ask: string
  readonly example: string
  /** Whether an empty answer will do. */
  readonly optional: boolean
  readonly take: (text: string) => Taken
}
