import {childOf, childrenOf, type Element, textOf, valueOf, within} from '../xml.js'
import type {Block, Cell, Piece, Row} from './blocks.js'
import {chunkBlocks} from './chunk.js'
import {drawnBlocks} from './drawing.js'
import {equationText} from './equation.js'
import {fieldKind, openFields} from './fields.js'
import type {WordPackage} from './parts.js'
import {isOn, type RunLook} from './styles.js'
import {aside, bare, remark, type Story, type Telling} from './telling.js'

/** Reads the blocks of a story. */
export function readStory(elements: readonly Element[], story: Story, telling: Telling): Block[] {
  const {file, styles, revisions, seen} = telling
  const fields = openFields(isBalanced(elements))
  const accepted = revisions === 'accepted'
  let carried: {pieces: Piece[]; hanging: Block[]} | null = null

  const gone = (element: Element): boolean => {
    const added = element.name === 'w:ins' || element.name === 'w:moveTo'
    seen.revisions++
    return added ? !accepted : accepted
  }

  const blocks = (elements: readonly Element[], residue: boolean): Block[] => {
    const out: Block[] = []
    for (const element of elements) {
      switch (element.name) {
        case 'w:p':
          out.push(...paragraph(element, residue))
          break
        case 'w:tbl':
          out.push(...carriedAlone(), table(element, residue))
          break
        case 'w:sdt':
          if (isContents(element)) break
          out.push(...blocks(childrenOf(childOf(element, 'w:sdtContent')), residue || isPlaceholder(element)))
          break
        case 'w:ins':
        case 'w:moveTo':
        case 'w:del':
        case 'w:moveFrom':
          if (!gone(element)) out.push(...blocks(childrenOf(element), residue))
          break
        case 'mc:AlternateContent':
          out.push(...blocks(chosen(element), residue))
          break
        case 'w:altChunk':
          out.push(...chunkBlocks(element, story, telling))
          break
        case 'm:oMathPara':
        case 'm:oMath':
        case 'w:r':
          // Not where Word puts it, but Word prints it all the same.
          out.push(...paragraph({...element, name: 'w:p', children: [element]}, residue))
          break
        default:
          if (holders.has(element.name)) out.push(...blocks(childrenOf(element), residue))
      }
    }
    return out
  }

  const carriedAlone = (): Block[] => {
    if (!carried) return []
    const {pieces, hanging} = carried
    carried = null
    return [{...bare(story, telling), pieces, hanging}]
  }

  const paragraph = (element: Element, residue: boolean): Block[] => {
    const properties = propertiesOf(element, accepted)
    const mark = childOf(properties, 'w:rPr')
    const ended = childOf(mark, accepted ? 'w:del' : 'w:ins') ?? childOf(mark, accepted ? 'w:moveFrom' : 'w:moveTo')
    const pieces: Piece[] = carried?.pieces ?? []
    const hanging: Block[] = carried?.hanging ?? []
    carried = null
    inline(childrenOf(element), {properties, pieces, hanging, link: null, residue})
    if (ended) {
      seen.revisions++
      carried = {pieces, hanging}
      return []
    }
    // A dropped capital is a frame of its own, with the first letter of the paragraph that follows.
    const drop = childOf(properties, 'w:framePr')?.attributes['w:dropCap']
    if (drop !== undefined && drop !== 'none' && pieces.length > 0) {
      carried = {pieces, hanging}
      return []
    }
    const look = styles.paragraph(properties)
    if (look.contents) return hanging
    const shown = pieces.some(({text, xml}) => xml !== '' || text.trim() !== '')
    const unseen = !shown && childOf(mark, 'w:vanish') !== undefined
    const printed = look.number && !unseen ? story.counter(look.number) : null
    if (!shown) return hanging
    return [{type: 'paragraph', id: telling.nextId(), form: story.form, look, printed, pieces, hanging}]
  }

  const inline = (elements: readonly Element[], at: Inline): void => {
    for (const element of elements) {
      switch (element.name) {
        case 'w:r':
          run(element, at)
          break
        case 'w:hyperlink':
          inline(childrenOf(element), {...at, link: addressOf(element, file, story.part) ?? at.link})
          break
        case 'w:ins':
        case 'w:moveTo':
        case 'w:del':
        case 'w:moveFrom':
          if (!gone(element)) inline(childrenOf(element), at)
          break
        case 'w:sdt':
          if (isContents(element)) break
          inline(childrenOf(childOf(element, 'w:sdtContent')), {...at, residue: at.residue || isPlaceholder(element)})
          break
        case 'w:fldSimple': {
          const kind = fieldKind(element.attributes['w:instr'] ?? '')
          if (kind.contents) break
          inline(childrenOf(element), {...at, link: kind.link ?? at.link, residue: at.residue || kind.residue})
          break
        }
        case 'mc:AlternateContent':
          inline(chosen(element), at)
          break
        case 'm:oMath':
        case 'm:oMathPara':
          write(at, equationText(element), '', styles.run(at.properties, undefined), false)
          break
        case 'w:subDoc':
          at.hanging.push(remark('subdocument-not-read', 'a document that this one includes by reference is not read'))
          break
        case 'w:p':
        case 'w:tbl':
          at.hanging.push(...blocks([element], at.residue))
          break
        default:
          if (holders.has(element.name)) inline(childrenOf(element), at)
      }
    }
  }

  const run = (element: Element, at: Inline): void => {
    const properties = childOf(element, 'w:rPr')
    const look = styles.run(at.properties, properties)
    const marked = valueOf(properties, 'w:highlight')
    const slot = styles.characterStyle(properties) === 'placeholder text'
    const residue = at.residue || slot || (marked !== undefined && marked !== 'none')
    runChildren(childrenOf(element), {...at, residue}, look)
  }

  const runChildren = (elements: readonly Element[], at: Inline, look: RunLook): void => {
    for (const element of elements) {
      switch (element.name) {
        case 'w:t':
          write(at, textOf(element), '', look, false)
          break
        case 'w:delText':
          if (!accepted) write(at, textOf(element), '', look, false)
          break
        case 'w:tab':
        case 'w:ptab':
          write(at, '', '<w:tab/>', look, false)
          break
        case 'w:br':
        case 'w:cr':
          write(at, '', '<w:br/>', look, false)
          break
        case 'w:noBreakHyphen':
        case 'w:softHyphen':
          write(at, '', `<${element.name}/>`, look, false)
          break
        case 'w:sym': {
          const {'w:font': font = '', 'w:char': char = ''} = element.attributes
          write(
            at,
            '',
            `<w:sym w:font="${font.replace(/[^\w ]/g, '')}" w:char="${char.replace(/\W/g, '')}"/>`,
            look,
            false,
          )
          break
        }
        case 'w:fldChar':
          write(at, fields.take(element), '', look, true)
          break
        case 'w:instrText':
          fields.code(textOf(element))
          break
        case 'w:footnoteReference':
        case 'w:endnoteReference': {
          const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
          if (fields.state().printed) at.hanging.push(...telling.note(kind, element.attributes['w:id'] ?? ''))
          break
        }
        case 'w:commentReference':
          at.hanging.push(...telling.comment(element.attributes['w:id'] ?? ''))
          break
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          at.hanging.push(...drawnBlocks(element, blocksAside, story, telling))
          break
        case 'w:ruby':
          ruby(element, at)
          break
        case 'mc:AlternateContent':
          runChildren(chosen(element), at, look)
          break
        case 'm:oMath':
        case 'm:oMathPara':
        case 'w:r':
          inline([element], at)
          break
        default:
          if (holders.has(element.name)) runChildren(childrenOf(element), at, look)
      }
    }
  }

  /** The small text above, in brackets after the text that it explains. */
  const ruby = (element: Element, at: Inline): void => {
    inline(childrenOf(childOf(element, 'w:rubyBase')), at)
    const look = styles.run(at.properties, undefined)
    write(at, ' (', '', look, false)
    inline(childrenOf(childOf(element, 'w:rt')), at)
    write(at, ') ', '', look, false)
  }

  const write = (at: Inline, text: string, xml: string, look: RunLook, slot: boolean): void => {
    if (text === '' && xml === '') return
    const state = fields.state()
    if (!state.printed) return
    if (look.hidden) {
      seen.hiddenWords += text.match(/\S+/g)?.length ?? 0
      return
    }
    const residue = at.residue || state.residue || (slot && !/[☐☒]/.test(text))
    at.pieces.push({text, xml, look, residue, link: at.link ?? state.link})
  }

  /** Text boxes count the same lists as the text around them, but their fields are their own. */
  const blocksAside = (elements: readonly Element[]): Block[] => readStory(elements, aside(story), telling)

  const table = (element: Element, residue: boolean): Block => {
    const bold = styles.boldFirstRow(element)
    const rows: Row[] = []
    for (const tr of rowsIn(element)) {
      const properties = childOf(tr, 'w:trPr')
      const change = childOf(properties, 'w:del') ?? childOf(properties, 'w:ins')
      if (change && gone(change)) continue
      const cells: Cell[] = []
      const before = Number.parseInt(valueOf(properties, 'w:gridBefore') ?? '0', 10)
      if (before > 0) cells.push({span: Math.min(before, 63), merged: false, blocks: []})
      let shaded = 0
      for (const {cell: tc, residue: slot} of cellsIn(tr)) {
        const own = childOf(tc, 'w:tcPr')
        if (childOf(own, accepted ? 'w:cellDel' : 'w:cellIns')) continue
        const merge = childOf(own, 'w:vMerge') ?? childOf(own, 'w:hMerge')
        const span = Number.parseInt(valueOf(own, 'w:gridSpan') ?? '1', 10)
        const fill = childOf(own, 'w:shd')?.attributes['w:fill']
        if (fill && !/^(?:auto|ffffff)$/i.test(fill)) shaded++
        cells.push({
          span: span > 0 ? Math.min(span, 63) : 1,
          merged: merge !== undefined && (merge.attributes['w:val'] ?? 'continue') === 'continue',
          blocks: [...blocks(childrenOf(tc), residue || slot), ...carriedAlone()],
        })
      }
      const head = childOf(properties, 'w:tblHeader')
      rows.push({
        header: head !== undefined && isOn(head.attributes['w:val'], true),
        marked: (bold && rows.length === 0) || (shaded > 0 && shaded === cells.length),
        cells,
      })
    }
    return {type: 'table', rows}
  }

  const read = blocks(elements, false)
  return [...read, ...carriedAlone()]
}

