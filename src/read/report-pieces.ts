/** A piece of a report as JSON: one of its policies, or at the end what stands around them, with an empty list in their place. */
export type ReportPiece = {readonly policy: string} | {readonly rest: string}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c]
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d]

/**
 * Takes JSON in UTF-8 apart as it comes, so that no more than one policy of it need be in memory. It only counts
 * brackets: whether it is JSON shows when the pieces are parsed. What stands among the policies and is no object stays
 * in the rest.
 */
export async function* reportPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ReportPiece> {
  let depth = 0
  let inText = false
  let isEscaped = false
  let inPolicies = false
  /** Whether what is read belongs to a policy. */
  let isOwn = false
  let afterPolicy = false
  /** The last text that stood directly in the report: the name of the field that comes. */
  let key: number[] = []
  let own: Uint8Array[] = []
  const rest: Uint8Array[] = []
  for await (const chunk of chunks) {
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!
      if (inText) {
        if (isEscaped) isEscaped = false
        else if (byte === backslash) isEscaped = true
        else if (byte === quote) inText = false
        if (inText && depth === 1 && key.length < 20) key.push(byte)
      } else if (byte === quote) {
        inText = true
        if (depth === 1) key = []
      } else if (byte === openBrace || byte === openBracket) {
        depth++
        if (depth === 2) inPolicies = byte === openBracket && String.fromCharCode(...key) === 'policies'
        if (depth === 3 && inPolicies && byte === openBrace) {
          rest.push(chunk.slice(from, at))
          from = at
          isOwn = true
        }
      } else if (byte === closeBrace || byte === closeBracket) {
        depth--
        if (depth === 2 && isOwn) {
          yield {policy: textOf([...own, chunk.subarray(from, at + 1)])}
          own = []
          from = at + 1
          isOwn = false
          afterPolicy = true
        } else if (depth === 1) {
          inPolicies = false
          afterPolicy = false
        }
      } else if (byte === comma && depth === 2 && afterPolicy) {
        // It parted two policies that were taken out.
        rest.push(chunk.slice(from, at))
        from = at + 1
        afterPolicy = false
      }
    }
    if (isOwn) own.push(chunk.subarray(from))
    else rest.push(chunk.slice(from))
  }
  yield {rest: textOf([...rest, ...own])}
}

function textOf(parts: readonly Uint8Array[]): string {
  return Buffer.concat(parts).toString('utf8')
}
