import type {Passage} from '../model/policy.js'
import type {ShownText} from '../model/shown.js'
import {placeOf, sectionOf} from './json-places.js'

/** What pages show of a policy, as JSON. */
export function textOf({sections, contacts, stages}: ShownText) {
  return {
    sections: sections.map((section) => sectionOf(section, passageOf)),
    contacts: contacts.map(({value, for: whom, role, place}) => ({value, for: whom, role, place: placeOf(place)})),
    stages: stages.map(({order, from, to, within, audience, passageId}) => ({
      order,
      from,
      to,
      within,
      audience,
      passageId,
    })),
  }
}

function passageOf({id, form, label, text, place, cells}: Passage): object {
  const row = cells && {cells: cells.map(({header, text: words}) => ({header, text: words}))}
  return {id, form, label, text, place: placeOf(place), ...row}
}
