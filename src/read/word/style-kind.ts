import {childOf, type Element, valOf} from '../xml.js'

/** What a style makes of its paragraphs. */
export interface StyleKind {
  readonly heading: number | null
  readonly title: boolean
  readonly contents: boolean
  readonly quoted: boolean
  readonly name: string
}

/** The nearest style that says what it is decides: an outline level, or one of Word's own names. */
export function styleKind(all: readonly Element[]): StyleKind {
  const names = all.map((style) => (valOf(style, 'w:name') ?? '').split(',')[0]!.trim())
  let heading: number | null = null
  for (const [index, style] of all.entries()) {
    const outline = outlineOf(childOf(style, 'w:pPr'))
    const named = outline === undefined ? headingNamed(names[index]!, style.attributes['w:styleId'] ?? '') : outline
    if (named === undefined) continue
    heading = named
    break
  }
  return {
    heading,
    title: heading === null && names.some((name) => /^(?:title|titel|titre|título|titolo|tittel|otsikko)$/i.test(name)),
    contents: names.some((name) =>
      /^(?:toc|contents|table des matières|verzeichnis) ?\d$|^table of figures$/i.test(name),
    ),
    quoted: names.some((name) => /^(?:intense quote|quote|block ?quot(?:e|ation)|quotations?)$/i.test(name)),
    name: names[0] ?? '',
  }
}

/** Word keeps its own styles under English names; other programs write them in the user's language. */
const headingName =
  /^(?:heading|titre|überschrift|título|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|címsor|titlu|заголовок|başlık|标题|標題|見出し|제목) ?([1-9])$/i

/** The level that a style's name or id says, or undefined. */
export function headingNamed(name: string, id: string): number | undefined {
  const level = headingName.exec(name)?.[1] ?? /^heading([1-9])$/i.exec(id)?.[1]
  return level === undefined ? undefined : Number(level)
}

/** A level of 9 says that it is running text; undefined when nothing is said. */
export function outlineOf(properties: Element | undefined): number | null | undefined {
  const value = valOf(properties, 'w:outlineLvl')
  if (value === undefined) return undefined
  const level = Number.parseInt(value, 10)
  return level >= 0 && level <= 8 ? level + 1 : null
}