interface Inline {
  readonly properties: Element | undefined
  readonly pieces: Piece[]
  readonly hanging: Block[]
  readonly link: string | null
  readonly residue: boolean
}

/** Elements that only hold others. */
const holders = new Set(['w:smartTag', 'w:customXml', 'w:dir', 'w:bdo', 'w:sdtContent', 'mc:Choice', 'mc:Fallback'])

function isBalanced(elements: readonly Element[]): boolean {
  let open = 0
  for (const element of elements) {
    for (const mark of within(element, 'w:fldChar')) {
      const type = mark.attributes['w:fldCharType']
      if (type === 'begin') open++
      if (type === 'end') open--
      if (open < 0) return false
    }
  }
  return open === 0
}

/** The newer drawing when it has words, else the older one when it has; never both. */
function chosen(element: Element): Element[] {
  const branches = [...childrenOf(element, 'mc:Choice'), ...childrenOf(element, 'mc:Fallback')]
  const branch = branches.find(({worded}) => worded) ?? branches[0]
  return childrenOf(branch)
}

function isContents(element: Element): boolean {
  const gallery = valueOf(childOf(childOf(element, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery')
  return gallery === 'Table of Contents'
}

function isPlaceholder(element: Element): boolean {
  const showing = childOf(childOf(element, 'w:sdtPr'), 'w:showingPlcHdr')
  return showing !== undefined && isOn(showing.attributes['w:val'], true)
}

/** A paragraph's properties, as they were before a tracked change of them when that is asked for. */
function propertiesOf(element: Element, accepted: boolean): Element | undefined {
  const properties = childOf(element, 'w:pPr')
  const before = childOf(childOf(properties, 'w:pPrChange'), 'w:pPr')
  if (accepted || !before || !properties) return properties
  const mark = childOf(properties, 'w:rPr')
  return {...before, children: mark ? [...before.children, mark] : before.children}
}

function addressOf(element: Element, file: WordPackage, part: string): string | null {
  const id = element.attributes['r:id']
  if (!id) return null
  const relation = file.relations(part).get(id)
  if (!relation?.outside) return null
  const anchor = element.attributes['w:anchor']
  return anchor && !relation.target.includes('#') ? `${relation.target}#${anchor}` : relation.target
}

function rowsIn(element: Element): Element[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === 'w:tr') return [child]
    if (child.name === 'mc:AlternateContent')
      return chosen(child).flatMap((row) => (row.name === 'w:tr' ? [row] : rowsIn(row)))
    return rowHolders.has(child.name) ? rowsIn(child) : []
  })
}

function cellsIn(element: Element, residue = false): {cell: Element; residue: boolean}[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === 'w:tc') return [{cell: child, residue}]
    return rowHolders.has(child.name) ? cellsIn(child, residue || isPlaceholder(child)) : []
  })
}

const rowHolders = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'])
