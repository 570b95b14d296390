import type {ProceduresModel, Registers} from '../model/procedures.js'

/** A published set of requirements, registers and word classes, as the build has compiled and checked it. */
export interface Pack {
  readonly id: string
  readonly title: string
  readonly edition: string
  readonly registers: Registers
  readonly lexicon: ProceduresModel['lexicon']
  readonly requirements: ProceduresModel['requirements']
}

/** The packs that ship with the program, by the name that `extends` gives them. */
export type Packs = Readonly<Record<string, Pack>>
