import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {passagesOf} from '../../src/model/policy.js'
import {readTracedWord} from '../../src/read/word/index.js'
import {finding} from '../report/sample-report.js'
import {heading, headings, namespaces, p, r, wordFile} from '../word/word-file.js'
import {commentTexts, conflict, marked, markedWith, wordsUnder} from './annotated.js'

const strictSpaces = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'http://purl.oclc.org/ooxml/wordprocessingml/main',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships':
    'http://purl.oclc.org/ooxml/officeDocument/relationships',
}

/** Structures of Word, each with the words that are quoted from it. */
const structures: Readonly<Record<string, readonly [body: string, quote: string]>> = {
  'a whole paragraph': [p('Tell the lead at once.'), 'Tell the lead at once.'],
  'the middle of a run': [p('Staff tell the lead at once, in person.'), 'tell the lead at once'],
  'the beginning of a run': [p('Staff tell the lead.'), 'Staff tell'],
  'the end of a run': [p('Staff tell the lead.'), 'the lead.'],
  'the middle of one run to the middle of another': [
    p(`${r('Staff must ')}${r('tell the', '<w:b/>')}${r(' lead at once.')}`),
    'must tell the lead',
  ],
  'a word that Word split into runs': [p(`${r('Safe')}${r('guard')}${r('ing lead')}`), 'Safeguarding'],
  'a run with tabs and breaks': [
    p('<w:r><w:t>Ring</w:t><w:tab/><w:t>01632 960303</w:t><w:br/><w:t>by day</w:t></w:r>'),
    '01632 960303 by',
  ],
  'no-break hyphens': [p('<w:r><w:t>multi</w:t><w:noBreakHyphen/><w:t>agency</w:t></w:r>'), 'multi-agency'],
  'characters written as references': [
    p('<w:r><w:t>A &amp; B &#x201C;now&#8221; &lt;C&gt;</w:t></w:r>'),
    'B “now” <C>',
  ],
  'a link': [
    p(`${r('See ')}<w:hyperlink r:id="L"><w:r><w:t>the local procedures</w:t></w:r></w:hyperlink>${r(' for more')}`),
    'local procedures',
  ],
  'from before a link to within it': [
    p(`${r('See ')}<w:hyperlink r:id="L"><w:r><w:t>the local procedures</w:t></w:r></w:hyperlink>`),
    'See the local',
  ],
  'a tracked insertion': [
    p(`${r('Staff ')}<w:ins w:id="7" w:author="A">${r('will tell')}</w:ins>${r(' the lead.')}`),
    'will tell the',
  ],
  'around a tracked deletion': [
    p(
      `${r('Staff tell ')}<w:del w:id="8" w:author="A"><w:r><w:delText>perhaps </w:delText></w:r></w:del>${r('the lead.')}`,
    ),
    'tell the lead.',
  ],
  'the result of a field': [
    p(
      `${r('See ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('section four')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${r(' below')}`,
    ),
    'section four below',
  ],
  'a simple field': [
    p(`${r('Version ')}<w:fldSimple w:instr=" DOCPROPERTY v ">${r('three')}</w:fldSimple>`),
    'Version three',
  ],
  'a smart tag': [
    p(`${r('In ')}<w:smartTag w:element="place">${r('Eastmere')}</w:smartTag>${r(' we')}`),
    'Eastmere we',
  ],
  'a content control': [
    p(
      `${r('By ')}<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>${r('the governing body')}</w:sdtContent></w:sdt>`,
    ),
    'governing body',
  ],
  'a table cell': [
    `<w:tbl><w:tr><w:tc>${p('Lead')}</w:tc><w:tc>${p('Sam Amber, 01632 960303')}</w:tc></w:tr></w:tbl>${p('After.')}`,
    '01632 960303',
  ],
  'a block content control': [`<w:sdt><w:sdtContent>${p('Kept within a control.')}</w:sdtContent></w:sdt>`, 'within'],
  'custom XML around words': [p(`<w:customXml w:element="x">${r('Custom words here')}</w:customXml>`), 'words'],
}

const relations = [['L', 'hyperlink', 'https://www.northmoor.example/']] as const

