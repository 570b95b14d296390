import type {Clause, Columns} from './clause.js'
import {type Read, readAt} from './fact.js'
import type {Line} from './line.js'
import {bareRole} from './roles.js'

/** Heads of a column that says whom to tell. */
export const tellHeads = /\b(?:tell|notify|notif\w*|inform|copy|partnership|board)\b/iu

/** Whom the row of a step says to tell. */
export function columnNotice(line: Line, columns: Columns): Read | null {
  const cell = columns.find(({header}) => tellHeads.test(header))
  const words = cell && /^(?:yes\s*[:,–(-]*\s*)?([^)]{4,90})/iu.exec(cell.text)?.[1]?.trim()
  if (!cell || !words || /^(?:no|none|not|n\/a|yes|-)\b/iu.test(words)) return null
  return readAt(bareRole(words), line, Math.max(0, line.text.indexOf(cell.text)))
}

const bodyNamed = String.raw`((?:[\p{Lu}][\p{L}&'’-]*\s+){0,5}(?:(?:[Pp]artnership|[Bb]oard)['’]s\s+)?(?:[Bb]usiness (?:[Mm]anager|[Uu]nit|[Ss]upport|[Oo]ffice)|[Bb]oard [Mm]anager|[Pp]artnership (?:[Mm]anager|[Oo]ffice|[Tt]eam|[Cc]o-?ordinator)|[Ss]afeguarding (?:[Pp]artnership|[Cc]hildren [Pp]artnership|[Aa]dults [Bb]oard)|[Ii]ndependent (?:[Cc]hair|[Ss]crutineer)|[A-Z]{3,6}(?: (?:[Oo]ffice|[Bb]usiness (?:[Mm]anager|[Uu]nit)|[Mm]anager|[Tt]eam|[Cc]hair))?))`
// With small and capital letters apart, so that "copy" is not taken for an abbreviation.
const told = [
  new RegExp(
    String.raw`(?:^|\b(?:[Tt]he|and|[Tt]heir|[Ii]ts)\s+)${bodyNamed}(?![\p{L}])(?:[^.;]|\.(?=\S)){0,90}?\s(?:is|are|must be|should be|will be|to be|has to be|needs? to be)\s+(?:also\s+)?(?:informed|told|notified|made aware|copied|advised|alerted|sent)`,
    'u',
  ),
  new RegExp(
    String.raw`\b(?:[Cc]opy in|cc|[Ii]nform|[Nn]otify|[Tt]ell|[Aa]lert|copied to|[Cc]opy (?:is |should be |must be )?sent to|[Cc]opy (?:goes )?to|[Nn]otification (?:is sent )?to|[Rr]eport(?:ed|s)? to|notif(?:ies|ying)|informs|tells)\s+(?:the\s+)?${bodyNamed}(?![\p{L}])`,
    'u',
  ),
]

/** Who of the partnership is told at a step: in a sentence that says that somebody is told. */
export function noticeIn(clauses: readonly Clause[]): Read | null {
  for (const {text, line, start} of clauses) {
    for (const pattern of told) {
      const words = pattern.exec(text)?.[1]
      if (words) return readAt(bareRole(words.replace(/^.*['’]s\s+/u, '')), line, start, start + text.length, 'medium')
    }
  }
  return null
}
