import type {PackName} from '../model/pack.js'
import type {AlignmentReport} from '../model/report.js'
import {plain} from './escape.js'
import {dateWords, listed} from './words.js'

/** The procedures that policies are held against, in one line. */
export function yardstickLine({title, edition, verifiedOn}: AlignmentReport['procedures'][number]): string {
  return [plain(title), edition && `edition ${plain(edition)}`, verifiedOn && `verified ${dateWords(verifiedOn)}`]
    .filter(Boolean)
    .join(', ')
}

/** The packs of requirements that a report rests on, in one line, with the beginning of each digest. */
export function packsLine(packs: readonly PackName[] = []): string {
  return listed(packs.map((pack) => packWords(pack, 16)))
}

/** A pack with its edition and date, and as much of its digest as is asked for. */
export function packWords({title, edition, date, sha256}: PackName, digits = 64): string {
  return `${title}, edition ${edition} of ${dateWords(date)} (SHA-256 ${sha256.slice(0, digits)}${digits < 64 ? '…' : ''})`
}
