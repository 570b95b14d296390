import type {Notice} from '../../model/policy.js'
import {childOf, childrenOf, type Element, within} from '../xml.js'
import type {Block} from './blocks.js'
import {openNotes} from './notes.js'
import {readNumbering} from './numbering.js'
import type {WordPackage} from './parts.js'
import {readStory} from './story.js'
import {readStyles} from './styles.js'
import type {Telling} from './telling.js'

/** All stories of a document in the order in which they are to be read, before their words are known. */
export interface Document {
  readonly blocks: readonly Block[]
  readonly notices: readonly Notice[]
}

/** Reads headers and footers, then the body with its notes and comments at their place, then comments on nothing. */
export function readDocument(file: WordPackage, revisions: 'accepted' | 'original'): Document {
  const styles = readStyles(rootOf(file, 'styles'))
  const counter = readNumbering(rootOf(file, 'numbering'), styles)
  const notes = {footnote: openNotes(file, 'footnote', counter()), endnote: openNotes(file, 'endnote', counter())}
  const comments = openNotes(file, 'comment', counter())
  const seen = {revisions: 0, hiddenWords: 0}
  let ids = 0
  const telling: Telling = {
    file,
    styles,
    revisions,
    seen,
    nextId: () => ++ids,
    note: (kind, id, reference) => notes[kind].read(id, telling, reference),
    comment: (id, reference) => comments.read(id, telling, reference),
  }

  const body = childOf(rootOf(file) ?? undefined, 'w:body')
  const around = marginParts(body, file).flatMap(({part, form}) =>
    readStory(childrenOf(file.xml(part) ?? undefined), {part, form, counter: counter()}, telling),
  )
  const main = readStory(childrenOf(body), {part: file.main, form: 'paragraph', counter: counter()}, telling)
  return {blocks: [...around, ...main, ...comments.left(telling)], notices: generalNotices(telling)}
}

function rootOf(file: WordPackage, type?: string): Element | null {
  const part = type === undefined ? file.main : file.related(type)
  return part === null ? null : file.xml(part)
}

/** The headers and then the footers that some section of the document uses, each part once. */
function marginParts(body: Element | undefined, file: WordPackage): {part: string; form: 'header' | 'footer'}[] {
  const sections = body ? within(body, 'w:sectPr') : []
  return (['header', 'footer'] as const).flatMap((form) => {
    const references = sections.flatMap((section) => childrenOf(section, `w:${form}Reference`))
    const relations = references.map(({attributes}) => file.relations(file.main).get(attributes['r:id'] ?? ''))
    const parts = relations.flatMap((relation) => (relation && !relation.outside ? [relation.target] : []))
    return [...new Set(parts)].map((part) => ({part, form}))
  })
}

function generalNotices({seen, revisions, file}: Telling): Notice[] {
  const notices: Notice[] = []
  const add = (code: string, message: string): void => {
    notices.push({code, message, place: null})
  }
  if (seen.revisions > 0) {
    const read = revisions === 'accepted' ? 'it is read as if all were accepted' : 'it is read as it was before them'
    add('tracked-changes', `the document holds tracked changes; ${read}`)
  }
  if (seen.hiddenWords > 0) {
    add('hidden-text', `${seen.hiddenWords} ${seen.hiddenWords === 1 ? 'word is' : 'words are'} hidden and left out`)
  }
  for (const [part, problem] of file.broken) add('part-not-read', `the part ${part} could not be read: ${problem}`)
  if (file.names.some((name) => /vbaproject\.bin$/i.test(name))) {
    add('macros-not-run', 'the document holds macros; they are neither read nor run')
  }
  return notices
}
