/** A run of lines that the parser can be given by itself. */
export interface Chunk {
  readonly text: string
  /** Lines of the document before it. */
  readonly before: number
  /** How many of its lines are the document's; definitions that it uses are added after them. */
  readonly lines: number
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
  let fence: string | null = null
  let markup: string | null = null

  lines.forEach((line, index) => {
    const free = fence === null && markup === null
    if (size > 0 && (size >= unbounded || (free && size >= smallest && mayCut(line, lines[index - 1] ?? '', size)))) {
      chunks.push({text: lines.slice(start, index).join('\n'), before: start, lines: index - start})
      start = index
      size = 0
      fence = markup = null
    }
    size += line.length + 1
    if (markup === null) fence = fenceAfter(line, fence)
    if (fence === null) markup = markupAfter(line, markup)
  })
  chunks.push({text: lines.slice(start).join('\n'), before: start, lines: lines.length - start})
  return chunks.length === 1 ? chunks : withDefinitions(chunks, lines)
}

const smallest = 8_000
const large = 32_000
const huge = 64_000
const unbounded = 500_000

/** Whether a block of the document itself can begin with this line, so that nothing before it reaches into it. */
function mayCut(line: string, previous: string, size: number): boolean {
  if (/^#{1,6}\s/.test(line)) return true
  const afterBlank = previous.trim() === ''
  if (afterBlank && /^[^\s>\-*+\d|=]/.test(line)) return true
  if (size >= large && /^[-*+]\s/.test(line)) return true
  return size >= huge && (afterBlank || /^(?:\d{1,9}[.)]\s|\|)/.test(line)) && !/^\|/.test(line)
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
