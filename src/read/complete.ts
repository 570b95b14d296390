import type {Clock, LocalStage} from '../model/procedures.js'
import {spaced} from '../model/spaced.js'
import type {FactsByKey, Fields} from './fields.js'

/**
 * The layered fields with what a model may leave out filled in: the name of what has only a key, the order of stages,
 * the one clock of a step as its limit. A document without a title cannot be looked for, and goes.
 */
export function completed(fields: Fields): Fields {
  const each = (part: string, change: (fact: Fields, key: string) => Fields): FactsByKey | undefined => {
    const facts = fields[part] as FactsByKey | undefined
    return facts && Object.fromEntries(Object.entries(facts).map(([key, fact]) => [key, change(fact, key)] as const))
  }
  const documents = fields.documents as FactsByKey | undefined
  const whole: Record<string, unknown> = {
    ...fields,
    // An area without a name cannot be spoken of.
    area: (fields.area as Fields | undefined)?.name ? fields.area : undefined,
    neighbours: (fields.neighbours as readonly Fields[] | undefined)?.map((area) => ({
      name: 'a neighbouring area',
      ...area,
    })),
    partnerships: each('partnerships', (fact, key) => ({name: partnershipName(key), ...fact})),
    contacts: each('contacts', (fact) => ({name: '', ...fact})),
    timescales: each('timescales', limit),
    escalation: each('escalation', escalation),
    otherDisputes: each('otherDisputes', escalation),
    forums: each('forums', (fact, key) => ({name: forumName(key), ...fact})),
    documents: documents && Object.fromEntries(Object.entries(documents).filter(([, fact]) => fact.title)),
    procedures: each('procedures', procedure),
  }
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined))
}

function limit(fact: Fields): Fields {
  return {value: null, unit: null, ...fact}
}

function escalation(fact: Fields): Fields {
  const {
    stages = [],
    overallMax,
    immediateRisk,
  } = fact as {
    stages?: readonly Fields[]
    overallMax?: Fields
    immediateRisk?: {readonly maxDuration?: Fields}
  }
  return {
    title: 'the local escalation procedure',
    ...fact,
    stages: stages.map((each, i) => stage({order: i + 1, ...each})),
    ...(overallMax && {overallMax: limit(overallMax)}),
    ...(immediateRisk?.maxDuration && {
      immediateRisk: {...immediateRisk, maxDuration: limit(immediateRisk.maxDuration)},
    }),
  }
}

function stage(fact: Fields): Fields {
  const {clocks, maxDuration} = fact as {clocks?: readonly Fields[]; maxDuration?: Fields}
  const whole = clocks?.map(limit) as unknown as LocalStage['clocks']
  const own = maxDuration ? limit(maxDuration) : mainClock(whole)
  return {...fact, ...(whole && {clocks: whole}), ...(own && {maxDuration: own})}
}

/** The clock that says how long a step takes: its only one, or the one in which the other side has to answer. */
export function mainClock(clocks: LocalStage['clocks'] = []): Clock | undefined {
  if (clocks.length === 1) return clocks[0]
  return clocks.find(({event}) => /^(?:respond|resolve|answer|agree|decide|meet|discuss)/i.test(event ?? ''))
}

function procedure(fact: Fields, key: string): Fields {
  const {steps, chase} = fact as {steps?: readonly Fields[]; chase?: Fields}
  return {title: spaced(key), ...fact, ...(steps && {steps: steps.map(limit)}), ...(chase && {chase: limit(chase)})}
}

function partnershipName(key: string): string {
  if (key === 'lscp') return 'the safeguarding children partnership'
  return key === 'sab' ? 'the safeguarding adults board' : spaced(key)
}

function forumName(key: string): string {
  return /^mar(?:ac|m)$/.test(key) ? key.toUpperCase() : spaced(key)
}
