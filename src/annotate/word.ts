import type {Finding} from '../model/finding.js'
import {InputError} from '../model/input-error.js'
import type {Origins} from '../model/origin.js'
import type {Policy} from '../model/policy.js'
import type {Source} from '../model/source.js'
import {openPackage} from '../read/word/parts.js'
import {anchorOf} from './anchor.js'
import {commentWords, type Nearness, paragraphsOf} from './comment-words.js'
import {type Comment, commentsPart, idsOf} from './comments-part.js'
import type {Gap} from './edges.js'
import {freshIds} from './fresh-ids.js'
import {type Insertion, openInsertions, withInsertions} from './insertions.js'
import {partText} from './part-text.js'
import {scan} from './scan.js'
import {type Spot, spotsOf} from './spots.js'
import {slotBeside, trackedParagraphs} from './suggestion.js'
import {isWording} from './wording.js'
import {zipCopy} from './zip-copy.js'

export interface AnnotateOptions {
  /** YYYY-MM-DD: the date of the comments and insertions. */
  readonly asOf: string
  /** Whether the suggested wording is put in as tracked insertions. */
  readonly suggest: boolean
}

export interface Annotated {
  readonly bytes: Uint8Array
  /** How near to its words each comment could be hung. */
  readonly comments: readonly Nearness[]
  /** How many wordings were put in. */
  readonly wordings: number
  /** All that was put into the main part, by places in its text as it was. */
  readonly inserted: readonly Insertion[]
}

/**
 * A copy of a Word file with a comment for each of the findings that are to be told. `findings` are all of the policy,
 * by which it is told where a missing thing belongs. Every part keeps its bytes but the main one, into which only
 * insertions are made, the comments, and the two lists that name the comments part where there was none.
 *
 * Raises InputError where the comments that the file has already are damaged, or where it has no paragraph.
 */
export function annotateWord(
  source: Source,
  {policy, origins}: {readonly policy: Policy; readonly origins: Origins},
  findings: readonly Finding[],
  told: readonly Finding[],
  {asOf, suggest}: AnnotateOptions,
): Annotated {
  const file = openPackage(source)
  const part = partText(file.bytes(file.main)!)
  const main = scan(part.text)
  const comments = commentsPart(file, main, source.path)
  const commentId = freshIds([...comments.ids, ...idsOf(main, /^w:comment/)])
  const changeId = freshIds(idsOf(main, /^w:(?:ins|del|move|perm|bookmark|cell|\w{1,20}Change$)/))
  const insertions = openInsertions()
  const written: Comment[] = []
  const nearness: Nearness[] = []
  const put = new Set<string>()

  for (const spot of spotsOf(findings, told, policy)) {
    const anchor = anchorOf(spot, origins, main, file.main)
    if (!anchor) throw nowhere(source.path)
    const slot = suggest && wanted(spot, put) ? slotBeside(anchor.node, main) : null
    if (slot) {
      put.add(spot.finding.suggestedWording)
      const paragraphs = paragraphsOf(spot.finding.suggestedWording)
      insertions.block(slot.at, trackedParagraphs(paragraphs, asOf, changeId, main))
    }
    const id = commentId()
    const {quote, again, finding} = spot
    const inserted = slot?.side ?? null
    const lines = commentWords(finding, {nearness: anchor.nearness, quote, again, title: policy.title, inserted})
    written.push({id, lines})
    nearness.push(anchor.nearness)
    for (const [start, end] of anchor.stretches) mark(start, end, id)
  }

  function mark(start: Gap, end: Gap, id: number): void {
    const {prefix: w, declaration} = main
    const told = `${declaration} ${w}:id="${id}"`
    const reference = `<${w}:r${declaration}><${w}:commentReference ${w}:id="${id}"/></${w}:r>`
    insertions.around(start, end, `<${w}:commentRangeStart${told}/>`, `<${w}:commentRangeEnd${told}/>${reference}`)
  }

  if (written.length === 0) return {bytes: source.bytes, comments: [], wordings: 0, inserted: []}
  const changes = comments.with(written, asOf)
  const inserted = insertions.list()
  changes.set(file.main, part.bytesOf(withInsertions(main.text, inserted)))
  return {bytes: zipCopy(source.bytes, file.directory, changes), comments: nearness, wordings: put.size, inserted}
}

function nowhere(path: string): InputError {
  return new InputError(
    'ANNOTATE_NO_PLACE',
    path,
    'all of its words come from other files, and a comment has no paragraph to hang on',
    'Open it in Word, save it as .docx, and give that file.',
  )
}

/** Whether the wording of a finding is to be put in here: at its first place, and not what another has put in. */
function wanted({again, finding}: Spot, put: ReadonlySet<string>): boolean {
  return !again && finding.status !== 'met' && isWording(finding) && !put.has(finding.suggestedWording)
}
