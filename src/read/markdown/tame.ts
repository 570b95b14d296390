/** A document made safe for the parser, each line where it was. */
export interface Tamed {
  readonly text: string
  /** Lines that open with # and no space, read as the headings they were meant to be. */
  readonly tightHeadings: ReadonlySet<number>
  /** First lines where the nesting was cut short or a heap of marks was taken as plain text. */
  readonly flattened: number | null
  readonly simplified: number | null
}

/**
 * Bounds what a document can ask of the parser, whose time grows with the square of nested blocks and of unclosed marks
 * in one paragraph. No document written by a person comes near the bounds.
 */
export function tame(text: string): Tamed {
  const tightHeadings = new Set<number>()
  let flattened: number | null = null
  let simplified: number | null = null
  const marks = {inline: 0, opens: 0}
  let counted = 0

  const lines = text.split('\n').map((written, index) => {
    const numbered = withoutCall(written, counted)
    counted = Number(/^\s*(\d{1,9})[.)]\s/.exec(numbered)?.[1] ?? counted)
    const shallow = shallower(numbered)
    if (shallow !== numbered && /[^ \t]/.test(written.slice(0, deepest))) flattened ??= index + 1
    const spaced = shallow.replace(tightHeading, '$1 ')
    if (spaced !== shallow) tightHeadings.add(index + 1)
    if (startsBlock.test(spaced)) marks.inline = marks.opens = 0
    // Counted before the line is cut up, and a line of ordinary length passes without counting at all.
    marks.inline += countOf(spaced, inlineMarks)
    marks.opens += countOf(spaced, openMarks)
    if (marks.inline <= most && marks.opens <= mostOpen) return spaced
    simplified ??= index + 1
    return spaced.replace(/[*_~`[\]]/g, ' ').replace(/<([!?])/g, '< $1')
  })
  return {text: lines.join('\n'), tightHeadings, flattened, simplified}
}

const most = 1500
const mostOpen = 60

const inlineMarks = /[*_~`[]/g
const openMarks = /<[!?]/g

/** "##Scope" and "#Safeguarding policy", as older converters let people write them; but not "#hashtag" or "#1". */
const tightHeading = /^(#{2,6}(?=[\p{L}\d*_])|#(?=\p{Lu}[\p{Ll}\p{Lu}]* ))/u

/** "2. 999. Whoever is nearest rings": a number to ring is no number of an item, unless an item counted up to it. */
function withoutCall(line: string, counted: number): string {
  const [, before, number] = /^(\s*(?:(?:[-*+]|\d{1,2}[.)])\s+)?)(\d{3})\.(?=\s)/.exec(line) ?? []
  if (number === undefined || Number(number) === counted + 1) return line
  return `${before}${number}\\.${line.slice(before!.length + number.length + 1)}`
}

/** A line that begins another paragraph, item, row or heading, or is blank. */
const startsBlock = /^\s*(?:$|[|#>]|[-*+•]\s|\d{1,9}[.)]\s)/

function countOf(text: string, marks: RegExp): number {
  return text.length < 2 ? 0 : (text.match(marks)?.length ?? 0)
}

/** A line with at most so many nested quotations and list marks before its words, and so much indent. */
function shallower(line: string): string {
  if (line.length <= deepest) return line
  const containers = /^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(line)?.[0] ?? ''
  if (containers.length <= deepest) return line
  const kept = containers.slice(0, deepest).replace(/\d+$/, '')
  const rest = line.slice(containers.length)
  const width = kept.replace(/\t/g, '    ')
  return width.length <= deepest ? kept + rest : width.slice(0, deepest) + rest
}

/** Characters before the words: some forty levels of a list. */
const deepest = 80
