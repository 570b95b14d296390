import type {Finding} from '../model/finding.js'

/**
 * Sixteen hexadecimal digits that stay the same while the requirement, the section and the quoted words do, so that a
 * finding is known again after lines were added above it, sections renumbered, or our own words about it changed.
 */
export function fingerprint({requirement, evidence}: Finding): string {
  const first = evidence[0]
  const section = first ? first.place.headings.map(unnumbered).join('/') : ''
  return fnv1a([requirement.id, section, first ? folded(first.quote) : ''].join('\0'))
}

/** "3.2 Allegations" and "4. Allegations" are the same section. */
function unnumbered(heading: string): string {
  return folded(heading).replace(/^[\d.()\s]+/, '')
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** FNV-1a with 64 bits over the UTF-16 units: no secret, only a short name for a text. */
function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    hash = BigInt.asUintN(64, (hash ^ BigInt(unit & 0xff)) * prime)
    hash = BigInt.asUintN(64, (hash ^ BigInt(unit >> 8)) * prime)
  }
  return hash.toString(16).padStart(16, '0')
}

const prime = 0x100000001b3n
