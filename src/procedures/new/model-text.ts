import {stringify} from 'yaml'
import type {Group} from '../../model/procedures.js'
import type {Answers} from './question.js'
import {contacts, isYes, limits, questionsFor, serves} from './questions.js'

/** A model in YAML from answers that were all taken, as of a day (YYYY-MM-DD). */
export function modelText(answers: Answers, asOf: string): string {
  const given = new Map(
    questionsFor(answers).flatMap(({key, take}) => {
      const taken = answers[key] ? take(answers[key]) : null
      return taken && 'value' in taken ? [[key, taken.value] as const] : []
    }),
  )
  const area = String(given.get('area'))
  const part = (entries: readonly (readonly [string, unknown])[]) => {
    const known = entries.filter(([, value]) => value !== undefined)
    return known.length > 0 ? Object.fromEntries(known) : undefined
  }
  const model = {
    id: slug(area, asOf),
    title: `${area} local procedures`,
    edition: given.get('edition'),
    extends: ['england'],
    audience: given.get('audience'),
    area: {name: area},
    provenance: {
      source: `${area} partnership website`,
      sourceUrl: given.get('source'),
      retrievedOn: asOf,
      ...(given.get('rang') === true && {verifiedOn: asOf, verifiedBy: given.get('by'), method: 'phone'}),
    },
    partnerships: part((['lscp', 'sab'] as const).map((key) => [key, given.get(key)])),
    contacts: part(contacts.map(({key}) => [key, given.get(key)])),
    timescales: part(
      limits.map(({key, trigger}) => [key, given.has(key) ? {...(given.get(key) as object), trigger} : undefined]),
    ),
    escalation: escalationOf(given, answers),
    documents: part([['threshold', given.get('threshold')]]),
  }
  const kept = Object.fromEntries(Object.entries(model).filter(([, value]) => value !== undefined))
  return `${head}${stringify(kept, {lineWidth: 0, aliasDuplicateObjects: false})}`
}

const head = `# Made by policy-align procedures new. Change it as you like; schemas/procedures.schema.json describes every field.
# What your area does not have is left out: nothing is asked of a policy that does not stand here.
`

function escalationOf(given: ReadonlyMap<string, unknown>, answers: Answers): unknown {
  const ladder = (group: Group) => {
    const stages = [...given]
      .filter(([key]) => key.startsWith(`${group}-stage-`))
      .map(([, stage], i) => ({order: i + 1, ...(stage as object)}))
    if (stages.length === 0) return undefined
    const told = given.get(`${group}-told`) as {notifyStage?: number} | undefined
    const {notifyStage, ...contact} = told ?? {}
    // A stage that the ladder lacks would lead nowhere.
    const stage = notifyStage !== undefined && notifyStage <= stages.length ? {notifyStage} : {}
    return {title: given.get(`${group}-title`), stages, ...stage, ...contact}
  }
  const [children, adults] = (['children', 'adults'] as const).map((group) =>
    serves(answers, group) ? ladder(group) : undefined,
  )
  if (children && isYes(answers['adults-same'])) return {joint: {...children, serves: ['children', 'adults']}}
  if (!children && !adults) return undefined
  return {...(children && {children}), ...(adults && {adults})}
}

/** "Northmoor East" as an id: northmoor-east-2026. */
export function slug(area: string, asOf?: string): string {
  const words = area
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return [words || 'area', asOf?.slice(0, 4)].filter(Boolean).join('-')
}
