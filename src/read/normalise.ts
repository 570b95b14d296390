import type {Limit, LocalStage, Provenance} from '../model/procedures.js'
import {completeContact} from './complete-contact.js'
import {escalationsOf} from './escalations.js'
import type {Facts, Fields, Move} from './fields.js'
import {partnershipsOf} from './partnerships.js'

/**
 * A file's fields with its short forms written out: one escalation for all, a joint board, channels, limits in words
 * alone. Every fact carries the file's provenance with its own over it, so that layers keep theirs apart.
 */
export function normalised(file: Fields): {fields: Fields; moves: readonly Move[]} {
  const audience = audienceOf(file.audience)
  const escalations = escalationsOf(file.escalation, audience ?? ['children', 'adults'])
  const partnerships = partnershipsOf(file.partnerships as Facts | undefined)
  const provenance = file.provenance as Provenance | undefined
  const facts = (found: Facts | undefined, change: (fact: Fields, key: string) => Fields): Facts | undefined =>
    found &&
    Object.fromEntries(
      Object.entries(found).map(([key, fact]) => [key, attested(change(fact, key), provenance)] as const),
    )
  const fields: Record<string, unknown> = {
    ...file,
    audience,
    partnerships: facts(partnerships.fields, (fact) => fact),
    contacts: facts(file.contacts as Facts, completeContact),
    timescales: facts(file.timescales as Facts, completeLimit),
    escalation: facts(escalations.own, completeEscalation),
    otherDisputes: facts(escalations.others, completeEscalation),
    forums: facts(file.forums as Facts, (fact, key) => ({name: forumName(key), ...fact})),
    documents: facts(titled(file.documents as Facts), (fact) => fact),
    procedures: facts(file.procedures as Facts, completeProcedure),
  }
  for (const [key, value] of Object.entries(fields)) if (value === undefined) delete fields[key]
  return {fields, moves: [...escalations.moves, ...partnerships.moves]}
}

function audienceOf(written: unknown): readonly ('children' | 'adults')[] | undefined {
  if (written === 'both') return ['children', 'adults']
  return typeof written === 'string' ? [written as 'children'] : (written as ('children' | 'adults')[] | undefined)
}

function attested(fact: Fields, provenance: Provenance | undefined): Fields {
  if (!provenance && !fact.provenance) return fact
  return {...fact, provenance: {...provenance, ...(fact.provenance as Provenance | undefined)}}
}

/** A limit may be words alone; then it has no number. */
function completeLimit(limit: Fields): Fields {
  return {value: null, unit: null, ...limit}
}

function completeEscalation(escalation: Fields): Fields {
  const stages = (escalation.stages ?? []) as readonly Fields[]
  const {overallMax, immediateRisk} = escalation as {overallMax?: Fields; immediateRisk?: {maxDuration?: Fields}}
  return {
    title: 'the local escalation procedure',
    ...escalation,
    stages: stages.map((stage, i) => completeStage({order: i + 1, ...stage})),
    ...(overallMax && {overallMax: completeLimit(overallMax)}),
    ...(immediateRisk?.maxDuration && {
      immediateRisk: {...immediateRisk, maxDuration: completeLimit(immediateRisk.maxDuration)},
    }),
  }
}

function completeStage(stage: Fields): Fields {
  const clocks = (stage.clocks as readonly Fields[] | undefined)?.map(completeLimit)
  const limit = (stage.maxDuration as Fields | undefined) ?? mainClock(clocks as unknown as LocalStage['clocks'])
  return {
    ...stage,
    ...(clocks && {clocks}),
    ...(limit && {maxDuration: completeLimit(limit as Fields)}),
  }
}

/** The clock that says how long a step takes: its only one, or the one in which the other side has to answer. */
function mainClock(clocks: LocalStage['clocks'] = []): (Limit & object) | undefined {
  if (clocks.length === 1) return clocks[0]
  return clocks.find(({event}) => /^(?:respond|resolve|answer|agree|decide|meet|discuss)/i.test(event ?? ''))
}

function completeProcedure(procedure: Fields, key: string): Fields {
  const {steps, chase} = procedure as {steps?: readonly Fields[]; chase?: Fields}
  return {
    title: spaced(key),
    ...procedure,
    ...(steps && {steps: steps.map(completeLimit)}),
    ...(chase && {chase: completeLimit(chase)}),
  }
}

/** A document without a title cannot be looked for. */
function titled(documents: Facts | undefined): Facts | undefined {
  return documents && Object.fromEntries(Object.entries(documents).filter(([, fact]) => fact.title !== undefined))
}

function forumName(key: string): string {
  return /^mar(?:ac|m)$/.test(key) ? key.toUpperCase() : spaced(key)
}

/** "privateFostering" as a person says it. */
function spaced(key: string): string {
  return key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
}
