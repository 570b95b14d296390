import {isDraftAt} from './drafts.js'
import type {Expected} from './finding.js'
import type {Organisation, ProceduresModel, Provenance} from './procedures.js'

type Root = Readonly<Record<string, unknown>>

/** A value of the model, the path at which it stands, and where it came from. */
export interface FactAt {
  readonly path: string
  readonly value: unknown
  readonly source: Expected['source']
}

/**
 * What can be named by a path: the model, the profile as `organisation`, and what the packs know of the nation as
 * `national` (national.helplines.ID, national.police.emergency).
 */
export function pathRoot(model: ProceduresModel, organisation: Organisation | null = null): Root {
  const {helplines, police} = model.registers
  return {
    ...model,
    organisation,
    national: {helplines: Object.fromEntries(helplines.map((each) => [each.id, each])), police},
  }
}

/**
 * The values at a path into the model such as "contacts.lado.phone", with `*` for any key or entry
 * ("escalation.*.title"). Each comes with the provenance of the fact that it belongs to. A path that the model does not
 * hold gives none.
 */
export function factAt(model: ProceduresModel, path: string): FactAt[] {
  const root = pathRoot(model)
  return valuesAt(root, path).map(([at, value]) => ({
    path: at,
    value,
    source: sourceOf(model, originOf(model, at) ?? provenanceAt(root, at), isDraftAt(root, at)),
  }))
}

/** The names and aliases at a path: of a contact, a partnership, a document, or of whatever a title belongs to. */
export function localNames(model: ProceduresModel, path: string): string[] {
  const root = pathRoot(model)
  const names = valuesAt(root, path).flatMap(([at, value]) => {
    if (typeof value !== 'string') return namesOf(value)
    const [, owner] = valuesAt(root, at.slice(0, Math.max(0, at.lastIndexOf('.'))))[0] ?? []
    const isName = /(?:^|\.)(?:name|title)$/.test(at)
    return isName ? [value, ...namesOf(owner)] : namesOf(owner)
  })
  return [...new Set(names)]
}

/** Every value at a path with `*` wildcards, with the path that it stands at. */
export function valuesAt(root: object, path: string): [string, unknown][] {
  let found: [string, unknown][] = [['', root]]
  for (const step of path.split('.')) {
    found = found.flatMap(([at, value]): [string, unknown][] => {
      if (typeof value !== 'object' || value === null) return []
      const keys = step === '*' ? Object.keys(value) : Object.hasOwn(value, step) ? [step] : []
      return keys.map((key) => [at ? `${at}.${key}` : key, (value as Root)[key]])
    })
  }
  return found.filter(([, value]) => value !== undefined && value !== null)
}

/**
 * How a finding tells where a fact came from: by its own provenance, else by the model's. A draft is never verified,
 * whatever date stands above it.
 */
export function sourceOf(
  model: ProceduresModel,
  provenance: Provenance | undefined,
  draft: boolean,
): Expected['source'] {
  const from = provenance ?? model.provenance
  if (draft) return {title: `${from?.source ?? model.title} (draft)`, url: from?.sourceUrl ?? null, verifiedOn: null}
  return {title: from?.source ?? model.title, url: from?.sourceUrl ?? null, verifiedOn: from?.verifiedOn ?? null}
}

/**
 * The provenance of the very field, where models were laid over each other: a district's telephone number and the
 * county's address of one contact were not verified by the same person. A list comes from one model as a whole.
 */
export function originOf({origins = {}}: Pick<ProceduresModel, 'origins'>, path: string): Provenance | undefined {
  const own = Object.hasOwn(origins, path) ? origins[path]!.provenance : undefined
  if (own) return own
  const list = path.replace(/(\.stages)\..*$/, '$1')
  const inside = Object.keys(origins).find((each) => each.startsWith(`${list}.`))
  return inside === undefined ? undefined : origins[inside]!.provenance
}

function provenanceAt(root: Root, path: string): Provenance | undefined {
  let value: unknown = root
  let nearest: Provenance | undefined
  for (const step of path.split('.')) {
    value = (value as Root | undefined)?.[step]
    nearest = (value as {provenance?: Provenance} | null | undefined)?.provenance ?? nearest
  }
  return nearest
}

function namesOf(fact: unknown): string[] {
  const {name, title, aliases = []} = (fact ?? {}) as {name?: string; title?: string; aliases?: readonly string[]}
  return [name, title, ...aliases].filter((each): each is string => typeof each === 'string' && each !== '')
}
