/** A run of lines that the parser can be given by itself. */
export interface Chunk {
  readonly text: string
  /** Lines of the document before it. */
  readonly before: number
  /** How many of its lines are the document's; definitions that it uses are added after them. */
  readonly lines: number
  /** True when it begins with an item of the numbered list that the chunk before it ends with. */
  readonly continuesList: boolean
}

/**
 * Cuts a long document where one block ends and another begins, since the parser's time grows faster than the length
 * of what it is given. Definitions of links and notes are given to each chunk that uses them.
 */
export function chunksOf(text: string): Chunk[] {
  const lines = text.split('\n')
  const chunks: Chunk[] = []
  let start = 0
  let size = 0
  let run = 0
  let fence: string | null = null
  let markup: string | null = null

  const chunk = (from: number, to: number): Chunk => {
    const continuesList = from > 0 && orderedItem.test(lines[from]!)
    return {text: lines.slice(from, to).join('\n'), before: from, lines: to - from, continuesList}
  }
  lines.forEach((line, index) => {
    run = line.trim() === '' ? 0 : run + 1
    const free = fence === null && markup === null
    const cut = free && size >= smallest && (mayCut(line, lines[index - 1] ?? '', size) || run >= longestRun)
    if (size >= unbounded || (cut && !line.startsWith('|'))) {
      chunks.push(chunk(start, index))
      start = index
      size = 0
      run = 0
      fence = markup = null
    }
    size += line.length + 1
    if (markup === null) fence = fenceAfter(line, fence)
    if (fence === null) markup = markupAfter(line, markup)
  })
  chunks.push(chunk(start, lines.length))
  return chunks.length === 1 ? chunks : withDefinitions(chunks, lines)
}

const smallest = 4_000
const large = 64_000
const unbounded = 500_000
/** Lines without a blank one among them. */
const longestRun = 1_000

const orderedItem = /^\d{1,9}[.)]\s/

/** Whether a block or item of the document itself begins with this line, so that nothing before it reaches into it. */
function mayCut(line: string, previous: string, size: number): boolean {
  if (/^(?:#{1,6}|[-*+])\s/.test(line)) return true
  // A number may also begin a line of prose; it begins an item after a blank line, an item or an indented line.
  if (orderedItem.test(line) && /^(?:\s|$|[-*+]\s|\d{1,9}[.)]\s)/.test(previous)) return true
  return previous.trim() === '' && (size >= large || /^[^\s>\-*+\d|=]/.test(line))
}

/** The code fence that is open after a line, or null. */
function fenceAfter(line: string, open: string | null): string | null {
  const marks = /^[ \t]{0,80}(`{3,}|~{3,})/.exec(line)?.[1]
  if (!marks) return open
  if (open === null) return marks
  return marks[0] === open[0] && marks.length >= open.length && line.trim() === marks ? null : open
}

/** The end that a comment or a script is waiting for after a line, or null. */
function markupAfter(line: string, open: string | null): string | null {
  if (open !== null) return line.toLowerCase().includes(open) ? null : open
  const [, name] = /^[ \t]{0,80}<(!--|script|style|pre|textarea)/i.exec(line) ?? []
  if (!name) return null
  const end = name === '!--' ? '-->' : `</${name.toLowerCase()}>`
  return line.toLowerCase().includes(end) ? null : end
}

function withDefinitions(chunks: readonly Chunk[], lines: readonly string[]): Chunk[] {
  const definitions = new Map<string, string>()
  for (const line of lines) {
    const [, label, rest] = /^[ \t]{0,3}\[([^\]]{1,200})\]:(.*)$/.exec(line) ?? []
    if (!label || rest === undefined || definitions.has(folded(label))) continue
    definitions.set(folded(label), label.startsWith('^') ? `[${label}]: -` : line)
  }
  if (definitions.size === 0) return [...chunks]
  return chunks.map((chunk) => {
    const used = new Set<string>()
    for (const [, label] of chunk.text.matchAll(/\[([^[\]]{1,200})\]/g)) {
      const definition = definitions.get(folded(label!))
      if (definition && definition.length < 1000) used.add(definition)
    }
    return used.size === 0 ? chunk : {...chunk, text: [chunk.text, '', ...used].join('\n\n')}
  })
}

function folded(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase()
}
