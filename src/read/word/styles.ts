import {childOf, childrenOf, type Element, valOf} from '../xml.js'
import {headingNamed, outlineOf, type StyleKind, styleKind} from './style-kind.js'

/** How a piece of text looks and whether it is printed. */
export interface RunLook {
  readonly bold: boolean
  readonly italic: boolean
  readonly underlined: boolean
  readonly capitals: boolean
  readonly hidden: boolean
  /** In points. */
  readonly size: number
}

export interface NumberRef {
  readonly num: string
  readonly level: number | null
  /** Styles from the paragraph's own down to the one that says it; empty when the paragraph says it itself. */
  readonly styles: readonly string[]
}

/** What a paragraph is by its own properties and those of its styles. */
export interface ParagraphLook {
  /** 1 to 9, or null when it is no heading. */
  readonly heading: number | null
  readonly title: boolean
  readonly contents: boolean
  readonly quoted: boolean
  readonly styleName: string
  readonly number: NumberRef | null
  readonly centred: boolean
  readonly keepNext: boolean
  readonly before: number
  readonly after: number
}

/** The styles of a document, with what they are based on already followed. */
export interface Styles {
  paragraph(properties: Element | undefined): ParagraphLook
  /** The look of a run in a paragraph. */
  run(paragraph: Element | undefined, run: Element | undefined): RunLook
  /** Name of a character style, in lower case. */
  characterStyle(run: Element | undefined): string
  /** True where a table's style prints its first row in bold. */
  boldFirstRow(table: Element | undefined): boolean
  /** The list that a numbering style stands for. */
  numberingStyle(id: string): string | null
}

/** Reads the styles part; without one, every paragraph is plain. */
export function readStyles(root: Element | null): Styles {
  const styles = new Map<string, Element>()
  const defaults = childOf(root ?? undefined, 'w:docDefaults')
  const defaultRun = childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr')
  const defaultParagraph = childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr')
  let normal: string | null = null
  for (const style of childrenOf(root ?? undefined, 'w:style')) {
    const id = style.attributes['w:styleId']
    if (id === undefined || styles.has(id)) continue
    styles.set(id, style)
    if (style.attributes['w:type'] === 'paragraph' && isOn(style.attributes['w:default'], false)) normal ??= id
  }

  const chains = new Map<string, readonly Element[]>()
  const chain = (id: string | null | undefined): readonly Element[] => {
    if (!id) return []
    const known = chains.get(id)
    if (known) return known
    const found: Element[] = []
    let steps = 0
    for (let at = styles.get(id); at && !found.includes(at) && steps++ < 50; ) {
      if (isSane(at)) found.push(at)
      at = styles.get(valOf(at, 'w:basedOn') ?? '')
    }
    chains.set(id, found)
    return found
  }
  const paragraphChain = (properties: Element | undefined): readonly Element[] => {
    const id = valOf(properties, 'w:pStyle')
    return chain(id !== undefined && styles.has(id) ? id : normal)
  }

  const kinds = new Map<readonly Element[], StyleKind>()
  const kindOf = (all: readonly Element[]): StyleKind => {
    const known = kinds.get(all)
    if (known) return known
    const kind = styleKind(all)
    kinds.set(all, kind)
    return kind
  }

  return {
    paragraph(properties) {
      const all = paragraphChain(properties)
      const kind = kindOf(all)
      const id = valOf(properties, 'w:pStyle') ?? ''
      const own = outlineOf(properties)
      // A heading style that the file uses and forgets to define is a heading all the same.
      const direct = own === undefined && !styles.has(id) ? headingNamed('', id) : own
      const spacing = (side: string): number => {
        for (const from of [properties, ...all.map(paragraphProperties), defaultParagraph]) {
          const value = childOf(from, 'w:spacing')?.attributes[side]
          if (value !== undefined) return Number.parseInt(value, 10) / 20 || 0
        }
        return 0
      }
      const first = (name: string): string | undefined => {
        for (const from of [properties, ...all.map(paragraphProperties)]) {
          const child = childOf(from, name)
          if (child) return child.attributes['w:val'] ?? 'on'
        }
        return undefined
      }
      return {
        heading: direct === undefined ? kind.heading : direct,
        title: kind.title && direct === undefined,
        contents: kind.contents,
        quoted: kind.quoted,
        styleName: kind.name,
        number: numberRef(properties, all),
        centred: first('w:jc') === 'center',
        keepNext: isOn(first('w:keepNext'), false),
        before: spacing('w:before'),
        after: spacing('w:after'),
      }
    },
    run(paragraph, run) {
      const own = paragraphChain(paragraph).map(runProperties)
      const character = chain(valOf(run, 'w:rStyle')).map(runProperties)
      // Word turns a style's bold round when the text's other style is bold as well; the run's own word is final.
      const toggle = (name: string): boolean => {
        const direct = childOf(run, name)
        if (direct) return isOn(direct.attributes['w:val'], true)
        if (isSet(defaultRun, name)) return true
        return firstSet(own, name) !== firstSet(character, name)
      }
      const size = [run, ...character, ...own, defaultRun].map((from) => valOf(from, 'w:sz')).find(Boolean)
      const line = [run, ...character, ...own].map((from) => valOf(from, 'w:u')).find(Boolean)
      return {
        bold: toggle('w:b'),
        italic: toggle('w:i'),
        capitals: toggle('w:caps'),
        hidden: toggle('w:vanish'),
        underlined: line !== undefined && line !== 'none',
        size: size === undefined ? 10 : Math.min(Number.parseInt(size, 10) / 2 || 10, 400),
      }
    },
    characterStyle: (run) => {
      const style = styles.get(valOf(run, 'w:rStyle') ?? '')
      return (valOf(style, 'w:name') ?? '').toLowerCase()
    },
    boldFirstRow(table) {
      const properties = childOf(table, 'w:tblPr')
      const look = childOf(properties, 'w:tblLook')?.attributes
      const bits = Number.parseInt(look?.['w:val'] ?? '0', 16)
      if (!isOn(look?.['w:firstRow'], (bits & 0x20) !== 0)) return false
      return chain(valOf(properties, 'w:tblStyle')).some((style) =>
        childrenOf(style, 'w:tblStylePr').some(
          (part) => part.attributes['w:type'] === 'firstRow' && isSet(childOf(part, 'w:rPr'), 'w:b'),
        ),
      )
    },
    numberingStyle: (id) => valOf(childOf(paragraphProperties(styles.get(id)), 'w:numPr'), 'w:numId') ?? null,
  }
}

