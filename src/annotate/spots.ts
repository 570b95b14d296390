import type {Finding} from '../model/finding.js'
import {bodyForms, type Policy, type Section, sectionsOf} from '../model/policy.js'

/** Where in a policy a finding is to be told. */
export interface Spot {
  readonly finding: Finding
  /** The ordinal of a passage or heading; null for the start of the document. */
  readonly ordinal: number | null
  /** The words that it is about; null where it is about what is not there. */
  readonly quote: string | null
  /** Set for a further place of a finding that has been told at the first. */
  readonly again: boolean
}

/** A conflict is marked wherever it was found; more places than this are in the report. */
const mostPlaces = 6

/**
 * Where each finding is told: a conflict at every quotation, what is said in part or met at its first, and what is
 * missing at the section where it belongs. In the order of the document.
 */
export function spotsOf(findings: readonly Finding[], told: readonly Finding[], policy: Policy): Spot[] {
  const home = homes(findings, policy)
  const spots = told.flatMap((finding): Spot[] => {
    const {evidence, status} = finding
    const [first] = evidence
    if (!first) return [{finding, ordinal: home(finding), quote: null, again: false}]
    const seen = new Set<string>()
    const places = evidence.filter(({quote, place}) => {
      const key = `${place.ordinal} ${quote}`
      return !seen.has(key) && seen.add(key)
    })
    return places.slice(0, status === 'conflict' ? mostPlaces : 1).map(({quote, place}, index) => {
      return {finding, ordinal: place.ordinal, quote, again: index > 0}
    })
  })
  return spots
    .map((spot, index) => ({spot, index}))
    .sort((one, other) => (one.spot.ordinal ?? 0) - (other.spot.ordinal ?? 0) || one.index - other.index)
    .map(({spot}) => spot)
}

/**
 * The section where a missing thing belongs: the one whose heading shares most words with its title and topic, or in
 * which most of the same topic stands. Gives the heading's ordinal; null where no section has anything of it.
 */
export function homes(findings: readonly Finding[], policy: Policy): (finding: Finding) => number | null {
  const sections = sectionsOf(policy).filter(({level}) => level > 0)
  const sectionOf = new Map<number, Section>()
  for (const section of sections) {
    for (const {place, form} of section.passages) if (bodyForms.includes(form)) sectionOf.set(place.ordinal, section)
  }
  const byTopic = new Map<string, Map<Section, number>>()
  for (const {requirement, evidence} of findings) {
    const [first] = evidence
    const section = first && sectionOf.get(first.place.ordinal)
    if (!section) continue
    const counts = byTopic.get(requirement.topic) ?? new Map<Section, number>()
    byTopic.set(requirement.topic, counts.set(section, (counts.get(section) ?? 0) + 1))
  }
  const headed = sections.map((section) => ({section, words: wordsOf(section.title)}))
  const [title] = sections

  return ({requirement}) => {
    const wanted = new Set([...wordsOf(requirement.topic), ...wordsOf(requirement.title)])
    const counts = byTopic.get(requirement.topic)
    let best: Section | null = null
    let most = 0
    for (const {section, words} of headed) {
      // The title names what the whole document is about.
      const shared = section === title && sections.length > 1 ? 0 : words.filter((word) => wanted.has(word)).length
      const score = shared * 3 + (counts?.get(section) ?? 0) * 2
      if (score > most) {
        best = section
        most = score
      }
    }
    return best?.place.ordinal ?? null
  }
}

/** The telling words of a title, by how they begin, so that "allegation" and "allegations" are one. */
function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? []
  return [...new Set(words.filter((word) => !common.has(word)).map((word) => word.slice(0, 6)))]
}

/** Words that any heading of such a policy may have. */
const common: ReadonlySet<string> = new Set(
  'about adult adults child children concern concerns from into policy procedure procedures safeguarding said that their this what when where which with'.split(
    ' ',
  ),
)
