import {SaxesParser} from 'saxes'
import {InputError} from '../model/input-error.js'
import {boundlessWord, corruptWord} from './word-refusals.js'
import {Names} from './xml-names.js'

/** An element with the names that we give its namespaces, whatever prefixes the file chose. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
  /** True when there are words somewhere within. */
  readonly worded: boolean
  /** Its number in the part: how many elements open before it. */
  readonly at: number
}

/** What is left of the limits, shared by all the parts of one file. */
export interface XmlBudget {
  readonly path: string
  elements: number
}

/** What a file may cost that is read from its beginning; `path` is for messages. */
export function xmlBudget(path: string): XmlBudget {
  return {path, elements: 600_000}
}

const deepest = 1000

/**
 * Reads one XML part as a tree. `part` is its name, for messages.
 *
 * Raises InputError: WORD_DTD when it declares a document type, WORD_LIMIT when it is too deep or has too many
 * elements, WORD_CORRUPT when it is not well-formed.
 */
export function readXml(bytes: Uint8Array, part: string, budget: XmlBudget): Element {
  // Counting tags costs a hundredth of parsing them, so a bomb is refused before the parser sees it.
  budget.elements -= openTags(bytes)
  if (budget.elements < 0) throw boundlessWord(budget.path, 'it has more elements than a policy can')
  const text = decoded(bytes, part, budget.path)

  let opened = 0
  const root: Growing = {name: '', attributes: {}, children: [], worded: false, at: -1}
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
    if (stack.length > deepest) throw boundlessWord(budget.path, `its part ${part} is nested more than ${deepest} deep`)
    const raw = tag.attributes as Record<string, string>
    names.open(raw)
    const element: Growing = {
      name: names.element(tag.name),
      attributes: names.attributes(raw),
      children: [],
      worded: false,
      at: opened++,
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
    throw corruptWord(budget.path, `its part ${part} is not well-formed XML (${plainReason(error)})`)
  }
  return root.children.find((child): child is Growing => typeof child !== 'string')!
}

interface Growing {
  name: string
  attributes: Record<string, string>
  children: (Growing | string)[]
  worded: boolean
  at: number
}

const textNames = /:(?:t|delText|instrText)$/

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

/** The first child of that name. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  if (!element) return undefined
  for (const child of element.children) if (typeof child !== 'string' && child.name === name) return child
  return undefined
}

/** The children, all of them or those of that name. */
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
