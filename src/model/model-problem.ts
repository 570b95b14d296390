import type {InputPlace} from './input-error.js'

/**
 * How much a problem weighs. error: it cannot be so. warning: it can be used, but somebody should look. note: only a
 * person can tell.
 */
export type ProblemSeverity = 'error' | 'warning' | 'note'

/** Something wrong in a procedures model, or worth a look. `problem` is a clause, `fix` an imperative sentence. */
export interface ModelProblem {
  readonly severity: ProblemSeverity
  /** A stable name: "contact-number". */
  readonly rule: string
  /** Path into the file: "contacts.lado.phone"; '' for the file as a whole. */
  readonly fact: string
  readonly place: InputPlace
  readonly problem: string
  readonly fix: string
  /** Whether no other command takes a model with this in it. */
  readonly refused: boolean
}

/** One model file with everything that was found in it, in the order of the file. */
export interface ValidatedModel {
  readonly path: string
  readonly problems: readonly ModelProblem[]
}