describe.each(Object.entries(structures))('a comment on %s', (_, [body, quote]) => {
  test('hangs on the very words, and nothing else changes', async () => {
    const {xml, comments, parts} = await marked(wordFile(body, {relations}), [quote])
    expect(comments).toEqual(['words'])
    expect(wordsUnder(xml, 0).map(decoded)).toEqual([quote])
    expect(xml.match(/<w:commentReference w:id="0"\/>/g)).toHaveLength(1)
    expect(commentTexts(parts).get(0)).toMatch(/^CONFLICT, critical: /)
  })

  test('and with wording put in, the policy as it was reads as before', async () => {
    const bytes = wordFile(body, {relations})
    const {bytes: reviewed, wordings} = await marked(bytes, [quote], {suggest: true})
    expect(wordings).toBe(1)
    const read = async (file: Uint8Array) => {
      const {policy} = await readTracedWord({path: 'policy.docx', bytes: file}, {revisions: 'original'})
      return passagesOf(policy).flatMap(({form, text, label}) => (form === 'comment' ? [] : [[form, label, text]]))
    }
    expect(await read(reviewed)).toEqual(await read(bytes))
    const {policy} = await readTracedWord({path: 'policy.docx', bytes: reviewed})
    expect(passagesOf(policy).map(({text}) => text)).toContain('Suggested wording 0 & more.')
  })
})

