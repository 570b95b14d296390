import {decodeText, isWide} from './decode.js'

/** What a file is told by: its mark, and the letters of its first lines. */
const enough = 400

/** Text as UTF-8 without a byte order mark, piece by piece. Only UTF-16, which old shells write, is read whole. */
export async function* inUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start: Uint8Array | null = new Uint8Array()
  const wide: Uint8Array[] = []
  for await (const chunk of chunks) {
    if (wide.length > 0) {
      wide.push(chunk)
    } else if (start === null) {
      yield chunk
    } else {
      start = Buffer.concat([start, chunk])
      if (start.length < enough) continue
      if (isWide(start)) wide.push(start)
      else yield withoutMark(start)
      start = null
    }
  }
  if (start && isWide(start)) wide.push(start)
  else if (start) yield withoutMark(start)
  if (wide.length > 0) yield Buffer.from(decodeText(Buffer.concat(wide)).text)
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}
