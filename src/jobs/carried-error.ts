import {InputError, type InputPlace} from '../model/input-error.js'

/** An error as it can be handed from a worker to the run. */
export interface CarriedError {
  readonly name: string
  readonly message: string
  readonly stack: string | undefined
  readonly input?: {readonly code: string; readonly where: InputPlace; readonly problem: string; readonly fix: string}
}

/** Takes an error apart: structured clones lose what makes it one of ours. */
export function carried(error: unknown): CarriedError {
  if (!(error instanceof Error)) return {name: 'Error', message: String(error), stack: undefined}
  const {name, message, stack} = error
  if (!(error instanceof InputError)) return {name, message, stack}
  const {code, where, problem, fix} = error
  return {name, message, stack, input: {code, where, problem, fix}}
}

/** The error that was carried. */
export function uncarried({name, message, stack, input}: CarriedError): Error {
  if (input) return new InputError(input.code, input.where, input.problem, input.fix)
  return Object.assign(new Error(message), {name, stack})
}
