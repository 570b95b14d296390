import type {Evidence, Finding, Nearest} from '../model/finding.js'
import type {Place} from '../model/policy.js'
import type {PolicyReport} from '../model/report.js'
import {pathUri, plain} from './escape.js'

/** Where a finding stands: at its first quotation, else at what comes nearest, else at the start of the file. */
export function locationOf({evidence, closest, nearest}: Finding, {path}: PolicyReport) {
  const at: Evidence | Nearest | null = evidence[0] ?? closest[0] ?? nearest
  return at ? locationAt(at, path) : fileLocation(path)
}

/** A file, at its start. */
export function fileLocation(path: string) {
  return {physicalLocation: physical(path, start)}
}

/** Where a quotation stands. */
export function locationAt({place, quote}: Nearest, path: string) {
  return {physicalLocation: physical(path, regionOf(place, quote)), logicalLocations: [logical(place)]}
}

function physical(path: string, region: Region) {
  return {artifactLocation: {uri: pathUri(path)}, region}
}

interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

/** Code scanning asks for a region, also of a file without lines. */
const start: Region = {startLine: 1, startColumn: 1, endLine: 1, endColumn: 1}

/**
 * The lines of a quotation. A place knows no columns: on one line, as many characters as the quotation has; never a line
 * more, because a pull request that does not touch that line would not show the result.
 */
function regionOf({lines}: Place, quote: string): Region {
  if (!lines) return start
  const [startLine, endLine] = lines
  return {startLine, startColumn: 1, endLine, endColumn: startLine === endLine ? quote.length + 1 : 2}
}

/** The section and the number of the passage, for files without lines. */
function logical({headings, ordinal}: Place) {
  const path = headings.map((heading) => plain(heading).replaceAll('/', '∕'))
  return {fullyQualifiedName: [...path, `¶${ordinal}`].join('/'), kind: 'paragraph'}
}
