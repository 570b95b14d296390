import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'

/**
 * An Office document packed so that the same content gives the same bytes: no part tells when it was packed, and the
 * document's own dates are the day of the report (YYYY-MM-DD).
 */
export function sameBytes(archive: Uint8Array, asOf: string): Uint8Array {
  const parts = unzipSync(archive)
  const properties = parts['docProps/core.xml']
  if (properties) {
    const dated = strFromU8(properties).replace(
      /(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g,
      (_, tag) => `${tag}${asOf}T00:00:00Z`,
    )
    parts['docProps/core.xml'] = strToU8(dated)
  }
  const body = parts['word/document.xml']
  if (body) parts['word/document.xml'] = strToU8(renumbered(strFromU8(body)))
  return zipSync(parts, {mtime: firstDay, os: 0})
}

/** The first day that a zip archive can name, by the clock of whatever place this runs in. */
const firstDay = new Date(1980, 0, 1)

/** The addresses within a document, numbered from one: the docx package counts on from document to document. */
function renumbered(xml: string): string {
  const numbers = new Map<string, number>()
  const ours = (number: string): number => {
    if (!numbers.has(number)) numbers.set(number, numbers.size + 1)
    return numbers.get(number)!
  }
  // Text has no tags, so that no word of a policy is taken for an address.
  return xml.replace(/<w:(?:bookmarkStart|bookmarkEnd|hyperlink)\b[^>]*>|<w:instrText\b[^>]*>PAGEREF _Toc\d+/g, (tag) =>
    tag.replace(/(\bw:id="|_Toc)(\d+)/g, (_, before, number) => `${before}${ours(number)}`),
  )
}
