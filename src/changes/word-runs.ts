import {diffArrays} from 'diff'
import type {Run} from '../model/comparison.js'

/** How much work may still be spent on words, over all sentences of a comparison. */
export interface Allowance {
  steps: number
}

export function wholeAllowance(): Allowance {
  return {steps: 20_000_000}
}

/** More words than this put in and taken out are no rewording any more. */
const mostEdits = 600

/**
 * What was removed from one sentence and added to make the other, word by word. Where too little stayed the same, or
 * finding it would take too long, it is the whole sentence. The mirror of what the sentences give the other way round.
 */
export function wordRuns(old: string, other: string, allowance: Allowance): readonly Run[] {
  const mirror = old > other
  const runs = mirror ? runsOf(other, old, allowance).map(turned) : runsOf(old, other, allowance)
  return tidied(runs)
}

function runsOf(old: string, other: string, allowance: Allowance): Run[] {
  const [left, right] = [piecesOf(old), piecesOf(other)]
  const from = sharedStart(left, right)
  const to = sharedEnd(left, right, from)
  const [mine, yours] = [left.slice(from, left.length - to), right.slice(from, right.length - to)]
  const size = mine.length + yours.length
  // The work grows with the words times the edits among them.
  const edits = Math.min(mostEdits, size, Math.floor(allowance.steps / Math.max(1, size)))
  const found = edits > 0 ? diffArrays(mine, yours, {maxEditLength: edits}) : undefined
  allowance.steps -= Math.min(allowance.steps, size * edits)
  const middle: Run[] =
    found?.map(({added, removed, value}) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    })) ?? replaced(mine.join(''), yours.join(''))
  const runs: Run[] = [
    {kind: 'same', text: left.slice(0, from).join('')},
    ...middle,
    {kind: 'same', text: to > 0 ? left.slice(-to).join('') : ''},
  ]
  const fewest = Math.min(wordCount(left), wordCount(right))
  const stayed = runs.reduce((sum, {kind, text}) => sum + (kind === 'same' ? wordCount(piecesOf(text)) : 0), 0)
  return stayed < 0.25 * fewest ? replaced(old, other) : runs
}

/** Words, with numbers in groups, dates and addresses whole, spaces and signs. Linear: no way of reading overlaps another. */
function piecesOf(text: string): string[] {
  return (
    text.match(/\d{2,}(?: \d{2,})+(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:[-/.:@_'’][\p{L}\p{N}]+)*|\s+|[^\p{L}\p{N}\s]/gu) ??
    []
  )
}

function replaced(old: string, other: string): Run[] {
  return [
    {kind: 'removed', text: old},
    {kind: 'added', text: other},
  ]
}

function wordCount(pieces: readonly string[]): number {
  return pieces.filter((piece) => isWord.test(piece)).length
}

const isWord = /[\p{L}\p{N}]/u

function sharedStart(left: readonly string[], right: readonly string[]): number {
  let at = 0
  while (at < left.length && at < right.length && left[at] === right[at]) at++
  return at
}

function sharedEnd(left: readonly string[], right: readonly string[], from: number): number {
  let at = 0
  const most = Math.min(left.length, right.length) - from
  while (at < most && left[left.length - 1 - at] === right[right.length - 1 - at]) at++
  return at
}

function turned({kind, text}: Run): Run {
  return {kind: kind === 'same' ? 'same' : kind === 'added' ? 'removed' : 'added', text}
}

/**
 * What was removed before what was added in its place, and no islands between changes of a space, a comma or a word or
 * two that are shorter than what changed around them: a reader takes a clause for a clause, not each "of the" for
 * itself.
 */
function tidied(runs: readonly Run[]): readonly Run[] {
  const told: Run[] = []
  const put = (kind: Run['kind'], text: string) => {
    const last = told.at(-1)
    if (text === '') return
    if (last?.kind === kind) told[told.length - 1] = {kind, text: last.text + text}
    else told.push({kind, text})
  }
  let removed = ''
  let added = ''
  const flush = () => {
    const start = sharedSigns(removed, added, (text, at) => text[at])
    const end = sharedSigns(removed.slice(start), added.slice(start), (text, at) => text[text.length - 1 - at])
    put('same', removed.slice(0, start))
    put('removed', removed.slice(start, removed.length - end))
    put('added', added.slice(start, added.length - end))
    put('same', removed.slice(removed.length - end))
    removed = ''
    added = ''
  }
  const full = runs.filter(({text}) => text !== '')
  for (const [at, {kind, text}] of full.entries()) {
    const isIsland = at > 0 && at < full.length - 1 && isSmall(text, removed, added, full, at)
    if (kind === 'same' && !isIsland) {
      flush()
      put(kind, text)
      continue
    }
    if (kind !== 'added') removed += text
    if (kind !== 'removed') added += text
  }
  flush()
  return told
}

/** Whether words that stayed are too few to stand out between what changed before and after them. */
function isSmall(text: string, removed: string, added: string, runs: readonly Run[], at: number): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  if (words === 0) return true
  if (words > 3) return false
  const after = runs.slice(at + 1, at + 3).filter(({kind}) => kind !== 'same')
  const following = Math.max(...after.map((run) => run.text.length))
  return text.length <= Math.max(removed.length, added.length) && text.length <= following
}

/** How many spaces and signs, no letters, two texts have in common from where `signAt` begins to count. */
function sharedSigns(one: string, other: string, signAt: (text: string, at: number) => string | undefined): number {
  let at = 0
  const most = Math.min(one.length, other.length)
  while (at < most && signAt(one, at) === signAt(other, at) && /[\s,;:.]/.test(signAt(one, at)!)) at++
  return at
}
