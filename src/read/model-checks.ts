import {InputError} from '../model/input-error.js'
import type {Written} from './yaml.js'

interface StageFields {
  readonly order: number
  readonly when?: string
}
interface EscalationFields {
  readonly stages?: readonly StageFields[]
  readonly notifyStage?: number
}

/** What a schema cannot say: names that lead nowhere, and the same thing given twice. Raises InputError with its line. */
export function refuseContradictions(written: Written): void {
  const model = written.value as {
    escalation?: Readonly<Record<string, EscalationFields>> & EscalationFields
    requirements?: readonly {id?: string}[]
    guidance?: readonly {id?: string}[]
    terms?: readonly {id?: string}[]
  }
  const {escalation} = model
  if (escalation) {
    if (Array.isArray(escalation.stages)) refuseStages(written, ['escalation'], escalation)
    else for (const [group, each] of Object.entries(escalation)) refuseStages(written, ['escalation', group], each)
  }
  for (const list of ['requirements', 'guidance', 'terms'] as const) refuseTwins(written, list, model[list] ?? [])
}

function refuseStages(
  written: Written,
  at: readonly (string | number)[],
  {stages = [], notifyStage}: EscalationFields,
): void {
  for (const [i, stage] of stages.entries()) {
    const twin = stages.slice(0, i).find(({order, when}) => order === stage.order && (!when || !stage.when))
    if (twin) {
      throw new InputError(
        'PROCEDURES_DUPLICATE',
        written.placeOf([...at, 'stages', i, 'order']),
        `stage ${stage.order} is given twice`,
        'Give each stage its own order, or say with when which branch is taken.',
      )
    }
  }
  if (notifyStage !== undefined && stages.length > 0 && !stages.some(({order}) => order === notifyStage)) {
    throw new InputError(
      'PROCEDURES_DANGLING',
      written.placeOf([...at, 'notifyStage']),
      `notifyStage names stage ${notifyStage}, which does not exist`,
      `Name one of ${stages.map(({order}) => order).join(', ')}.`,
    )
  }
}

function refuseTwins(written: Written, list: string, entries: readonly {id?: string}[]): void {
  for (const [i, {id}] of entries.entries()) {
    if (id !== undefined && entries.slice(0, i).some((other) => other.id === id)) {
      throw new InputError(
        'PROCEDURES_DUPLICATE',
        written.placeOf([list, i]),
        `the id ${id} is given twice in ${list}`,
        'Give each entry an id of its own.',
      )
    }
  }
}
