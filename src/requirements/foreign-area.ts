import {type Evidence, quote} from '../model/finding.js'
import type {ProhibitedStatementAbsent} from '../model/requirement.js'
import {isContactOf} from './contact-values.js'
import {type Grounds, type Outcome, outcome} from './kind.js'
import {isForOutsiders} from './outsiders.js'
import {excerpt, factEvidence} from './quoting.js'

/** Names, numbers and links of a neighbouring area, outside a part that is plainly for people who live there. */
export function foreignArea(_check: ProhibitedStatementAbsent, grounds: Grounds): Outcome {
  const found: {evidence: Evidence; what: string; area: string}[] = []
  for (const area of grounds.model.neighbours) {
    const names = [...(area.partnershipNames ?? []), ...servicesIn(area.name)]
    for (const contact of grounds.facts.contacts) {
      const passage = grounds.passages.get(contact.passageId)
      if (passage && isContactOf(contact, area) && !isForOutsiders(passage, area.name, grounds.organisation))
        found.push({evidence: factEvidence(contact, grounds), what: contact.value, area: area.name})
    }
    for (const passage of grounds.passages.values()) {
      const name = names.find((each) => passage.text.includes(each)) ?? paperOf(area.name, passage.text)
      if (name && !isForOutsiders(passage, area.name, grounds.organisation))
        found.push({
          evidence: quote(passage, excerpt(passage.text, passage.text.indexOf(name))),
          what: name,
          area: area.name,
        })
    }
  }
  const [first] = found
  if (!first) return outcome('clear', 'no name, number or link of another area was found')
  const evidence = [...new Map(found.map((each) => [each.evidence.quote, each.evidence])).values()].slice(0, 4)
  return outcome(
    'contradicted',
    `${first.what} belongs to ${first.area}, not to ${grounds.model.area?.name ?? 'your area'}`,
    {
      evidence,
      remedy: `Replace it with the details of ${grounds.model.area?.name ?? 'your own area'}, or move it to a part that is headed for people who live in ${first.area}.`,
    },
  )
}

/** A paper by the area's name: "the Eastmere Steps of Support". */
function paperOf(area: string, text: string): string | undefined {
  for (let at = text.indexOf(area); at >= 0; at = text.indexOf(area, at + area.length)) {
    const rest = text.slice(at + area.length, at + area.length + 80).match(paper)
    if (rest) return area + rest[0]
  }
  return undefined
}

const paper =
  /^ (?:(?:\p{Lu}[\p{L}'’-]*|of|for|and|the|to) ){0,5}(?:Needs?|Support|Thresholds?|Continuum|Framework|Guidance|Guide|Pathways?|Protocol|Procedures?|Levels|Compass)(?!\p{L})/u

function servicesIn(area: string): string[] {
  return [
    'MASH',
    'Council',
    'Borough Council',
    'County Council',
    'City Council',
    'LSCB',
    'Safeguarding Children Board',
    'Continuum of Need',
  ].map((service) => `${area} ${service}`)
}