/** List and level may come from different places: the paragraph may give the level and its style the list. */
function numberRef(properties: Element | undefined, all: readonly Element[]): NumberRef | null {
  const direct = childOf(properties, 'w:numPr')
  let level = levelOf(direct)
  const own = valOf(direct, 'w:numId')
  if (own !== undefined) return own === '0' ? null : {num: own, level, styles: []}
  const passed: string[] = []
  for (const style of all) {
    passed.push(style.attributes['w:styleId'] ?? '')
    const given = childOf(paragraphProperties(style), 'w:numPr')
    level ??= levelOf(given)
    const num = valOf(given, 'w:numId')
    if (num !== undefined) return num === '0' ? null : {num, level, styles: passed}
  }
  return null
}

function levelOf(given: Element | undefined): number | null {
  const value = Number.parseInt(valOf(given, 'w:ilvl') ?? '', 10)
  return value >= 0 && value <= 8 ? value : null
}

/** A style with hundreds of properties is an attack: each paragraph would look through them all. */
function isSane(style: Element): boolean {
  return [style, paragraphProperties(style), runProperties(style)].every((part) => (part?.children.length ?? 0) < 200)
}

function paragraphProperties(style: Element | undefined): Element | undefined {
  return childOf(style, 'w:pPr')
}

function runProperties(style: Element): Element | undefined {
  return childOf(style, 'w:rPr')
}

function firstSet(all: readonly (Element | undefined)[], name: string): boolean {
  for (const from of all) {
    const child = childOf(from, name)
    if (child) return isOn(child.attributes['w:val'], true)
  }
  return false
}

function isSet(properties: Element | undefined, name: string): boolean {
  const child = childOf(properties, name)
  return child !== undefined && isOn(child.attributes['w:val'], true)
}

/** Word's ways of saying yes and no. */
export function isOn(value: string | undefined, otherwise: boolean): boolean {
  if (value === undefined) return otherwise
  return !['0', 'false', 'off', 'none'].includes(value)
}
