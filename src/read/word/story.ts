import {childOf, childrenOf, type Element, textOf, valOf, within} from '../xml.js'
import type {Block, Piece} from './blocks.js'
import {chunkBlocks} from './chunk.js'
import {drawnBlocks} from './drawing.js'
import {fieldKind, openFields} from './fields.js'
import {addressOf, chosen, equationText, type Flags, flagged, propertiesOf} from './markup.js'
import type {RunLook} from './styles.js'
import {readTable} from './tables.js'
import {aside, bare, remark, type Story, type Telling} from './telling.js'

/**
 * Reads the blocks of a story. One walk in one function, for fields stay open over paragraphs, and a paragraph whose
 * mark is deleted runs on into the next.
 */
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

  const blocks = (elements: readonly Element[], flags: Flags): Block[] => {
    const out: Block[] = []
    for (const element of elements) {
      switch (element.name) {
        case 'w:p':
          out.push(...paragraph(element, flags))
          break
        case 'w:tbl':
          out.push(...carriedAlone(), readTable(element, flags, {styles, accepted, gone, blocks: closed}))
          break
        case 'w:sdt':
          out.push(...blocks(childrenOf(childOf(element, 'w:sdtContent')), flagged(element, flags)))
          break
        case 'w:ins':
        case 'w:moveTo':
        case 'w:del':
        case 'w:moveFrom':
          if (!gone(element)) out.push(...blocks(childrenOf(element), flags))
          break
        case 'mc:AlternateContent':
          out.push(...blocks(chosen(element), flags))
          break
        case 'w:altChunk':
          out.push(...chunkBlocks(element, story, telling))
          break
        case 'm:oMathPara':
        case 'm:oMath':
        case 'w:r':
          // Not where Word puts it, but Word prints it all the same.
          out.push(...paragraph({...element, name: 'w:p', children: [element]}, flags))
          break
        default:
          if (holders.has(element.name)) out.push(...blocks(childrenOf(element), flags))
      }
    }
    return out
  }

  /** The blocks of a cell: what it carries over does not leave it. */
  const closed = (elements: readonly Element[], flags: Flags): Block[] => [
    ...blocks(elements, flags),
    ...carriedAlone(),
  ]

  const carriedAlone = (): Block[] => {
    if (!carried) return []
    const {pieces, hanging} = carried
    carried = null
    return [{...bare(story, telling), pieces, hanging}]
  }

  const paragraph = (element: Element, flags: Flags): Block[] => {
    const properties = propertiesOf(element, accepted)
    const mark = childOf(properties, 'w:rPr')
    const ended = childOf(mark, accepted ? 'w:del' : 'w:ins') ?? childOf(mark, accepted ? 'w:moveFrom' : 'w:moveTo')
    const pieces: Piece[] = carried?.pieces ?? []
    const hanging: Block[] = carried?.hanging ?? []
    carried = null
    inline(childrenOf(element), {...flags, properties, pieces, hanging, link: null})
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
    const shown = pieces.some(({text, xml}) => xml !== '' || text.trim() !== '')
    const unseen = !shown && childOf(mark, 'w:vanish') !== undefined
    const printed = look.number && !unseen ? story.counter(look.number) : null
    if (!shown) return hanging
    const listed = look.contents || pieces.every(({text, contents}) => contents || text.trim() === '')
    const form = listed && story.form === 'paragraph' ? 'contents' : story.form
    const {part, reference = null} = story
    return [{type: 'paragraph', id: telling.nextId(), form, part, reference, look, printed, pieces, hanging}]
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
          inline(childrenOf(childOf(element, 'w:sdtContent')), {...at, ...flagged(element, at)})
          break
        case 'w:fldSimple': {
          const kind = fieldKind(element.attributes['w:instr'] ?? '')
          const contents = at.contents || kind.contents
          inline(childrenOf(element), {
            ...at,
            link: kind.link ?? at.link,
            residue: at.residue || kind.residue,
            contents,
          })
          break
        }
        case 'mc:AlternateContent':
          inline(chosen(element), at)
          break
        case 'm:oMath':
        case 'm:oMathPara':
          write(at, element, equationText(element), '', styles.run(at.properties, undefined), false)
          break
        case 'w:subDoc':
          at.hanging.push(remark('subdocument-not-read', 'a document that this one includes by reference is not read'))
          break
        case 'w:p':
        case 'w:tbl':
          at.hanging.push(...blocks([element], at))
          break
        default:
          if (holders.has(element.name)) inline(childrenOf(element), at)
      }
    }
  }

  const run = (element: Element, at: Inline): void => {
    const properties = childOf(element, 'w:rPr')
    const look = styles.run(at.properties, properties)
    const marked = valOf(properties, 'w:highlight')
    const slot = styles.characterStyle(properties) === 'placeholder text'
    const residue = at.residue || slot || (marked !== undefined && marked !== 'none')
    runChildren(childrenOf(element), {...at, residue}, look)
  }

  const runChildren = (elements: readonly Element[], at: Inline, look: RunLook): void => {
    for (const element of elements) {
      switch (element.name) {
        case 'w:t':
          write(at, element, textOf(element), '', look, false)
          break
        case 'w:delText':
          if (!accepted) write(at, element, textOf(element), '', look, false)
          break
        case 'w:tab':
        case 'w:ptab':
          write(at, element, '', '<w:tab/>', look, false)
          break
        case 'w:br':
        case 'w:cr':
          write(at, element, '', '<w:br/>', look, false)
          break
        case 'w:noBreakHyphen':
        case 'w:softHyphen':
          write(at, element, '', `<${element.name}/>`, look, false)
          break
        case 'w:sym': {
          const {'w:font': font = '', 'w:char': char = ''} = element.attributes
          write(
            at,
            element,
            '',
            `<w:sym w:font="${font.replace(/[^\w ]/g, '')}" w:char="${char.replace(/\W/g, '')}"/>`,
            look,
            false,
          )
          break
        }
        case 'w:fldChar':
          write(at, element, fields.take(element), '', look, true)
          break
        case 'w:instrText':
          fields.code(textOf(element))
          break
        case 'w:footnoteReference':
        case 'w:endnoteReference': {
          const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
          if (fields.state().printed)
            at.hanging.push(...telling.note(kind, element.attributes['w:id'] ?? '', referenceOf(element)))
          break
        }
        case 'w:commentReference':
          at.hanging.push(...telling.comment(element.attributes['w:id'] ?? '', referenceOf(element)))
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
    write(at, null, ' (', '', look, false)
    inline(childrenOf(childOf(element, 'w:rt')), at)
    write(at, null, ') ', '', look, false)
  }

  /** What is said in a note of a note hangs where the outer one does. */
  const referenceOf = (element: Element): number | null =>
    story.part === file.main ? element.at : (story.reference ?? null)

  const write = (at: Inline, from: Element | null, text: string, xml: string, look: RunLook, slot: boolean): void => {
    if (text === '' && xml === '') return
    const state = fields.state()
    if (!state.printed) return
    if (look.hidden) {
      seen.hiddenWords += text.match(/\S+/g)?.length ?? 0
      return
    }
    const residue = at.residue || state.residue || (slot && !/[☐☒]/.test(text))
    const contents = at.contents || state.contents
    at.pieces.push({text, xml, look, residue, contents, link: at.link ?? state.link, at: from?.at ?? null})
  }

  /** Text boxes count the same lists as the text around them, but their fields are their own. */
  const blocksAside = (elements: readonly Element[]): Block[] => readStory(elements, aside(story), telling)

  const read = blocks(elements, {residue: false, contents: false})
  return [...read, ...carriedAlone()]
}

interface Inline extends Flags {
  readonly properties: Element | undefined
  readonly pieces: Piece[]
  readonly hanging: Block[]
  readonly link: string | null
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
