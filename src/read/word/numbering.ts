import {childOf, childrenOf, type Element, valOf} from '../xml.js'
import {numberIn} from './number-format.js'
import {isOn, type NumberRef, type Styles} from './styles.js'

/** What Word prints before a paragraph. */
export interface Printed {
  /** The number as printed, without the space after it; null for bullets. */
  readonly label: string | null
  /** 0 for the outermost level. */
  readonly depth: number
  readonly bullet: boolean
}

/** Counts the lists of one story in reading order. Each call counts one paragraph. */
export type Counter = (ref: NumberRef) => Printed | null

/** Reads the numbering part, whole: what each list prints at each level, and where it starts. */
export function readNumbering(root: Element | null, styles: Styles): () => Counter {
  const abstracts = new Map<string, Abstract>()
  for (const element of childrenOf(root ?? undefined, 'w:abstractNum')) {
    const id = element.attributes['w:abstractNumId']
    if (id === undefined) continue
    abstracts.set(id, {id, levels: levelsIn(element), link: valOf(element, 'w:numStyleLink') ?? null})
  }
  const elements = new Map<string, Element>()
  for (const element of childrenOf(root ?? undefined, 'w:num')) {
    const id = element.attributes['w:numId']
    if (id !== undefined && !elements.has(id)) elements.set(id, element)
  }

  const lists = new Map<string, List | null>()
  const listOf = (num: string, followed: readonly string[] = []): List | null => {
    const known = lists.get(num)
    if (known !== undefined) return known
    const element = elements.get(num)
    const abstract = abstracts.get(valOf(element, 'w:abstractNumId') ?? '')
    if (!element || !abstract || followed.includes(num)) return null
    // A list may say no more than that it follows a list style; then that style's list counts for both.
    const styled = abstract.link === null ? null : styles.numberingStyle(abstract.link)
    const linked = styled === null ? null : listOf(styled, [...followed, num])
    const list = listFrom(num, element, linked ? {...abstract, id: linked.counts, levels: linked.levels} : abstract)
    lists.set(num, list)
    return list
  }
  return () => counterOf(listOf)
}

/** Word has nine levels, and counts no further than this. */
const deepest = 8
const highest = 32_767

interface Level {
  readonly start: number
  readonly format: string
  readonly text: string
  /** The level (counted from 1) after which this one starts again; 0 for never; null for every outer level. */
  readonly restart: number | null
  readonly legal: boolean
  readonly style: string | null
}

interface Abstract {
  readonly id: string
  readonly levels: ReadonlyMap<number, Level>
  readonly link: string | null
}

interface List {
  readonly num: string
  /** Lists made from one definition share their counters. */
  readonly counts: string
  readonly levels: ReadonlyMap<number, Level>
  readonly overrides: ReadonlyMap<number, number>
}

function listFrom(num: string, element: Element, {id, levels}: Abstract): List {
  const own = new Map(levels)
  const overrides = new Map<number, number>()
  for (const override of childrenOf(element, 'w:lvlOverride')) {
    const at = Number.parseInt(override.attributes['w:ilvl'] ?? '', 10)
    if (!(at >= 0 && at <= deepest)) continue
    const replaced = childOf(override, 'w:lvl')
    if (replaced) own.set(at, levelFrom(replaced))
    const start = Number.parseInt(valOf(override, 'w:startOverride') ?? '', 10)
    if (start >= 0) overrides.set(at, Math.min(start, highest))
  }
  return {num, counts: id, levels: own, overrides}
}

function levelsIn(element: Element): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const level of childrenOf(element, 'w:lvl')) {
    const at = Number.parseInt(level.attributes['w:ilvl'] ?? '0', 10) || 0
    if (at >= 0 && at <= deepest) levels.set(at, levelFrom(level))
  }
  return levels
}

function levelFrom(element: Element): Level {
  const number = (name: string): number | null => {
    const value = Number.parseInt(valOf(element, name) ?? '', 10)
    return value >= 0 ? Math.min(value, highest) : null
  }
  const legal = childOf(element, 'w:isLgl')
  return {
    start: number('w:start') ?? 0,
    format: formatOf(element),
    text: (valOf(element, 'w:lvlText') ?? '').slice(0, 100),
    restart: number('w:lvlRestart'),
    legal: legal !== undefined && isOn(legal.attributes['w:val'], true),
    style: valOf(element, 'w:pStyle') ?? null,
  }
}

/** Formats that are newer than the file format stand in a choice, with an older one to fall back on. */
function formatOf(element: Element): string {
  const choice = childOf(element, 'mc:AlternateContent')
  const format = childOf(element, 'w:numFmt') ?? childOf(childOf(choice, 'mc:Choice'), 'w:numFmt')
  const {'w:val': value, 'w:format': custom} = format?.attributes ?? {}
  // The one custom format that Word offers counts with leading zeros: "01, 02", "001, 002".
  if (value === 'custom' && custom && /^0{1,6}1,/.test(custom)) return `zeros:${custom.indexOf(',')}`
  return value ?? 'decimal'
}

function counterOf(listOf: (num: string) => List | null): Counter {
  const counts = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  return (ref) => {
    const list = listOf(ref.num)
    if (!list) return null
    const depth = depthOf(ref, list)
    const level = list.levels.get(depth)
    if (!level) return null
    const values = counts.get(list.counts) ?? []
    counts.set(list.counts, values)

    const startOf = (at: number): number => list.overrides.get(at) ?? list.levels.get(at)?.start ?? 0
    for (let at = 0; at <= depth; at++) {
      const override = list.overrides.get(at)
      const first = override !== undefined && !begun.has(`${list.num}/${at}`)
      if (at === depth) {
        values[at] = first || values[at] === undefined ? startOf(at) : values[at]! + 1
        if (first) begun.add(`${list.num}/${at}`)
      } else values[at] ??= startOf(at)
    }
    for (const [at, {restart}] of list.levels) {
      if (at > depth && (restart === null || (restart > 0 && depth < restart))) values[at] = undefined
    }
    if (level.format === 'bullet') return {label: null, depth, bullet: true}
    return {label: printed(list, level, values, startOf) || null, depth, bullet: false}
  }
}

/** The paragraph's own level, else the one that its style (or the style it is based on) is tied to. */
function depthOf({level, styles}: NumberRef, list: List): number {
  for (const style of styles) {
    for (const [at, tied] of list.levels) if (tied.style === style) return at
  }
  return level ?? 0
}

function printed(
  list: List,
  level: Level,
  values: readonly (number | undefined)[],
  startOf: (at: number) => number,
): string {
  const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const format = list.levels.get(at)?.format ?? 'decimal'
    const value = values[at] ?? startOf(at)
    if (format.startsWith('zeros:')) return String(value).padStart(Number(format.slice(6)), '0')
    return numberIn(level.legal && format !== 'decimalZero' ? 'decimal' : format, value) ?? ''
  })
  return label.replace(/\s+/g, ' ').trim()
}
