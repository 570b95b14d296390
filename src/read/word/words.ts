import type {Paragraph, Piece} from './blocks.js'

/** Words of one paragraph as mammoth gives them: some text, and whether it is a link or residue. */
export interface Stretch {
  readonly text: string
  readonly link: string | null
  readonly residue: boolean
}

export interface WordsRead {
  readonly of: (paragraph: Paragraph) => readonly Stretch[]
  /** Symbols of fonts that mammoth has no characters for, as it names them. */
  readonly unread: readonly string[]
}

/**
 * Reads the words of all paragraphs with mammoth.
 *
 * What mammoth would lose (headers, text boxes, field results, equations) or trip over (nesting, missing relations,
 * choices, bombs) has been settled before; it is given a copy of the document that holds the paragraphs to be read and
 * nothing else, each with its id planted as a bookmark, and its document tree is joined to ours by those ids.
 */
export async function readWords(paragraphs: readonly Paragraph[]): Promise<WordsRead> {
  if (paragraphs.length === 0) return {of: () => [], unread: []}
  const {default: mammoth} = await import('mammoth')
  const words = new Map<number, Stretch[]>()
  const unread = new Set<string>()
  // Bit by bit, so that a long document never stands in memory whole as mammoth's tree.
  for (let from = 0; from < paragraphs.length; from += atOnce) {
    const {parts, links} = copyOf(paragraphs.slice(from, from + atOnce))
    const file = {
      exists: (name: string) => name in parts,
      read: async (name: string) => parts[name] ?? '',
    }
    const {messages} = await mammoth.convertToHtml({file} as never, {
      includeEmbeddedStyleMap: false,
      includeDefaultStyleMap: false,
      externalFileAccess: false,
      transformDocument: (document: MammothNode) => {
        for (const node of document.children ?? []) take(node, links, words)
        // The tree is all that is wanted of mammoth: with nothing in it there is no HTML to make.
        return {...document, children: []}
      },
    })
    for (const {message} of messages) {
      const symbol = /unsupported character was ignored: (char \S* in font .*)$/.exec(message)?.[1]
      if (symbol) unread.add(symbol)
    }
  }
  return {of: ({id}) => words.get(id) ?? [], unread: [...unread]}
}

/** What a line break within a paragraph reads as. */
export const lineBreak = '\n'

const atOnce = 2000

/** The nodes of mammoth's document tree that a copy gives rise to. */
interface MammothNode {
  readonly type: string
  readonly children?: readonly MammothNode[]
  readonly value?: string
  readonly name?: string
  readonly href?: string
  readonly highlight?: string | null
}

function take(paragraph: MammothNode, links: ReadonlyMap<string, string>, words: Map<number, Stretch[]>): void {
  const [mark, ...runs] = paragraph.children ?? []
  if (mark?.type !== 'bookmarkStart') return
  const stretches: Stretch[] = []
  const read = (node: MammothNode, link: string | null, residue: boolean): void => {
    switch (node.type) {
      case 'text':
        stretches.push({text: node.value ?? '', link, residue})
        break
      case 'tab':
        stretches.push({text: ' ', link, residue})
        break
      case 'break':
        stretches.push({text: lineBreak, link, residue})
        break
      case 'hyperlink':
        for (const child of node.children ?? []) read(child, links.get(node.href ?? '') ?? null, residue)
        break
      case 'run':
        for (const child of node.children ?? []) read(child, link, residue || Boolean(node.highlight))
        break
    }
  }
  for (const run of runs) read(run, null, false)
  words.set(Number(mark.name), stretches)
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A Word document with these paragraphs and no more, and what the links in it stand for. */
function copyOf(paragraphs: readonly Paragraph[]): {parts: Record<string, string>; links: Map<string, string>} {
  const ids = new Map<string, string>()
  const linkId = (target: string): string => {
    const id = ids.get(target) ?? `L${ids.size}`
    ids.set(target, id)
    return id
  }
  const body = paragraphs.map(({id, pieces}) => {
    return `<w:p><w:bookmarkStart w:id="${id}" w:name="${id}"/>${runsOf(pieces, linkId)}</w:p>`
  })
  const relations = [...ids.values()].map(
    (id) => `<Relationship Id="${id}" Type="${office}/hyperlink" Target="${id}"/>`,
  )
  const main = `<Relationship Id="M" Type="${office}/officeDocument" Target="word/document.xml"/>`
  return {
    links: new Map([...ids].map(([target, id]) => [id, target])),
    parts: {
      '_rels/.rels': `<Relationships xmlns="${packages}">${main}</Relationships>`,
      'word/_rels/document.xml.rels': `<Relationships xmlns="${packages}">${relations.join('')}</Relationships>`,
      'word/document.xml': `<w:document xmlns:w="${word}" xmlns:r="${office}"><w:body>${body.join('')}</w:body></w:document>`,
    },
  }
}

/** One run for each stretch of like pieces: Word splits runs at every edit, which would cost mammoth much and tell it nothing. */
function runsOf(pieces: readonly Piece[], linkId: (target: string) => string): string {
  let out = ''
  for (let at = 0; at < pieces.length; ) {
    const {link, residue} = pieces[at]!
    let inner = ''
    let text = ''
    for (; at < pieces.length && pieces[at]!.link === link && pieces[at]!.residue === residue; at++) {
      const piece = pieces[at]!
      text += piece.text
      if (piece.xml === '') continue
      inner += `${textXml(text)}${piece.xml}`
      text = ''
    }
    const highlight = residue ? '<w:rPr><w:highlight w:val="yellow"/></w:rPr>' : ''
    const run = `<w:r>${highlight}${inner}${textXml(text)}</w:r>`
    out += link === null ? run : `<w:hyperlink r:id="${linkId(link)}">${run}</w:hyperlink>`
  }
  return out
}

function textXml(text: string): string {
  if (text === '') return ''
  return `<w:t>${text.replace(unwritable, '').replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</w:t>`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write these
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
