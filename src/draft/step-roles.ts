import type {Confidence} from '../model/finding.js'
import type {Clause, Columns} from './clause.js'
import {type Read, readAt} from './fact.js'
import type {Line} from './line.js'
import {bareRole, namesPost, rolesOfArrow, rolesOfSentence} from './roles.js'

/** Who takes the matter to whom at a step: by its columns, by labels, or by the first clause that carries it out. */
export function rolesOf(line: Line, columns: Columns | null, clauses: readonly Clause[]): Record<string, Read | null> {
  if (columns) {
    const told = columnRoles(line, columns)
    if (told) return told
  }
  const labelled = labelledRoles(clauses)
  if (labelled) return labelled
  let half: Record<string, Read | null> | null = null
  let within: Record<string, Read | null> | null = null
  for (const {text, line: at, start} of clauses.flatMap(actsOf)) {
    const arrow = rolesOfArrow(text)
    if (arrow && !within) return pair(arrow.from, arrow.to, at, start, text.length, 'high')
    const told = rolesOfSentence(text)
    const found = told?.to ? pair(told.from, told.to, at, start, text.length, 'medium') : null
    if (!told || !found) continue
    // "The worker informs their line manager, and the line manager contacts ...": the first stays inside the agency.
    if (told.from && !inside.test(text)) return within && !opensWith(text, within) ? within : found
    if (told.from) within ??= found
    else half ??= found
  }
  if (within) return within
  return half ?? {}
}

const inside =
  /\b(?:tells?|informs?|consults?|reports?|raises? (?:it|this|the matter|their concerns?)) (?:with |to )?(?:their|his or her) (?:own )?(?:line |team )?(?:manager|supervisor)s?\b/iu

/** Whether the next act is that of the person who was just told. */
function opensWith(text: string, {toRole}: Record<string, Read | null>): boolean {
  const words = String(toRole?.value ?? '').toLowerCase()
  return (
    words !== '' &&
    text
      .toLowerCase()
      .replace(/^(?:and\s+)?(?:the|that|this)\s+/u, '')
      .startsWith(words)
  )
}

/** The acts of a clause: "..., and the line manager contacts ..." is one of its own. */
function actsOf(clause: Clause): Clause[] {
  const cut = /,\s+and\s+(?=(?:the|their|that)\s)/iu.exec(clause.text)
  if (!cut || !inside.test(clause.text.slice(0, cut.index))) return [clause]
  const from = cut.index + cut[0].length
  return [
    {...clause, text: clause.text.slice(0, cut.index)},
    {...clause, text: clause.text.slice(from), start: clause.start + from},
  ]
}

function pair(
  from: string | null,
  to: string | null,
  line: Line,
  start: number,
  length: number,
  confidence: Confidence,
) {
  const read = (words: string | null) =>
    words === null ? null : readAt(words, line, start, start + length, confidence)
  return {fromRole: read(from), toRole: read(to)}
}

/** "From: line manager" and "To: team manager", each on its own. */
function labelledRoles(clauses: readonly Clause[]): Record<string, Read | null> | null {
  const find = (pattern: RegExp): Read | null => {
    for (const {text, line, start} of clauses) {
      const words = pattern
        .exec(text)?.[1]
        ?.replace(/,\s*(?:whose|which|who)\b.*$/iu, '')
        .replace(/[.;,]+$/, '')
      if (words && namesPost(words)) return readAt(bareRole(words), line, start, start + text.length)
    }
    return null
  }
  const fromRole = find(
    /^(?:from|raised by|who(?! (?:to|with|speaks? to|is (?:told|contacted)))\b[^:]{0,30}|escalating (?:agency|organisation)|by(?: whom)?|lead|your (?:side|agency)|initiated by|led by|responsible|taken up by|our (?:side|agency))\s*[:–-]\s*([^:]{3,110})$/iu,
  )
  const toRole = find(
    /^(?:to(?: whom| who)?|with(?: whom| who)?|who (?:to|with|is contacted)|(?:who )?speaks? (?:to|with)|contacts?|receiving (?:agency|organisation)|their (?:side|agency)|other agency|addressed to|goes to|sent to|taken to|raised with|escalated to)\s*[:–-]\s*([^:]{3,110})$/iu,
  )
  return fromRole || toRole ? {fromRole, toRole} : null
}

const fromHeads =
  /^(?:from|who(?! (?:to|with))|by\b|by whom|raised by|our|us|your|lead|led|owner|taken|escalat|responsib|initiat|raising|person raising|challeng)/iu
const toHeads =
  /^(?:to\b|to whom|who to|with|their|them|contact|receiv|opposite|other|respon(?:ds|ding|der)|escalated to|goes to|counterpart|speak)|\bwith$|\bto(?: whom)?$/iu

function columnRoles(line: Line, columns: Columns): Record<string, Read | null> | null {
  const at = (text: string) => Math.max(0, line.text.indexOf(text))
  for (const {text} of columns) {
    const arrow = rolesOfArrow(text) ?? (text.length > 30 ? rolesOfSentence(text) : null)
    if (arrow?.from && arrow.to) return pair(arrow.from, arrow.to, line, at(text), text.length, 'high')
  }
  const under = (heads: RegExp) =>
    columns.find(({header, text}) => heads.test(header) && namesPost(text) && text.length < 120)
  const from = under(fromHeads)
  const to = columns.find(
    (each) => each !== from && toHeads.test(each.header) && namesPost(each.text) && each.text.length < 120,
  )
  const read = (cell: typeof from) =>
    cell ? readAt(bareRole(cell.text), line, at(cell.text), at(cell.text) + cell.text.length) : null
  return from || to ? {fromRole: read(from), toRole: read(to)} : null
}
