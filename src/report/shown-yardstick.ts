import {receiversAt, sendersAt} from '../model/escalation.js'
import type {Clock, Escalation, Limit, LocalStage, Organisation, ProceduresModel} from '../model/procedures.js'
import type {ShownContact, ShownEscalation, ShownStage, ShownYardstick} from '../model/shown.js'

/** What pages show of a local model and of the profile, as words. */
export function shownYardstick(model: ProceduresModel, organisation: Organisation | null): ShownYardstick {
  const {source, sourceUrl, retrievedOn, verifiedBy, method} = model.provenance ?? {}
  return {
    provenance: {
      source: source ?? null,
      sourceUrl: sourceUrl ?? null,
      retrievedOn: retrievedOn ?? null,
      verifiedBy: verifiedBy ?? null,
      method: method ?? null,
    },
    contacts: mapped(
      model.contacts,
      ({name, hours, phone, email, formUrl, url}): ShownContact => ({
        name,
        hours: hours ?? null,
        phone: phone ?? null,
        email: email ?? null,
        url: formUrl ?? url ?? null,
      }),
    ),
    partnerships: mapped(model.partnerships, ({name}) => name),
    escalation: mapped(model.escalation, shownEscalation),
    editions: model.registers.editions.map(({title, current, seenOn, confidence}) => ({
      title,
      current: current ?? null,
      seenOn,
      confidence,
    })),
    owner: organisation?.policyOwner ?? organisation?.roles?.dsl?.title ?? null,
  }
}

function mapped<T, U>(record: Readonly<Record<string, T | undefined>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, change(value)]])),
  )
}

function shownEscalation({title, stages, stageNoun, overallMax, immediateRisk}: Escalation): ShownEscalation {
  const atRisk = immediateRisk && [
    immediateRisk.route,
    immediateRisk.maxDuration && clockWords(immediateRisk.maxDuration),
  ]
  return {
    title,
    stages: (stages ?? []).map((stage) => shownStage(stage, stageNoun)),
    overall: overallMax ? clockWords(overallMax) : null,
    atRisk: atRisk?.filter(Boolean).join(', ') || null,
  }
}

function shownStage(stage: LocalStage, noun = 'Stage'): ShownStage {
  const {order, label, name, when, informal, maxDuration, clocks, notify} = stage
  const extras = [name, when, informal ? 'informal' : null].filter(Boolean)
  const clock = maxDuration
    ? clockWords(maxDuration)
    : (clocks ?? []).map((each: Clock) => `${each.event ? `${each.event} ` : ''}${clockWords(each)}`).join('; ')
  return {
    order,
    label: `${noun} ${label ?? order}${extras.length > 0 ? `: ${extras.join(', ')}` : ''}`,
    from: sendersAt(stage).join(' or ') || null,
    to: receiversAt(stage).join(' or ') || null,
    clock: clock || null,
    told: notify ?? null,
  }
}

/** A limit as it stands on a clock: "2 working days". */
function clockWords({value, unit, words, boundary}: Limit): string {
  if (words) return words
  if (value === null || unit === null) return 'no stated limit'
  if (value === 0) return unit === 'working-days' ? 'the same working day' : 'the same day'
  const noun = unit.replace('-', ' ').replace(/s$/, value === 1 ? '' : 's')
  return `${boundary === 'close-of-day' ? 'by the close of ' : 'within '}${value} ${noun}`
}
