import type {Facts} from '../model/facts.js'
import type {Passage, Policy} from '../model/policy.js'
import {plainJson} from './escape.js'
import {noticeOf, placeOf, sectionOf} from './json-places.js'

/** A policy as read, with its facts, as JSON by schemas/policy.schema.json. */
export function renderInspectJson(policy: Policy, facts: Facts): string {
  const {path, format, title, sha256, words, properties, sections, notices} = policy
  const inspected = {
    schemaVersion: 1,
    policy: {
      path,
      format,
      title,
      sha256,
      words,
      properties,
      sections: sections.map((section) => sectionOf(section, passageOf)),
    },
    facts: factsOf(facts),
    notices: notices.map(noticeOf),
  }
  return `${plainJson(JSON.stringify(inspected, null, 2))}\n`
}

function passageOf({id, form, label, text, place}: Passage): object {
  return {id, form, label, text, place: placeOf(place)}
}

/** Every fact in its own fields, the place last; the offsets within the passage stay inside the program. */
function factsOf(facts: Facts) {
  const {contacts, timescales, references, dates, people, partnerships, obsolete, placeholders, stages} = facts
  const placed = <T extends {passageId: string; place: Facts['dates'][number]['place']}>(
    list: readonly T[],
    fields: (fact: T) => object,
  ) => list.map((fact) => ({...fields(fact), passageId: fact.passageId, place: placeOf(fact.place)}))

  return {
    contacts: placed(contacts, ({kind, value, normalised, for: whom, role}) => ({
      kind,
      value,
      normalised,
      for: whom,
      role,
    })),
    timescales: placed(timescales, (limit) => ({
      value: limit.value,
      amount: limit.amount,
      unit: limit.unit,
      boundary: limit.boundary,
      trigger: limit.trigger,
      triggerWords: limit.triggerWords,
      action: limit.action,
      role: limit.role,
      recurring: limit.recurring,
    })),
    references: placed(references, ({value, title, edition, document, current}) => ({
      value,
      title,
      edition,
      document,
      current,
    })),
    dates: placed(dates, ({what, value, iso}) => ({what, value, iso})),
    people: placed(people, ({value, role, title, name}) => ({value, role, title, name})),
    partnerships: placed(partnerships, ({value, name}) => ({value, name})),
    obsolete: placed(obsolete, ({value, term, replacement}) => ({value, term, replacement})),
    placeholders: placed(placeholders, ({value, text}) => ({value, text})),
    stages: placed(stages, ({value, order, numbered, from, to, within, audience}) => ({
      value,
      order,
      numbered,
      from,
      to,
      within,
      audience,
    })),
  }
}
