import type {InputError} from '../model/input-error.js'
import type {WordPackage} from '../read/word/parts.js'
import {corruptWord} from '../read/word-refusals.js'
import {appended, rootPrefix} from './append.js'
import type {Line} from './comment-words.js'
import {partText} from './part-text.js'
import {type Scan, scan, strict} from './scan.js'
import {author, runOf, timeOf} from './written.js'

export interface Comment {
  readonly id: number
  readonly lines: readonly Line[]
}

/** The part with the comments of a document: where it is or will be, and the ids that are taken. */
export interface CommentsPart {
  readonly ids: readonly number[]
  /** The parts that change with these comments in it, by name. */
  with(comments: readonly Comment[], asOf: string): Map<string, Uint8Array>
}

/** Finds the comments part of a document, or a place for one. Raises InputError where it is there but damaged. */
export function commentsPart(file: WordPackage, main: Scan, path: string): CommentsPart {
  const relation = [...file.relations(file.main).values()].find(({type, outside}) => type === 'comments' && !outside)
  const slash = file.main.lastIndexOf('/') + 1
  const folder = file.main.slice(0, slash)
  const name = relation?.target ?? `${folder}comments.xml`
  const bytes = file.bytes(name)
  const rels = `${folder}_rels/${file.main.slice(slash)}.rels`
  if (bytes && file.xml(name)?.name !== 'w:comments') throw damaged(path, name)
  for (const list of [rels, contentTypes]) if (file.bytes(list) && file.xml(list) === null) throw damaged(path, list)
  const existing = bytes ? partText(bytes) : null
  const scanned = existing && scan(existing.text)

  return {
    ids: scanned ? idsOf(scanned, /^w:comment$/) : [],
    with(comments, asOf) {
      const changes = new Map<string, Uint8Array>()
      if (existing && scanned) {
        const {prefix, declaration} = scanned
        const more = comments.map((comment) => commentXml(comment, asOf, prefix, declaration)).join('')
        changes.set(name, existing.bytesOf(appended(existing.text, more, scanned)))
      } else {
        const more = comments.map((comment) => commentXml(comment, asOf, 'w', '')).join('')
        const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        const whole = `${head}<w:comments xmlns:w="${main.namespace}">${more}</w:comments>`
        changes.set(name, Buffer.from(whole, 'utf8'))
      }
      if (!relation) {
        changes.set(rels, related(file.bytes(rels), name.slice(slash), main.namespace === strict))
      }
      const types = file.bytes(contentTypes)
      const typed = types && withType(types, name)
      if (typed) changes.set(contentTypes, typed)
      return changes
    },
  }
}

const contentTypes = '[Content_Types].xml'

function damaged(path: string, part: string): InputError {
  return corruptWord(path, `its part ${part} is damaged, so that no comment can be added`)
}

/** The numbers that elements of these names have as `w:id`. */
export function idsOf({text, nodes}: Scan, names: RegExp): number[] {
  return nodes.flatMap(({name, open, inner}) => {
    if (!names.test(name)) return []
    const id = /\s(?:[\w.-]+:)?id\s?=\s?["'](-?\d{1,15})["']/.exec(text.slice(open, inner))?.[1]
    return id === undefined ? [] : [Number(id)]
  })
}

function commentXml({id, lines}: Comment, asOf: string, w: string, declaration: string): string {
  const {name, initials} = author
  const paragraphs = lines.map(({text, bold}, index) => {
    const reference = index === 0 ? `<${w}:r><${w}:annotationRef/></${w}:r>` : ''
    const look = bold
      ? `<${w}:rPr><${w}:b/><${w}:sz ${w}:val="20"/></${w}:rPr>`
      : `<${w}:rPr><${w}:sz ${w}:val="20"/></${w}:rPr>`
    return `<${w}:p>${reference}${runOf(text, w, look)}</${w}:p>`
  })
  const told = `${w}:id="${id}" ${w}:author="${name}" ${w}:date="${timeOf(asOf)}" ${w}:initials="${initials}"`
  return `<${w}:comment${declaration} ${told}>${paragraphs.join('')}</${w}:comment>`
}

function related(bytes: Uint8Array | null, target: string, isStrict: boolean): Uint8Array {
  const office = isStrict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const empty = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  const part = partText(bytes ?? Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${empty}`))
  let id = 'rIdPolicyAlign'
  while (part.text.includes(`"${id}"`)) id += '1'
  const prefix = rootPrefix(part.text)
  const more = `<${prefix}Relationship Id="${id}" Type="${office}/comments" Target="${target}"/>`
  return part.bytesOf(appended(part.text, more))
}

const commentsType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

/** The list of content types with one for the part; null when it has one. */
function withType(bytes: Uint8Array, name: string): Uint8Array | null {
  const part = partText(bytes)
  if (part.text.toLowerCase().includes(`"/${name.toLowerCase()}"`)) return null
  const prefix = rootPrefix(part.text)
  return part.bytesOf(appended(part.text, `<${prefix}Override PartName="/${name}" ContentType="${commentsType}"/>`))
}