describe('comments', () => {
  test('several on the same words, and across each other', async () => {
    const quotes = [
      'tell the lead at once',
      'the lead',
      'lead at once, in person',
      'Staff tell the lead',
      'tell the lead at once',
    ]
    const {xml} = await marked(wordFile(p('Staff tell the lead at once, in person.')), quotes)
    for (const [id, quote] of quotes.entries()) expect(wordsUnder(xml, id)).toEqual([quote])
  })

  test('keep the spaces at a split, and the look of the run', async () => {
    const body = p(
      '<w:r w:rsidR="00AA"><w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr><w:t>Staff tell the lead</w:t></w:r>',
    )
    const {xml} = await marked(wordFile(body), ['tell'])
    const look = '<w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr>'
    expect(xml).toContain(
      `<w:r w:rsidR="00AA">${look}<w:t xml:space="preserve">Staff </w:t></w:r><w:commentRangeStart w:id="0"/>`,
    )
    expect(xml).toContain(`<w:r w:rsidR="00AA">${look}<w:t xml:space="preserve"> the lead</w:t></w:r>`)
  })

  test('stand in both forms of a text box', async () => {
    const box = `<w:txbxContent>${p('Ring the lead on 01632 960303 now.')}</w:txbxContent>`
    const body = p(
      `${r('Beside it.')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    )
    const {xml, inserted} = await marked(wordFile(body + p('After.')), ['01632 960303'], {suggest: true})
    expect(wordsUnder(xml, 0)).toEqual(['01632 960303', '01632 960303'])
    // The wording goes after the paragraph that the box hangs on.
    const wording = inserted.find(({text}) => text.includes('Suggested'))!
    expect(xml.indexOf(wording.text)).toBeGreaterThan(xml.indexOf('</mc:AlternateContent>'))
    expect(xml.indexOf(wording.text)).toBeLessThan(xml.indexOf('After.'))
  })

  test('on what is missing from a document of text boxes alone hang on the drawing', async () => {
    const box = `<w:txbxContent>${p('Ring the lead on 01632 960303 now.')}</w:txbxContent>`
    const body = p(`<w:r><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></w:r>`)
    const {xml, comments} = await markedWith(wordFile(body), () => [finding('absent', 'missing', 'critical')])
    expect(comments).toEqual(['start'])
    expect(xml).toMatch(
      /<w:commentRangeStart w:id="0"\/><w:r><w:pict>.*<\/w:pict><\/w:r><w:commentRangeEnd w:id="0"\/>/,
    )
  })

  test('on a title go in after the author and the date, not between them', async () => {
    const styled = (style: string, words: string) => p(`<w:pPr><w:pStyle w:val="${style}"/></w:pPr>${r(words)}`)
    const body = `${styled('Title', 'A policy of ours')}${p('')}${styled('Author', 'A. Writer')}${styled('Date', '1 June 2026')}${p('Staff tell the lead.')}${p('The end.')}`
    const {xml, inserted} = await marked(wordFile(body), ['A policy'], {suggest: true})
    const wording = inserted.find(({text}) => text.includes('Suggested'))!
    expect(xml.indexOf(wording.text)).toBeGreaterThan(xml.indexOf('1 June 2026'))
    expect(xml.indexOf(wording.text)).toBeLessThan(xml.indexOf('Staff tell'))
  })

  test('on words beside an embedded object in one run go around the run, which stays whole', async () => {
    const run = '<w:r><w:object><v:shape/></w:object><w:t>words of the object</w:t></w:r>'
    const {xml} = await marked(wordFile(p(`${r('Before. ')}${run}`)), ['of the'])
    expect(xml).toContain(`<w:commentRangeStart w:id="0"/>${run}<w:commentRangeEnd w:id="0"/>`)
  })

  test('on a choice between two forms of a run go around both', async () => {
    const body = p(
      `${r('Before ')}<mc:AlternateContent><mc:Choice Requires="w14">${r('chosen words')}</mc:Choice><mc:Fallback>${r('older words')}</mc:Fallback></mc:AlternateContent>${r(' after')}`,
    )
    const {xml} = await marked(wordFile(body), ['chosen'])
    expect(xml).toMatch(
      /<w:commentRangeStart w:id="0"\/><mc:AlternateContent>.*<\/mc:AlternateContent><w:commentRangeEnd w:id="0"\/>/,
    )
  })

  test('on a note hang where it is referred to, and say so', async () => {
    const body = p(`${r('See the note.')}<w:r><w:footnoteReference w:id="2"/></w:r>`)
    const footnotes = `<w:footnote w:id="2">${p('Told within three days.')}</w:footnote>`
    const {xml, comments, parts} = await marked(wordFile(body, {footnotes}), ['three days'])
    expect(comments).toEqual(['note'])
    expect(xml).toMatch(
      /<w:commentRangeStart w:id="0"\/><w:r><w:footnoteReference w:id="2"\/><\/w:r><w:commentRangeEnd/,
    )
    expect(commentTexts(parts).get(0)).toContain('in the note or comment that is referred to here: “three days”')
  })

  test('on a footer hang on the nearest words, and say so', async () => {
    const body = `${p('The text.')}<w:sectPr><w:footerReference w:type="default" r:id="F"/></w:sectPr>`
    const file = wordFile(body, {
      relations: [['F', 'footer', 'footer1.xml']],
      parts: {'word/footer1.xml': `<w:ftr ${namespaces}>${p('Review due 1 June 2020')}</w:ftr>`},
    })
    const {xml, comments, parts} = await marked(file, ['1 June 2020'])
    expect(comments).toEqual(['elsewhere'])
    expect(wordsUnder(xml, 0)).toEqual(['The text.'])
    expect(commentTexts(parts).get(0)).toContain('takes no comment')
  })

  test('on what is missing hang on the heading where it belongs, else on the first words', async () => {
    const body = [heading(1, 'Our policy'), p('Words.'), heading(2, 'Allegations against staff'), p('More.')].join('')
    const gap = (id: string, topic: string, title: string) => {
      const one = finding(id, 'missing', 'major')
      return {...one, requirement: {...one.requirement, topic, title}}
    }
    const {xml, comments} = await markedWith(wordFile(body, {styles: headings}), () => [
      gap('somewhere', 'allegations', 'The designated officer is told'),
      gap('nowhere', 'whistleblowing', 'Speaking up'),
    ])
    expect(comments).toEqual(['start', 'section'])
    expect(wordsUnder(xml, 0)).toEqual(['Our policy'])
    expect(wordsUnder(xml, 1)).toEqual(['Allegations against staff'])
  })

  test('stand beside those that were there, which stay as they were', async () => {
    const old = `<w:comment w:id="41" w:author="Reader">${p('An earlier remark')}</w:comment>`
    const body = p(
      `<w:commentRangeStart w:id="41"/>${r('Staff tell the lead.')}<w:commentRangeEnd w:id="41"/><w:r><w:commentReference w:id="41"/></w:r>`,
    )
    const extended = '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>'
    const file = wordFile(body, {comments: old, parts: {'word/commentsExtended.xml': extended}})
    const {xml, parts} = await marked(file, ['the lead'])
    expect([...commentTexts(parts).keys()]).toEqual([41, 42])
    expect(wordsUnder(xml, 42)).toEqual(['the lead'])
    expect(strFromU8(parts['word/comments.xml']!)).toContain(old)
    expect(Object.keys(unzipSync(file))).toEqual(Object.keys(parts))
  })

  test('are named in the relations and the content types where there were none', async () => {
    const {parts} = await marked(wordFile(p('Words.')), ['Words.'])
    expect(strFromU8(parts['word/_rels/document.xml.rels']!)).toMatch(
      /Type="[^"]*\/relationships\/comments" Target="comments.xml"\/><\/Relationships>$/,
    )
    expect(strFromU8(parts['[Content_Types].xml']!)).toMatch(
      /<Override PartName="\/word\/comments.xml" ContentType="[^"]*comments\+xml"\/><\/Types>$/,
    )
  })

  test('are found under another name through the relations', async () => {
    const xml = `<w:comments ${namespaces}><w:comment w:id="0">${p('Old')}</w:comment></w:comments>`
    const file = wordFile(p('Words.'), {
      relations: [['c', 'comments', '/other/remarks7.xml']],
      parts: {'other/remarks7.xml': xml},
    })
    const source = {path: 'policy.docx', bytes: file}
    const traced = await readTracedWord(source)
    const {annotateWord} = await import('../../src/annotate/word.js')
    const told = [conflict(traced.policy, 'Words.')]
    const parts = unzipSync(annotateWord(source, traced, told, told, {asOf: '2026-11-23', suggest: false}).bytes)
    expect([...commentTexts(parts, 'other/remarks7.xml').keys()]).toEqual([0, 1])
    expect(parts).not.toHaveProperty(['word/comments.xml'])
  })

  test('are written in the namespaces of a strict document', async () => {
    const parts = unzipSync(wordFile(p('Words of a strict file.')))
    for (const [name, bytes] of Object.entries(parts)) {
      let text = strFromU8(bytes)
      for (const [from, to] of Object.entries(strictSpaces)) text = text.replaceAll(from, to)
      parts[name] = strToU8(text)
    }
    const {parts: after, xml} = await marked(zipSync(parts), ['a strict file'])
    expect(wordsUnder(xml, 0)).toEqual(['a strict file'])
    expect(strFromU8(after['word/comments.xml']!)).toContain(
      'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"',
    )
    expect(strFromU8(after['word/_rels/document.xml.rels']!)).toContain(
      'http://purl.oclc.org/ooxml/officeDocument/relationships/comments',
    )
  })

  test.each([
    [
      'another prefix',
      (xml: string) => xml.replace('xmlns:w=', 'xmlns:q=').replaceAll('<w:', '<q:').replaceAll('</w:', '</q:'),
    ],
    ['no prefix', (xml: string) => xml.replace('xmlns:w=', 'xmlns=').replaceAll('<w:', '<').replaceAll('</w:', '</')],
    ['a byte order mark', (xml: string) => `\ufeff<?xml version="1.0" encoding="UTF-8"?>\r\n${xml}`],
    ['comments and white space', (xml: string) => xml.replace('<w:p>', '\n<!-- <w:p> -->\n<w:p>\n  ')],
  ])('are put into a part with %s', async (_, change) => {
    const parts = unzipSync(wordFile(p('Staff tell the lead.')))
    parts['word/document.xml'] = strToU8(change(strFromU8(parts['word/document.xml']!)))
    const {xml, bytes} = await marked(zipSync(parts), ['tell'])
    expect(xml).toMatch(/commentRangeStart[^>]*:id="0"\/>/)
    const {policy} = await readTracedWord({path: 'reviewed.docx', bytes})
    expect(passagesOf(policy).find(({form}) => form === 'comment')?.text).toMatch(/^CONFLICT/)
  })

  test('say all that a person needs, with hostile words shown as they are', async () => {
    const {parts} = await markedWith(wordFile(p('Staff promise secrecy.')), (policy) => [
      {...conflict(policy, 'promise secrecy'), reason: 'it says <w:p> & "the opposite"', remedy: 'Take it out'},
    ])
    const text = commentTexts(parts).get(0)!
    expect(text).toContain('What is wrong: It says <w:p> & "the opposite".')
    expect(text).toMatch(/Local procedures say: lado: 01632 960303 .*verified 2 June 2026\)/)
    expect(text).toContain('What to do: Take it out.')
    expect(text).toContain('Words to use:\nSuggested wording 0 & more.')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not come through
    expect(text).not.toMatch(/[\u0000-\u0008\u001b\u202e]/)
  })

  test('a conflict is marked wherever it was found, and told in full once', async () => {
    const {xml, parts} = await markedWith(wordFile(p('Keep it secret.') + p('It stays a secret.')), (policy) => {
      const [first, second] = ['Keep it secret.', 'It stays a secret.'].map((quote) => conflict(policy, quote))
      return [{...first!, evidence: [...first!.evidence, ...second!.evidence]}]
    })
    expect([wordsUnder(xml, 0), wordsUnder(xml, 1)]).toEqual([['Keep it secret.'], ['It stays a secret.']])
    expect(commentTexts(parts).get(1)).toContain('Here too.')
    expect(commentTexts(parts).get(1)).not.toContain('Words to use:')
  })
})

describe('wording that is put in', () => {
  test('stands in no table, but after it', async () => {
    const table = `<w:tbl><w:tr><w:tc>${p('Lead')}</w:tc><w:tc>${p('01632 960415')}</w:tc></w:tr></w:tbl>`
    const {xml} = await marked(wordFile(table + p('After.')), ['01632 960415'], {suggest: true})
    expect(xml).toMatch(
      /<\/w:tbl><w:p><w:pPr><w:rPr><w:ins [^>]*w:author="policy-align" w:date="2026-11-23T00:00:00Z"\/>/,
    )
  })

  test('stands before the last paragraph, whose mark cannot go', async () => {
    const {xml} = await marked(wordFile(`${p('First.')}${p('Last words.')}<w:sectPr/>`), ['Last words.'], {
      suggest: true,
    })
    expect(xml.indexOf('Suggested wording')).toBeLessThan(xml.indexOf('Last words.'))
    expect(xml.indexOf('Suggested wording')).toBeGreaterThan(xml.indexOf('First.'))
  })

  test('has numbers of its own, each once', async () => {
    const body = p(`<w:ins w:id="900" w:author="A">${r('Earlier words')}</w:ins>`) + p('Other words.') + p('End.')
    const {xml} = await marked(wordFile(body), ['Earlier words', 'Other words.'], {suggest: true})
    const ids = [...xml.matchAll(/<w:ins w:id="(\d+)"/g)].map(([, id]) => Number(id))
    expect(ids).toHaveLength(5)
    expect(new Set(ids).size).toBe(5)
  })
})

test('the same document gives the same bytes', async () => {
  const file = wordFile(p('Staff tell the lead.') + p('End.'))
  const [one, other] = await Promise.all([0, 1].map(() => marked(file, ['tell'], {suggest: true})))
  expect(Buffer.compare(one!.bytes, other!.bytes)).toBe(0)
})

test('without a gap the copy is the document', async () => {
  const file = wordFile(p('Staff tell the lead.'))
  const {bytes, comments} = await marked(file, [])
  expect(comments).toEqual([])
  expect(Buffer.compare(bytes, file)).toBe(0)
})

test('damaged comments are refused rather than lost', async () => {
  const file = wordFile(p('Words.'), {
    relations: [['c', 'comments', 'comments.xml']],
    parts: {'word/comments.xml': '<w:comments'},
  })
  await expect(marked(file, ['Words.'])).rejects.toThrow(/comments\.xml is damaged/)
})

function decoded(text: string): string {
  return text
    .replace(/&#x([\da-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
