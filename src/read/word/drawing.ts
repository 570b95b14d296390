import {childOf, childrenOf, type Element, textOf, within} from '../xml.js'
import type {Block} from './blocks.js'
import {chosen} from './markup.js'
import type {WordPackage} from './parts.js'
import {aside, remark, type Story, type Telling, typed} from './telling.js'

/**
 * Reads a drawing: the text boxes in it, the words of shapes, WordArt, diagrams and charts, and a notice for whatever
 * in it is a picture. `blocks` reads the content of a text box.
 */
export function drawnBlocks(
  drawing: Element,
  blocks: (elements: readonly Element[]) => Block[],
  story: Story,
  telling: Telling,
): Block[] {
  const out: Block[] = []
  const {file} = telling
  const say = (text: string): void => {
    if (/\S/.test(text)) out.push(typed(text, aside(story), telling, drawing.at))
  }
  const name = nameOf(drawing)

  const look = (element: Element): void => {
    switch (element.name) {
      case 'w:txbxContent':
        out.push(...blocks(childrenOf(element)))
        return
      case 'mc:AlternateContent':
        for (const child of chosen(element)) look(child)
        return
      case 'a:p':
        say(within(element, 'a:t').map(textOf).join(''))
        return
      case 'v:textpath':
        say(element.attributes.string ?? '')
        return
      case 'pic:pic':
      case 'v:imagedata':
        if (!out.some(({type}) => type === 'remark')) out.push(remark('image-not-read', imageMessage(name)))
        return
      case 'dgm:relIds':
        for (const text of diagramTexts(element, file, story.part)) say(text)
        return
      case 'c:chart': {
        for (const text of chartTexts(element, file, story.part)) say(text)
        out.push(remark('chart-not-read', 'of a chart only its title and labels are read, not what it shows'))
        return
      }
      case 'o:OLEObject': {
        const program = element.attributes.ProgID ?? 'another program'
        out.push(remark('embedded-file-not-read', `a file of ${program} is embedded here and not read`))
        return
      }
      default:
        for (const child of childrenOf(element)) look(child)
    }
  }
  look(drawing)
  // The picture of an embedded file is only its face.
  if (out.some((block) => block.type === 'remark' && block.code === 'embedded-file-not-read')) {
    return out.filter((block) => block.type !== 'remark' || block.code !== 'image-not-read')
  }
  return out
}

/** What the author wrote about the picture for those who cannot see it. */
function nameOf(drawing: Element): string {
  const [properties] = within(drawing, 'wp:docPr')
  const [shape] = properties ? [] : [...within(drawing, 'v:shape'), ...within(drawing, 'v:rect')]
  return (properties?.attributes.descr ?? properties?.attributes.title ?? shape?.attributes.alt ?? '').trim()
}

function imageMessage(name: string): string {
  const plain = name.replace(/\s+/g, ' ').slice(0, 160)
  return plain === '' ? 'a picture is not read' : `a picture is not read; its description says "${plain}"`
}

/** The words of a diagram (SmartArt) stand in a part of their own, one point a shape. */
function diagramTexts(element: Element, file: WordPackage, part: string): string[] {
  const root = partAt(element.attributes['r:dm'], file, part)
  const points = childrenOf(childOf(root ?? undefined, 'dgm:ptLst'), 'dgm:pt')
  return points.flatMap((point) =>
    within(point, 'a:p').map((paragraph) => within(paragraph, 'a:t').map(textOf).join('')),
  )
}

/** The part that a drawing refers to; null where it is not in the file. */
function partAt(id: string | undefined, file: WordPackage, from: string): Element | null {
  const relation = file.relations(from).get(id ?? '')
  return relation && !relation.outside ? file.xml(relation.target) : null
}

function chartTexts(element: Element, file: WordPackage, part: string): string[] {
  const root = partAt(element.attributes['r:id'], file, part)
  if (!root) return []
  const titles = within(root, 'c:title').map((title) => within(title, 'a:t').map(textOf).join(' '))
  const labels = within(root, 'c:strCache').map((cache) => within(cache, 'c:v').map(textOf).join(', '))
  return [...titles, ...new Set(labels)]
}
