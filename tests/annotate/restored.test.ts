import fc from 'fast-check'
import {expect, test} from 'vitest'
import {passagesOf} from '../../src/model/policy.js'
import {r, wordFile} from '../word/word-file.js'
import {conflict, markedWith, wordsUnder} from './annotated.js'

/** Words of a paragraph, in whatever Word wraps words in. */
const words = fc
  .array(
    fc.constantFrom('Lead', 'tells', 'the', 'council', '999', 'é', '🙂', '&amp;', 'can’t', '&#233;t&#xE9;', ' ', ', '),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((all) => all.join(' '))

const run = fc
  .record({text: words, look: fc.constantFrom('', '<w:b/>', '<w:rStyle w:val="x"/>')})
  .map(({text, look}) => r(text, look))
const broken = words.map(
  (text) => `<w:r><w:t>${text}</w:t><w:tab/><w:t xml:space="preserve">${text}</w:t><w:br/></w:r>`,
)
const wrapped = fc
  .tuple(
    fc.array(fc.oneof(run, broken), {minLength: 1, maxLength: 3}),
    fc.constantFrom(
      ['<w:hyperlink r:id="L">', '</w:hyperlink>'],
      ['<w:ins w:id="3" w:author="A">', '</w:ins>'],
      ['<w:smartTag w:element="x">', '</w:smartTag>'],
      ['<w:sdt><w:sdtPr/><w:sdtContent>', '</w:sdtContent></w:sdt>'],
      ['<w:fldSimple w:instr=" TITLE ">', '</w:fldSimple>'],
      ['<w:bookmarkStart w:id="1" w:name="b"/>', '<w:bookmarkEnd w:id="1"/>'],
    ),
  )
  .map(([runs, [open, close]]) => `${open}${runs.join('')}${close}`)
const gone = words.map((text) => `<w:del w:id="4" w:author="A"><w:r><w:delText>${text}</w:delText></w:r></w:del>`)
const paragraph = fc
  .array(fc.oneof(run, broken, wrapped, gone), {minLength: 1, maxLength: 5})
  .map((parts) => `<w:p>${parts.join('')}</w:p>`)
const table = fc
  .array(fc.tuple(paragraph, paragraph), {minLength: 1, maxLength: 3})
  .map(
    (rows) =>
      `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`,
  )
const control = paragraph.map((inner) => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`)
const body = fc
  .array(fc.oneof(paragraph, table, control), {minLength: 1, maxLength: 6})
  .map((blocks) => `${blocks.join('\n')}<w:sectPr/>`)

/** Where in each passage a quotation begins and how much of the rest it takes, as shares. */
const shares = fc.array(fc.tuple(fc.double({min: 0, max: 1, noNaN: true}), fc.double({min: 0, max: 1, noNaN: true})), {
  minLength: 1,
  maxLength: 4,
})

test('without what was put in every document is what it was, and every comment hangs on words', async () => {
  await fc.assert(
    fc.asyncProperty(body, shares, fc.boolean(), async (inner, picks, suggest) => {
      const file = wordFile(inner, {relations: [['L', 'hyperlink', 'https://www.northmoor.example/']]})
      const quotes: string[] = []
      const {xml, comments} = await markedWith(
        file,
        (policy) =>
          passagesOf(policy).flatMap(({text}, index) => {
            const [from, share] = picks[index % picks.length]!
            const tokens = text.split(' ')
            const start = Math.min(tokens.length - 1, Math.floor(from * tokens.length))
            const quote = tokens.slice(start, start + 1 + Math.floor(share * (tokens.length - start))).join(' ')
            if (!/\p{L}/u.test(quote)) return []
            quotes.push(quote)
            return [conflict(policy, quote, index)]
          }),
        {suggest},
      )
      // That it can be taken out again is looked at there for every file.
      expect(comments).toHaveLength(quotes.length)
      for (const id of comments.keys()) {
        const [under] = wordsUnder(xml, id)
        expect(under?.trim()).not.toBe('')
      }
    }),
    {numRuns: 150},
  )
})
