import type {ProceduresModel} from './procedures.js'

type Fields = Readonly<Record<string, unknown>>

const parts = [
  'partnerships',
  'contacts',
  'timescales',
  'escalation',
  'otherDisputes',
  'forums',
  'documents',
  'procedures',
] as const

/** How many facts of the model were read by a program and confirmed by nobody: contacts, limits, stages and the like. */
export function draftCount(model: ProceduresModel): {readonly drafts: number; readonly facts: number} {
  let drafts = 0
  let facts = 0
  const count = (value: unknown, above: string): void => {
    const status = statusOf(value) ?? above
    facts++
    if (status === 'draft') drafts++
    for (const stage of ((value as Fields | null)?.stages ?? []) as readonly unknown[]) count(stage, status)
  }
  for (const part of parts) {
    for (const fact of Object.values((model[part] ?? {}) as Fields)) if (fact) count(fact, model.status ?? 'verified')
  }
  return {drafts, facts}
}

/** Whether the fact at a path ("contacts.lado.phone") is a draft: the nearest status above it says. */
export function isDraftAt(root: Fields, path: string): boolean {
  let value: unknown = root
  let status = statusOf(root)
  for (const step of path.split('.')) {
    value = (value as Fields | null | undefined)?.[step]
    status = statusOf(value) ?? status
  }
  return status === 'draft'
}

function statusOf(value: unknown): string | undefined {
  const status = (value as Fields | null | undefined)?.status
  return typeof status === 'string' ? status : undefined
}
