import {createTwoFilesPatch} from 'diff'
import type {Finding} from '../model/finding.js'
import {InputError} from '../model/input-error.js'
import {type Policy, passagesOf, type Section, sectionsOf} from '../model/policy.js'
import type {Source} from '../model/source.js'
import {plain} from '../report/escape.js'
import {paragraphsOf} from './comment-words.js'
import {openInsertions, withInsertions} from './insertions.js'
import {type Spot, spotsOf} from './spots.js'
import {isWording} from './wording.js'

export interface Patch {
  /** A unified diff, with a line on each finding before it; '' where there is nothing to put in. */
  readonly patch: string
  readonly wordings: number
}

/**
 * The suggested wording of the findings as paragraphs put into a Markdown file: after the paragraph, list or table that
 * each is about, or under the heading where it belongs. `name` is the file's path in the diff.
 *
 * Raises InputError for a file that is not UTF-8, to which a diff in UTF-8 would not apply.
 */
export function markdownPatch(
  {path, bytes}: Source,
  policy: Policy,
  findings: readonly Finding[],
  told: readonly Finding[],
  name: string,
): Patch {
  const text = utf8(bytes, path)
  const lines = linesOf(text)
  const insertions = openInsertions()
  const put = new Map<string, Finding>()
  const notes: string[] = []

  for (const spot of spotsOf(findings, told, policy)) {
    const {finding, again} = spot
    const wording = finding.suggestedWording.trim()
    if (again || !isWording(finding) || put.has(wording)) continue
    put.set(wording, finding)
    const line = lineAfter(spot, policy, lines)
    const end = lines.ending
    const paragraphs = paragraphsOf(wording).map((each) => `${asMarkdown(each)}${end}`)
    insertions.block(lines.endOf(line), `${lines.gapAfter(line)}${paragraphs.join(end)}${lines.gapBefore(line + 1)}`)
    notes.push(
      `# ${finding.status}, ${finding.requirement.severity}: ${plain(finding.requirement.title)} [${plain(finding.requirement.id)}]\n`,
    )
  }
  if (put.size === 0) return {patch: '', wordings: 0}
  const changed = withInsertions(text, insertions.list())
  const diff = createTwoFilesPatch(`a/${name}`, `b/${name}`, text, changed, '', '', {context: 3})
  return {patch: notes.join('') + diff.replace(/^=+\n/, ''), wordings: put.size}
}

function utf8(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    throw new InputError(
      'PATCH_NEEDS_UTF8',
      path,
      'this file is not UTF-8, and a patch to it would not apply',
      'Save it as UTF-8 and run this again.',
    )
  }
}

/** A text by its lines, which count from 1 as everywhere. */
interface Lines {
  readonly ending: string
  readonly count: number
  /** Where a line ends, with its line end; line 0 ends where the text begins. */
  endOf(line: number): number
  /** What has to stand between a line and a paragraph after it, or between a paragraph and the line after that. */
  gapAfter(line: number): string
  gapBefore(line: number): string
  isBlank(line: number): boolean
}

function linesOf(text: string): Lines {
  const ends = [text.startsWith('\ufeff') ? 1 : 0]
  for (const {index, 0: end} of text.matchAll(/\r\n|\r|\n/g)) ends.push(index + end.length)
  if (ends.at(-1)! < text.length) ends.push(text.length)
  const ending = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
  const count = ends.length - 1
  const wordsOf = (line: number): string => text.slice(ends[line - 1], ends[line])
  const isBlank = (line: number): boolean => line < 1 || line > count || wordsOf(line).trim() === ''
  return {
    ending,
    count,
    isBlank,
    endOf: (line) => ends[Math.min(line, count)]!,
    gapAfter: (line) => {
      if (line < 1) return ''
      const open = line >= count && !/[\r\n]$/.test(wordsOf(count)) ? ending : ''
      return open + (isBlank(line) ? '' : ending)
    },
    gapBefore: (line) => (line > count || isBlank(line) ? '' : ending),
  }
}

/** The line after which a wording goes: the last of the paragraph, of the whole list or table, of the heading. */
function lineAfter({ordinal}: Spot, policy: Policy, lines: Lines): number {
  const sections = sectionsOf(policy)
  const heading = sections.find(({place}) => place.ordinal === ordinal)
  if (heading) return heading.place.lines?.[1] ?? 0
  const section = sections.find(({passages}) => passages.some(({place}) => place.ordinal === ordinal))
  const line = section && lastOfRun(section, ordinal!, lines)
  if (line) return line
  // Front matter, or nothing to go by: under the title, or before the first words where there is none.
  const [first] = passagesOf(policy).filter(({form, place}) => form !== 'property' && place.lines)
  const title = sections.find(({level, place}) => level > 0 && place.lines)?.place.lines
  const start = first?.place.lines?.[0] ?? lines.count + 1
  return title && title[0] < start ? title[1] : start - 1
}

/** The last line of the list items or rows that follow each other from this passage on; null for front matter. */
function lastOfRun({passages}: Section, ordinal: number, lines: Lines): number | null {
  const at = passages.findIndex(({place}) => place.ordinal === ordinal)
  const {form, place} = passages[at]!
  if (form === 'property' || !place.lines) return null
  let last = place.lines[1]
  if (form !== 'list-item' && form !== 'table-row') return last
  for (const next of passages.slice(at + 1)) {
    if (next.form !== form || !next.place.lines) break
    last = Math.max(last, next.place.lines[1])
  }
  // A table may end in rows without words.
  while (form === 'table-row' && last < lines.count && !lines.isBlank(last + 1)) last++
  return last
}

/** A paragraph of plain text as Markdown: none of it is markup but addresses, which stay as they are. */
function asMarkdown(text: string): string {
  return plain(text)
    .replace(/[\\`*<[\]|~$]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w{1,31};)/g, '\\&')
    .replace(/^(\d{1,9})(?=[.)])|^(?=[-+=#>])/, '$1\\')
}
