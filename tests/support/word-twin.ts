import {
  type Comment,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  type ILevelsOptions,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import type {BlockContent, Blockquote, DefinitionContent, List, Nodes, PhrasingContent, Root, RootContent} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {frontMatterOf} from '../../src/read/markdown/front-matter.js'
import {withoutSiteCode} from '../../src/read/markdown/site-code.js'
import {tame} from '../../src/read/markdown/tame.js'

/**
 * The Word twin of a policy written in Markdown: heading styles, automatic numbers for ordered lists, tables with
 * header rows, links, footnotes, comments, quotations; its front matter in the properties and the footer. Pictures and
 * HTML other than comments are left out.
 */
export async function wordTwin(markdown: string): Promise<Uint8Array> {
  const {fields, body} = frontMatterOf(markdown)
  const root = unified()
    .use(remarkParse)
    .use(remarkGfm, {singleTilde: false})
    .parse(tame(withoutSiteCode(body).text).text)
  const twin = new Twin(root)
  const children = twin.blocks(root.children)
  const title = fields.find(({key}) => key === 'title')?.value
  const document = new Document({
    ...(title && {title}),
    creator: 'Word twin',
    customProperties: fields.filter(({key}) => key !== 'title').map(({key, value}) => ({name: key, value})),
    styles: {paragraphStyles: [{id: 'Quote', name: 'Quote', basedOn: 'Normal', run: {italics: true}}]},
    numbering: {config: twin.numbering},
    footnotes: twin.footnotes,
    comments: {children: twin.comments},
    sections: [{children, ...(fields.length > 0 && {footers: {default: footer(fields)}})}],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function footer(fields: readonly {key: string; value: string}[]): Footer {
  return new Footer({children: fields.map(({key, value}) => new Paragraph(`${key}: ${value}`.trim()))})
}

interface Around {
  readonly list?: {readonly reference: string | null; readonly level: number}
  readonly quoted?: boolean
}

interface Look {
  readonly bold?: boolean
  readonly italics?: boolean
  readonly strike?: boolean
}

/** What is gathered while a document is turned into Word's parts. */
class Twin {
  readonly numbering: {reference: string; levels: ILevelsOptions[]}[] = []
  readonly footnotes: Record<string, {children: Paragraph[]}> = {}
  readonly comments: (ConstructorParameters<typeof Comment>[0] & {id: number})[] = []
  private readonly root: Root
  private readonly told = new Map<string, number>()

  constructor(root: Root) {
    this.root = root
  }

  blocks(nodes: readonly RootContent[], around: Around = {}): (Paragraph | Table)[] {
    return nodes.flatMap((node, index) => {
      const next = nodes[index + 1]
      // Word has no comment of its own: it hangs on the paragraph before it.
      const comment = next?.type === 'html' ? commentIn(next.value) : null
      return this.block(node, around, comment === null ? [] : this.comment(comment))
    })
  }

  private block(node: RootContent, around: Around, comment: ParagraphChild[]): (Paragraph | Table)[] {
    switch (node.type) {
      case 'heading': {
        const level = `HEADING_${node.depth}` as keyof typeof HeadingLevel
        return [new Paragraph({heading: HeadingLevel[level], children: [...this.inline(node.children), ...comment]})]
      }
      case 'paragraph':
        return [this.paragraph([...this.inline(node.children), ...comment], around)]
      case 'code':
        return node.value
          .split(/\n\s*\n/)
          .map((part) => this.paragraph([new TextRun(part.replace(/\s+/g, ' '))], around))
      case 'blockquote':
        return this.blocks(node.children, {...around, quoted: !isBox(node)})
      case 'list':
        return this.list(node, around)
      case 'table':
        return [
          new Table({
            rows: node.children.map(
              (row, index) =>
                new TableRow({
                  tableHeader: index === 0,
                  children: row.children.map(
                    (cell) => new TableCell({children: [new Paragraph({children: this.inline(cell.children)})]}),
                  ),
                }),
            ),
          }),
          new Paragraph(''),
        ]
      default:
        return []
    }
  }

  private paragraph(children: ParagraphChild[], {list, quoted}: Around): Paragraph {
    if (!list) return new Paragraph({children, ...(quoted && {style: 'Quote'})})
    const {reference, level} = list
    if (reference === null) return new Paragraph({children, bullet: {level}})
    return new Paragraph({children, numbering: {reference, level}})
  }

  private list(list: List, around: Around): (Paragraph | Table)[] {
    const level = (around.list?.level ?? -1) + 1
    const reference = list.ordered ? this.reference(list.start ?? 1, level) : null
    return list.children.flatMap((item) => {
      const [first, ...rest] = item.children
      const own = first ? this.blocks([first], {...around, list: {reference, level}}) : []
      const more = rest.flatMap((block: BlockContent | DefinitionContent) =>
        block.type === 'list'
          ? this.list(block, {...around, list: {reference, level}})
          : block.type === 'paragraph'
            ? [new Paragraph({style: 'ListParagraph', children: this.inline(block.children)})]
            : this.blocks([block], around),
      )
      return [...own, ...more]
    })
  }

  /** A numbering of its own for each list, so that each starts where it says. */
  private reference(start: number, level: number): string {
    const reference = `list-${this.numbering.length + 1}`
    const levels = Array.from({length: level + 1}, (_, at) => ({
      level: at,
      format: LevelFormat.DECIMAL,
      text: `%${at + 1}.`,
      start: at === level ? start : 1,
    }))
    this.numbering.push({reference, levels})
    return reference
  }

  private comment(text: string): ParagraphChild[] {
    const id = this.comments.length
    const date = new Date(Date.UTC(2026, 0, 5))
    this.comments.push({id, author: 'Reviewer', date, children: [new Paragraph(text)]})
    const mark = new TextRun({children: [new CommentReference(id)]})
    return [new CommentRangeStart(id), new CommentRangeEnd(id), mark]
  }

  private inline(nodes: readonly PhrasingContent[], look: Look = {}): ParagraphChild[] {
    return nodes.flatMap((node): ParagraphChild[] => {
      switch (node.type) {
        case 'text':
        case 'inlineCode':
          return printed(node.value).map((text, index) => new TextRun({text, ...look, ...(index > 0 && {break: 1})}))
        case 'strong':
          return this.inline(node.children, {...look, bold: true})
        case 'emphasis':
          return this.inline(node.children, {...look, italics: true})
        case 'delete':
          return this.inline(node.children, {...look, strike: true})
        case 'break':
          return [new TextRun({break: 1})]
        case 'link':
          return [new ExternalHyperlink({link: node.url, children: this.inline(node.children, look)})]
        case 'linkReference': {
          const link = find(this.root, 'definition', node.identifier)?.url
          const children = this.inline(node.children, look)
          return link === undefined ? children : [new ExternalHyperlink({link, children})]
        }
        case 'footnoteReference':
          return this.footnote(node.identifier)
        case 'html':
          return /^<br\s*\/?>$/i.test(node.value) ? [new TextRun({break: 1})] : []
        default:
          return []
      }
    })
  }

  private footnote(identifier: string): ParagraphChild[] {
    const note = find(this.root, 'footnoteDefinition', identifier)
    if (!note || this.told.has(identifier)) return []
    const id = this.told.size + 1
    this.told.set(identifier, id)
    const paragraphs = this.blocks(note.children).filter((block) => block instanceof Paragraph)
    this.footnotes[id] = {children: paragraphs}
    return [new FootnoteReferenceRun(id)]
  }
}

/** The lines of a text as an author would break them in Word: only before a letter or number typed by hand. */
function printed(text: string): string[] {
  return text.split(/\s*\n\s*(?=\(?[a-z]\)\s)/).map((line) => line.replace(/\s*\n\s*/g, ' '))
}

/** Whether what is set apart opens with bold words or a heading: the policy's own box, which Word prints in no quotation. */
function isBox({children: [first]}: Blockquote): boolean {
  return first?.type === 'heading' || (first?.type === 'paragraph' && first.children[0]?.type === 'strong')
}

function commentIn(html: string): string | null {
  return /^<!--([\s\S]*?)-->\s*$/.exec(html)?.[1]?.replace(/\s+/g, ' ').trim() ?? null
}

function find<T extends 'definition' | 'footnoteDefinition'>(node: Nodes, type: T, identifier: string) {
  const stack: Nodes[] = [node]
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (at.type === type && at.identifier === identifier) return at as Extract<Nodes, {type: T}>
    if ('children' in at) stack.push(...at.children)
  }
  return undefined
}
