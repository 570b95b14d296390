import {SaxesParser} from 'saxes'
import {InputError} from '../model/input-error.js'

/** An element with the names that we give its namespaces, whatever prefixes the file chose. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
  /** True when there are words somewhere within. */
  readonly worded: boolean
}

/** What is left of the limits, shared by all the parts of one file. */
export interface XmlBudget {
  readonly path: string
  elements: number
}

export function xmlBudget(path: string): XmlBudget {
  return {path, elements: 600_000}
}

const deepest = 1000

/**
 * Reads one XML part as a tree. `part` is its name, for messages.
 *
 * Throws an InputError: WORD_DTD when it declares a document type, WORD_LIMIT when it is too deep or has too many
 * elements, WORD_CORRUPT when it is not well-formed.
 */
export function readXml(bytes: Uint8Array, part: string, budget: XmlBudget): Element {
  // Counting tags costs a hundredth of parsing them, so a bomb is refused before the parser sees it.
  budget.elements -= openTags(bytes)
  if (budget.elements < 0) throw tooMuch(budget.path, 'it has more elements than a policy can')
  const text = decoded(bytes, part, budget.path)

  const root: Growing = {name: '', attributes: {}, children: [], worded: false}
  const stack: Growing[] = [root]
  const names = new Names()
  const parser = new SaxesParser({xmlns: false, position: false})
  parser.on('doctype', () => {
    throw new InputError(
      'WORD_DTD',
      budget.path,
      `its part ${part} declares a document type, which no Word file does`,
      'Open it in Word, save it as .docx under another name, and give that file.',
    )
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    if (stack.length > deepest) throw tooMuch(budget.path, `its part ${part} is nested more than ${deepest} deep`)
    const raw = tag.attributes as Record<string, string>
    names.open(raw)
    const element: Growing = {
      name: names.element(tag.name),
      attributes: names.attributes(raw),
      children: [],
      worded: false,
    }
    stack.at(-1)!.children.push(element)
    stack.push(element)
  })
  parser.on('closetag', () => {
    names.close()
    const closed = stack.pop()!
    if (closed.worded) stack.at(-1)!.worded = true
  })
  const words = (data: string): void => {
    const element = stack.at(-1)!
    const carries = textNames.test(element.name)
    if (!carries && !/\S/.test(data)) return
    element.children.push(data)
    if (carries && element.name !== 'w:instrText') element.worded = true
  }
  parser.on('text', words)
  parser.on('cdata', words)
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError(
      'WORD_CORRUPT',
      budget.path,
      `its part ${part} is not well-formed XML (${plainReason(error)})`,
      'Open it in Word, let Word repair it, save it as .docx, and give that file.',
    )
  }
  return root.children.find((child): child is Growing => typeof child !== 'string')!
}

interface Growing {
  name: string
  attributes: Record<string, string>
  children: (Growing | string)[]
  worded: boolean
}

const textNames = /:(?:t|delText|instrText)$/

const namespaces: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
  'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties': 'ep',
  'http://purl.oclc.org/ooxml/officeDocument/extendedProperties': 'ep',
  'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties': 'op',
  'http://purl.oclc.org/ooxml/officeDocument/customProperties': 'op',
  'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes': 'vt',
  'http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes': 'vt',
}

/** Turns the prefixes of a file into ours. Names repeat by the thousand, so each scope remembers its own. */
class Names {
  readonly #scopes: {prefixes: ReadonlyMap<string, string>; known: Map<string, string>}[] = [
    {prefixes: new Map(), known: new Map()},
  ]
  readonly #opened: boolean[] = []

  open(attributes: Readonly<Record<string, string>>): void {
    let prefixes: Map<string, string> | null = null
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue
      prefixes ??= new Map(this.#scopes.at(-1)!.prefixes)
      prefixes.set(name.slice(6), namespaces[attributes[name]!] ?? '?')
    }
    this.#opened.push(prefixes !== null)
    if (prefixes) this.#scopes.push({prefixes, known: new Map()})
  }

  close(): void {
    if (this.#opened.pop()) this.#scopes.pop()
  }

  element(raw: string): string {
    const {prefixes, known} = this.#scopes.at(-1)!
    const found = known.get(raw)
    if (found) return found
    const colon = raw.indexOf(':')
    const prefix = colon < 0 ? '' : raw.slice(0, colon)
    const ours = prefixes.get(prefix) ?? prefix
    const name = ours === '' ? raw : `${ours}:${raw.slice(colon + 1)}`
    known.set(raw, name)
    return name
  }

  attributes(raw: Readonly<Record<string, string>>): Record<string, string> {
    let named: Record<string, string> = none
    for (const name in raw) {
      // Revision ids are half of all attributes in Word's own files, and say nothing.
      if (name.startsWith('w:rsid') || name.startsWith('xmlns')) continue
      if (named === none) named = {}
      named[name.includes(':') ? this.element(name) : name] = raw[name]!
    }
    return named
  }
}

/** Most elements have no attributes that say anything; they share this. */
const none: Record<string, string> = {}

function openTags(bytes: Uint8Array): number {
  let tags = 0
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0x3c && bytes[at + 1] !== 0x2f) tags++
  return tags
}

function decoded(bytes: Uint8Array, part: string, path: string): string {
  const label = encodingOf(bytes)
  try {
    return new TextDecoder(label).decode(bytes).trimStart()
  } catch {
    const fix = 'Open it in Word, save it as .docx under another name, and give that file.'
    throw new InputError(
      'WORD_CORRUPT',
      path,
      `its part ${part} is in an unknown encoding (${label.slice(0, 20)})`,
      fix,
    )
  }
}

/** By its mark, by its first bytes, by its declaration; else UTF-8, as XML says. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  const head = String.fromCharCode(...bytes.subarray(0, 120))
  const declared = /^[^<]{0,3}<\?xml[^>]{0,60}encoding\s?=\s?["']([\w-]{1,30})/.exec(head)?.[1]
  // A part that says UTF-16 and yet is written in single bytes was converted without changing its declaration.
  return declared === undefined || /^(?:utf-?16|ucs-?2)/i.test(declared) ? 'utf-8' : declared
}

function plainReason(error: unknown): string {
  const message = error instanceof Error ? error.message : 'unreadable'
  return message
    .replace(/^[^:]{0,40}: /, '')
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '')
    .slice(0, 80)
}

function tooMuch(path: string, problem: string): InputError {
  const fix = 'Copy its text into a new Word document, save it as .docx, and give that file.'
  return new InputError('WORD_LIMIT', path, `this file is beyond what is read safely: ${problem}`, fix)
}

/** The first child of that name. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  if (!element) return undefined
  for (const child of element.children) if (typeof child !== 'string' && child.name === name) return child
  return undefined
}

export function childrenOf(element: Element | undefined, name?: string): Element[] {
  if (!element) return []
  return element.children.filter(
    (child): child is Element => typeof child !== 'string' && (!name || child.name === name),
  )
}

/** Every element of that name within, in order, not looking inside one that was found. */
export function within(element: Element, name: string): Element[] {
  const found: Element[] = []
  const look = (at: Element): void => {
    for (const child of at.children) {
      if (typeof child === 'string') continue
      if (child.name === name) found.push(child)
      else look(child)
    }
  }
  look(element)
  return found
}

/** All text within. */
export function textOf(element: Element | undefined): string {
  if (!element) return ''
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

/** The `w:val` of a child: what most properties are. */
export function valOf(element: Element | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val']
}
