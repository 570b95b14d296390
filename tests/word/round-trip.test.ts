import {
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {type Policy, passagesOf, sectionsOf} from '../../src/model/policy.js'
import {readPolicy} from '../../src/read/policy.js'

/** A piece of a document, as drawn by fast-check. Its words are numbered when it is written, so that each is known. */
type Piece =
  | {readonly kind: 'paragraph' | 'bullet' | 'numbered'; readonly runs: readonly Run[]; readonly level: number}
  | {readonly kind: 'heading'; readonly runs: readonly Run[]; readonly level: number}
  | {readonly kind: 'table'; readonly rows: readonly (readonly (readonly Run[])[])[]}

interface Run {
  readonly words: number
  readonly look: 'plain' | 'bold' | 'link' | 'split' | 'note'
}

const run: fc.Arbitrary<Run> = fc.record({
  words: fc.integer({min: 1, max: 4}),
  look: fc.constantFrom('plain', 'bold', 'link', 'split', 'note'),
})
const runs = fc.array(run, {minLength: 1, maxLength: 4})
const piece: fc.Arbitrary<Piece> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('paragraph' as const, 'bullet' as const, 'numbered' as const),
    runs,
    level: fc.integer({min: 0, max: 3}),
  }),
  fc.record({kind: fc.constant('heading' as const), runs, level: fc.integer({min: 1, max: 6})}),
  fc.record({
    kind: fc.constant('table' as const),
    rows: fc.array(fc.array(runs, {minLength: 2, maxLength: 2}), {minLength: 1, maxLength: 3}),
  }),
)

test('every word of a document comes back once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, {maxLength: 12}), async (pieces) => {
      const {bytes, words} = await written(pieces)
      const policy = await readPolicy({path: 'policy.docx', bytes})
      expect(wordsOf(policy)).toEqual(words)
    }),
    {numRuns: 60},
  )
})

test('the same file gives the same policy', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, {maxLength: 6}), async (pieces) => {
      const {bytes} = await written(pieces)
      const read = () => readPolicy({path: 'policy.docx', bytes})
      expect(await read()).toEqual(await read())
    }),
    {numRuns: 10},
  )
})

/** The words w1, w2.. as they come back: header, footer, then the text with each note after the paragraph that has it. */
function wordsOf(policy: Policy): string[] {
  const texts = sectionsOf(policy).flatMap(({title, passages}) => [title, ...passages.map(({text}) => text)])
  expect(new Set(passagesOf(policy).map(({id}) => id)).size).toBe(passagesOf(policy).length)
  return texts.flatMap((text) => text.match(/w\d+/g) ?? [])
}

async function written(pieces: readonly Piece[]): Promise<{bytes: Uint8Array; words: string[]}> {
  const words: string[] = []
  const footnotes: Record<string, {children: Paragraph[]}> = {}
  const next = (count: number): string =>
    Array.from({length: count}, () => {
      words.push(`w${words.length + 1}`)
      return words.at(-1)
    }).join(' ')

  const inline = (all: readonly Run[]): ParagraphChild[] => {
    const notes: number[] = []
    const children = all.flatMap(({words: count, look}, index): ParagraphChild[] => {
      const text = `${next(count)} `
      switch (look) {
        case 'bold':
          return [new TextRun({text, bold: index > 0})]
        case 'link':
          return [new ExternalHyperlink({link: 'https://www.northmoor.example/', children: [new TextRun(text)]})]
        case 'split':
          return [
            new TextRun(text.slice(0, 1)),
            new TextRun(text.slice(1)),
            new TextRun({children: [new Tab()]}),
            new TextRun({break: 1}),
          ]
        case 'note': {
          const id = Object.keys(footnotes).length + 1
          footnotes[id] = {children: []}
          notes.push(id)
          return [new TextRun(text), new FootnoteReferenceRun(id)]
        }
        default:
          return [new TextRun(text)]
      }
    })
    // The words of a note come after those of its whole paragraph.
    for (const id of notes) footnotes[id] = {children: [new Paragraph(next(2))]}
    return children
  }

  const header = new Header({children: [new Paragraph(next(2))]})
  const footer = new Footer({children: [new Paragraph(next(2))]})
  const children = pieces.map((one): Paragraph | Table => {
    switch (one.kind) {
      case 'table': {
        // Notes of a row come after the row, so the cells are written before their notes are.
        const rows = one.rows.map((cells) => {
          const plain = cells.map((cell) => cell.map(({words: count}) => ({words: count, look: 'plain' as const})))
          return new TableRow({
            children: plain.map((cell) => new TableCell({children: [new Paragraph({children: inline(cell)})]})),
          })
        })
        return new Table({rows})
      }
      case 'heading': {
        const level = `HEADING_${one.level}` as keyof typeof HeadingLevel
        return new Paragraph({heading: HeadingLevel[level], children: inline(one.runs)})
      }
      case 'bullet':
        return new Paragraph({bullet: {level: one.level}, children: inline(one.runs)})
      case 'numbered':
        return new Paragraph({numbering: {reference: 'clauses', level: one.level}, children: inline(one.runs)})
      default:
        return new Paragraph({children: inline(one.runs)})
    }
  })
  const levels = [0, 1, 2, 3].map((level) => ({level, format: LevelFormat.DECIMAL, text: `%${level + 1}.`}))
  const document = new Document({
    numbering: {config: [{reference: 'clauses', levels}]},
    footnotes,
    sections: [{headers: {default: header}, footers: {default: footer}, children}],
  })
  return {bytes: new Uint8Array(await Packer.toBuffer(document)), words}
}
