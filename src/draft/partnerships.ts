import {datesIn} from '../text/date.js'
import {partnershipsIn} from '../text/partnership.js'
import {groupsIn} from './audience.js'
import {type Drafted, found, type Read, readAt} from './fact.js'
import {isBody, type Line} from './line.js'

/** The partnerships that publish the document, by their keys in the model, each with its short names. */
export function partnershipsOf(lines: readonly Line[]): Record<string, Drafted> {
  const named = new Map<string, {count: number; line: Line; start: number; end: number}>()
  for (const line of lines) {
    for (const {name, start, end} of partnershipsIn(line.text)) {
      if (name.split(' ').length < 3 || isFormer(line.text, start, end) || /^(?:Local|Joint)? ?Safeguarding/.test(name))
        continue
      const before = named.get(name)
      // The passage that gives the short name is the better quotation.
      const better = before && shortName(line.text, end, name) && !shortName(before.line.text, before.end, name)
      named.set(
        name,
        before && !better ? {...before, count: before.count + 1} : {count: (before?.count ?? 0) + 1, line, start, end},
      )
    }
  }
  const drafted: Record<string, Drafted> = {}
  const ranked = [...named].sort(([, a], [, b]) => b.count - a.count)
  for (const [name, {line, start, end}] of ranked) {
    const key = keyFor(name)
    if (key in drafted) continue
    const read = <T>(value: T): Read<T> => readAt(value, line, start, end)
    const alias = shortName(line.text, end, name)
    const link = lines
      .flatMap((each) => (isBody(each) ? (each.passage?.links ?? []) : []))
      .find(({text, target}) => text === name && /^https?:/i.test(target))
    const former = formerOf(lines, name)
    drafted[key] = {
      fields: found({
        name: read(name),
        aliases: alias ? read([alias]) : null,
        url: link ? read(link.target) : null,
        ...former,
      }),
    }
  }
  return drafted
}

function keyFor(name: string): string {
  const groups = groupsIn(name)
  return groups.length === 1 ? (groups[0] === 'children' ? 'lscp' : 'sab') : 'joint'
}

/** "(WSCP)", "(“the Partnership”)" is none: capitals only. */
function shortName(text: string, end: number, name: string): string | null {
  const short = /^\s*\(\s*(?:the\s+|known as\s+|or\s+)?["“‘']?([A-Z][A-Za-z&]{1,9})["”’']?\s*\)/u.exec(
    text.slice(end),
  )?.[1]
  return short && short.replace(/[a-z&]/g, '').length >= 2 && short[0] === name[0] ? short : null
}

function isFormer(text: string, start: number, end: number): boolean {
  return (
    /\b(?:formerly|previously|replac\w+|used to be|successor to|was called)(?: (?:the|known as|called))*\s*$/iu.test(
      text.slice(Math.max(0, start - 40), start),
    ) ||
    /^\s*(?:\([^)]{1,12}\)\s*)?(?:became|was replaced|ceased|was abolished|has become|is now)\b/iu.test(
      text.slice(end, end + 40),
    )
  )
}

/** "A Board became the B Partnership in September 2019." */
function formerOf(lines: readonly Line[], name: string): {formerNames: Read | null; renamedOn: Read | null} {
  for (const line of lines) {
    const old = partnershipsIn(line.text).find(({start, end}) => isFormer(line.text, start, end))
    if (!old || old.name === name || !line.text.includes(name)) continue
    const after = line.text.slice(old.end, old.end + 220)
    const since = datesIn(after).find(
      ({iso, start}) => iso.length > 4 && /\b(?:in|from|on|since)\s+$/u.test(after.slice(0, start)),
    )
    return {
      formerNames: readAt([old.name], line, old.start, old.end, 'medium'),
      renamedOn: since ? readAt(since.iso, line, old.start, old.end, 'medium') : null,
    }
  }
  return {formerNames: null, renamedOn: null}
}
