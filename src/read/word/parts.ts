import {InputError} from '../../model/input-error.js'
import type {Source} from '../../model/source.js'
import {type Directory, openArchive} from '../archive.js'
import {childrenOf, type Element, readXml, xmlBudget} from '../xml.js'

/** What a part points to: another part of the package, or an address outside it. */
export interface Relation {
  readonly id: string
  /** The last word of its type: "header", "hyperlink". */
  readonly type: string
  /** A part's name, or the address as it is written when `outside`. */
  readonly target: string
  readonly outside: boolean
}

/** A Word package: its parts as XML, read when asked for, and how they hang together. */
export interface WordPackage {
  readonly main: string
  /** The tree of a part, or null when it is not there or, for parts beside the main one, not sound. */
  xml(part: string): Element | null
  bytes(part: string): Uint8Array | null
  relations(part: string): ReadonlyMap<string, Relation>
  /** The first part of that kind that the main part (or `from`) points to, by the last word of the relation's type. */
  related(type: string, from?: string): string | null
  readonly names: readonly string[]
  readonly directory: Directory
  /** Parts that could not be read, with the reason. */
  readonly broken: ReadonlyMap<string, string>
}

/** Opens a Word file without reading more of it than its list of parts. Raises InputError when it is none. */
export function openPackage(source: Source): WordPackage {
  const archive = openArchive(source)
  const budget = xmlBudget(source.path)
  const broken = new Map<string, string>()
  let first: Element | null = null
  const hanging = new Map<string, ReadonlyMap<string, Relation>>()

  const sound = (part: string): Element | null => {
    const bytes = archive.read(part)
    return bytes && bytes.length > 0 ? readXml(bytes, part, budget) : null
  }
  const xml = (part: string): Element | null => {
    if (first && part === main) {
      // The body is read once. Not to hold its tree halves what a long document takes.
      const body = first
      first = null
      return body
    }
    let tree: Element | null = null
    try {
      tree = sound(part)
    } catch (error) {
      // A damaged footer costs the footer, not the policy; a hostile one costs the file.
      if (!(error instanceof InputError) || error.code !== 'WORD_CORRUPT') throw error
      broken.set(part, error.problem)
    }
    return tree
  }
  const relations = (part: string): ReadonlyMap<string, Relation> => {
    const known = hanging.get(part)
    if (known) return known
    const [folder, name] = split(part)
    const tree = xml(`${folder}_rels/${name}.rels`)
    const found = new Map<string, Relation>()
    for (const {name: tag, attributes} of childrenOf(tree ?? undefined)) {
      const {Id, Type, Target, TargetMode} = attributes
      if (tag !== 'rel:Relationship' || !Id || Target === undefined) continue
      const outside = TargetMode === 'External'
      const type = (Type ?? '').slice((Type ?? '').lastIndexOf('/') + 1)
      found.set(Id, {id: Id, type, target: outside ? Target : resolved(folder, Target), outside})
    }
    hanging.set(part, found)
    return found
  }
  const main: string = mainPart(source, archive.has, relations(''))
  const related = (type: string, from = main): string | null => {
    for (const relation of relations(from).values()) {
      if (relation.type === type && !relation.outside && archive.has(relation.target)) return relation.target
    }
    const usual = `${split(from)[0]}${type}.xml`
    return from === main && archive.has(usual) ? usual : null
  }

  first = sound(main)
  if (first?.name !== 'w:document') throw notWord(source, 'its main part is not a Word document')
  return {
    main,
    xml,
    bytes: archive.read,
    relations,
    related,
    names: archive.names,
    directory: archive.directory,
    broken,
  }
}

function mainPart(source: Source, has: (name: string) => boolean, relations: ReadonlyMap<string, Relation>): string {
  for (const {type, target} of relations.values()) if (type === 'officeDocument' && has(target)) return target
  if (has('word/document.xml')) return 'word/document.xml'
  if (has('content.xml') && has('mimetype')) {
    const fix = 'Open it in LibreOffice or Word, choose File, Save As, Word Document (.docx), and give that file.'
    throw new InputError('FORMAT_ODT', source.path, 'this is an OpenDocument file', fix)
  }
  throw notWord(source, 'it is a zip archive without a Word document in it')
}

function notWord(source: Source, problem: string): InputError {
  const fix = 'Give a Word document saved as .docx, or a Markdown file.'
  return new InputError('WORD_CORRUPT', source.path, `this is not a Word document: ${problem}`, fix)
}

/** "word/document.xml" is "document.xml" in "word/". */
function split(part: string): readonly [string, string] {
  const slash = part.lastIndexOf('/') + 1
  return [part.slice(0, slash), part.slice(slash)]
}

function resolved(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  const steps: string[] = []
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
