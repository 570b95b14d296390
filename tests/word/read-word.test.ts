import {describe, expect, test} from 'vitest'
import {passagesOf} from '../../src/model/policy.js'
import {heading, headingLines, headings, p, passageLines, r, read, style} from './word-file.js'

describe('headings', () => {
  test.each([
    ['a style', p('Scope', '<w:pStyle w:val="Heading2"/>'), headings, 2],
    ['a style without its definition', p('Scope', '<w:pStyle w:val="Heading2"/>'), '', 2],
    [
      'a style based on a heading',
      p('Scope', '<w:pStyle w:val="Ours"/>'),
      headings + style('Ours', 'Ours', '<w:basedOn w:val="Heading3"/>'),
      3,
    ],
    ['a level of its own', p('Scope', '<w:outlineLvl w:val="4"/>'), '', 5],
    [
      'a style with a level',
      p('Scope', '<w:pStyle w:val="Ours"/>'),
      style('Ours', 'Ours', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
      2,
    ],
    ['a style named in another language', p('Scope', '<w:pStyle w:val="X"/>'), style('X', 'Überschrift 3'), 3],
    ['level nine', p('Scope', '<w:pStyle w:val="X"/>'), style('X', 'heading 9'), 9],
  ])('%s makes a heading', async (_, body, styles, level) => {
    const policy = await read(body + p('The text under it.'), {styles})
    expect(headingLines(policy)).toEqual([`${level} Scope`])
    expect(policy.sections[0]!.inferred).toBeUndefined()
  })

  test('an outline level for running text makes none', async () => {
    const policy = await read(p('Only text.', '<w:pStyle w:val="Heading1"/><w:outlineLvl w:val="9"/>'), {
      styles: headings,
    })
    expect(headingLines(policy)).toEqual([])
  })

  test('the title style gives the title, and its words stay', async () => {
    const policy = await read(p('Keeping safe', '<w:pStyle w:val="Title"/>') + heading(1, 'Aim'), {
      styles: headings + style('Title', 'Title'),
    })
    expect(policy.title).toBe('Keeping safe')
    expect(passageLines(policy)).toEqual(['paragraph Keeping safe'])
  })

  test('a typed number is the number of its heading', async () => {
    const policy = await read(heading(2, '3.2 Confidentiality'), {styles: headings})
    expect(policy.sections[0]).toMatchObject({number: '3.2', title: 'Confidentiality'})
  })

  test('a whole clause in a heading style is text to be judged', async () => {
    const clause = 'Everybody who works here must tell the safeguarding lead about a worry on the same working day.'
    const policy = await read(heading(2, clause), {styles: headings})
    expect(passageLines(policy)).toEqual([`paragraph ${clause}`])
  })

  test('a box with a heading waits for the end of the section beside it', async () => {
    const box = `<w:r><w:pict><v:rect><v:textbox><w:txbxContent>${heading(2, 'Numbers')}${p('Ring us.')}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>`
    const body = heading(2, 'Reporting') + p(r('First.') + box) + p('Second.') + heading(2, 'Records') + p('Third.')
    const policy = await read(body, {styles: headings})
    expect(headingLines(policy)).toEqual(['2 Reporting', '2 Numbers', '2 Records'])
    expect(policy.sections[0]!.passages.map(({text}) => text)).toEqual(['First.', 'Second.'])
  })
})

describe('words', () => {
  test.each([
    [
      'a carriage return and a tab part words',
      '<w:r><w:t>one</w:t><w:cr/><w:t>two</w:t><w:ptab/><w:t>three</w:t></w:r>',
      'one two three',
    ],
    ['soft hyphens go', '<w:r><w:t>safe</w:t><w:softHyphen/><w:t>guarding</w:t></w:r>', 'safeguarding'],
    [
      'hard hyphens and spaces become plain',
      '<w:r><w:t>multi</w:t><w:noBreakHyphen/><w:t>agency\u00a0team</w:t></w:r>',
      'multi-agency team',
    ],
    ['symbols become characters', '<w:r><w:t>done </w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', 'done ✓'],
    ['a simple field shows its result', `<w:fldSimple w:instr="DOCPROPERTY Version">${r('3.1')}</w:fldSimple>`, '3.1'],
    [
      'a field shows its result and not its code',
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('page 4')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      'page 4',
    ],
    ['equations', `${r('risk ')}<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>`, 'risk a+b'],
    [
      'ruby text follows its base',
      `<w:r><w:ruby><w:rt>${r('kan')}</w:rt><w:rubyBase>${r('base')}</w:rubyBase></w:ruby></w:r>`,
      'base (kan)',
    ],
    ['smart tags and direction marks', `<w:smartTag>${r('Tell ')}</w:smartTag><w:bdo>${r('us')}</w:bdo>`, 'Tell us'],
    [
      'a checkbox of an old form',
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' +
        r(' yes'),
      '☒ yes',
    ],
  ])('%s', async (_, runs, text) => {
    const [passage] = passagesOf(await read(p(runs)))
    expect(passage?.text).toBe(text)
  })

  test('a dropped capital is part of its word', async () => {
    const body = p('S', '<w:framePr w:dropCap="drop"/>') + p('afety comes first.')
    expect(passageLines(await read(body))).toEqual(['paragraph Safety comes first.'])
  })

  test('hidden text is left out, with a notice', async () => {
    const policy = await read(p(r('Shown.') + r(' not this', '<w:vanish/>')))
    expect(passageLines(policy)).toEqual(['paragraph Shown.'])
    expect(policy.notices).toMatchObject([{code: 'hidden-text', message: '2 words are hidden and left out'}])
  })

  test('links keep their words and say where they go; scripts go nowhere', async () => {
    const body = p(
      `<w:hyperlink r:id="l1">${r('the front')}${r(' door')}</w:hyperlink>${r(' or ')}<w:hyperlink r:id="l2">${r('here')}</w:hyperlink>`,
    )
    const relations = [
      ['l1', 'hyperlink', 'https://www.northmoor.example/mash'],
      ['l2', 'hyperlink', 'javascript:alert(1)'],
    ] as const
    const [passage] = passagesOf(await read(body, {relations}))
    expect(passage).toMatchObject({
      text: 'the front door or here',
      links: [{text: 'the front door', target: 'https://www.northmoor.example/mash'}],
    })
  })

  test('highlighted words and placeholders are residue', async () => {
    const slot = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('Click to enter')}</w:sdtContent></w:sdt>`
    const [first, second] = passagesOf(
      await read(p(r('Ring ') + r('[number]', '<w:highlight w:val="yellow"/>')) + p(r('Owner: ') + slot)),
    )
    expect(first).toMatchObject({text: 'Ring [number]', residue: ['[number]']})
    expect(second).toMatchObject({text: 'Owner: Click to enter', residue: ['Click to enter']})
  })
})

describe('tracked changes', () => {
  const change = 'w:id="1" w:author="A" w:date="2026-01-05T09:00:00Z"'
  const body = p(
    `${r('within ')}<w:del ${change}><w:r><w:delText>five</w:delText></w:r></w:del><w:ins ${change}>${r('two')}</w:ins>${r(' days')}`,
  )

  test.each([
    ['accepted', 'within two days'],
    ['original', 'within five days'],
  ] as const)('%s', async (revisions, text) => {
    const policy = await read(body, {}, {revisions})
    expect(passagesOf(policy).map((passage) => passage.text)).toEqual([text])
    expect(policy.notices.map(({code}) => code)).toEqual(['tracked-changes'])
  })

  test('a deleted paragraph mark joins two paragraphs', async () => {
    const joined = p('One ', `<w:rPr><w:del ${change}/></w:rPr>`) + p('two')
    expect(passageLines(await read(joined))).toEqual(['paragraph One two'])
    expect(passageLines(await read(joined, {}, {revisions: 'original'}))).toEqual(['paragraph One', 'paragraph two'])
  })
})

describe('what stands beside the text', () => {
  test('headers and footers come once, before the text', async () => {
    const reference = (kind: string, type: string) => `<w:${kind}Reference w:type="${type}" r:id="${kind}"/>`
    const section = `<w:sectPr>${reference('header', 'default')}${reference('footer', 'default')}</w:sectPr>`
    const part = (kind: string, text: string) =>
      `<w:${kind} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${p(text)}</w:${kind}>`
    const policy = await read(p('Text.', section) + section, {
      relations: [
        ['header', 'header', 'h.xml'],
        ['footer', 'footer', 'f.xml'],
      ],
      parts: {'word/h.xml': part('hdr', 'Northmoor'), 'word/f.xml': part('ftr', 'Version 3')},
    })
    expect(passageLines(policy)).toEqual(['header Northmoor', 'footer Version 3', 'paragraph Text.'])
  })

  test('notes and comments stand after the paragraph that they hang on', async () => {
    const body =
      p(`${r('Tell the lead.')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>`) +
      p('Then write it down.')
    const policy = await read(body, {
      footnotes: `<w:footnote w:id="0" w:type="separator">${p('-')}</w:footnote><w:footnote w:id="2">${p('Or the deputy.')}</w:footnote>`,
      comments: `<w:comment w:id="0">${p('Is this right?')}</w:comment><w:comment w:id="9">${p('On nothing.')}</w:comment>`,
    })
    expect(passageLines(policy)).toEqual([
      'paragraph Tell the lead.',
      'footnote Or the deputy.',
      'comment Is this right?',
      'paragraph Then write it down.',
      'comment On nothing.',
    ])
  })

  test('a text box that is written twice is read once', async () => {
    const box = `<w:txbxContent>${p('In danger? Ring 999.')}</w:txbxContent>`
    const drawing = `<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>`
    const old = `<w:pict><v:rect><v:textbox>${box}</v:textbox></v:rect></w:pict>`
    const choice = (first: string, second: string) =>
      p(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${first}</mc:Choice><mc:Fallback>${second}</mc:Fallback></mc:AlternateContent></w:r>`,
      )
    for (const body of [
      choice(drawing, old),
      choice(drawing, '<w:pict/>'),
      choice('<w:drawing/>', old),
      p(`<w:r>${drawing}</w:r>`),
    ]) {
      expect(passageLines(await read(body))).toEqual(['text-box In danger? Ring 999.'])
    }
  })

  test('pictures are not lost in silence', async () => {
    const picture =
      '<w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="Flowchart of a referral"/><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    const policy = await read(heading(1, 'Referral') + p(`${r('See below.')}<w:r>${picture}</w:r>`), {styles: headings})
    expect(policy.notices).toMatchObject([
      {
        code: 'image-not-read',
        message: 'a picture is not read; its description says "Flowchart of a referral"',
        place: {headings: ['Referral']},
      },
    ])
  })

  test('a contents table is kept apart, and its headings are read where they stand', async () => {
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('Aim 3')}</w:sdtContent></w:sdt>`
    const field =
      p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
          r('Aim 3'),
      ) + p(`${r('Scope 4')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
    const policy = await read(control + field + heading(1, 'Aim') + p('Text.'), {styles: headings})
    expect(passageLines(policy)).toEqual(['contents Aim 3', 'contents Aim 3', 'contents Scope 4', 'paragraph Text.'])
  })
})

describe('tables', () => {
  const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
  const row = (cells: string[], properties = '') =>
    `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`
  const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`

  test('a row carries its header cells, and a cell that continues the one above it has its words', async () => {
    const body = table(
      row([cell(p('Who')), cell(p('Within'))], '<w:tblHeader/>'),
      row([cell(p('Manager'), '<w:vMerge w:val="restart"/>'), cell(p('1 day'))]),
      row([cell(p(''), '<w:vMerge/>'), cell(p('2 days'))]),
    )
    const rows = passagesOf(await read(body))
    expect(rows.map(({text}) => text)).toEqual(['Who | Within', 'Manager: 1 day', '2 days'])
    expect(rows[2]!.cells).toEqual([
      {header: 'Who', text: 'Manager'},
      {header: 'Within', text: '2 days'},
    ])
  })

  test('a bold first row is a header row', async () => {
    const bold = (text: string) => cell(p(r(text, '<w:b/>')))
    const rows = passagesOf(
      await read(table(row([bold('Name'), bold('Telephone')]), row([cell(p('LADO')), cell(p('01632 960303'))]))),
    )
    expect(rows[1]).toMatchObject({text: 'LADO: 01632 960303', cells: [{header: 'Name'}, {header: 'Telephone'}]})
  })

  test('a box of clauses reads as running text', async () => {
    const policy = await read(table(row([cell(heading(1, 'Aim') + p('We keep people safe.') + p('We listen.'))])), {
      styles: headings,
    })
    expect(headingLines(policy)).toEqual(['1 Aim'])
    expect(passageLines(policy)).toEqual(['paragraph We keep people safe.', 'paragraph We listen.'])
  })

  test('a list in a cell knows its column and the name of its row', async () => {
    const item = (text: string) => p(text, '<w:numPr><w:numId w:val="1"/></w:numPr>')
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const body = table(
      row([cell(p('Role')), cell(p('Duties'))], '<w:tblHeader/>'),
      row([cell(p('Deputy')), cell(item('answers the telephone') + item('keeps the log'))]),
    )
    const passages = passagesOf(await read(body, {numbering}))
    expect(passages.slice(2)).toMatchObject([
      {form: 'list-item', text: 'answers the telephone', cells: [{header: 'Duties Deputy'}]},
      {form: 'list-item', text: 'keeps the log', cells: [{header: 'Duties Deputy'}]},
    ])
  })

  test('a table in a cell comes after its row', async () => {
    const inner = table(row([cell(p('a')), cell(p('b'))]))
    expect(passageLines(await read(table(row([cell(p('x')), cell(p('y') + inner)]))))).toEqual([
      'table-row x: y',
      'table-row a: b',
    ])
  })
})

test('text that another file brought in is read or named', async () => {
  const policy = await read('<w:altChunk r:id="a"/><w:altChunk r:id="b"/>', {
    relations: [
      ['a', 'aFChunk', 'in.html'],
      ['b', 'aFChunk', 'in.rtf'],
    ],
    parts: {
      'word/in.html': '<html><style>x</style><body><p>Tell &amp; record.</p></body></html>',
      'word/in.rtf': '{\\rtf1}',
    },
  })
  expect(passageLines(policy)).toEqual(['paragraph Tell & record.'])
  expect(policy.notices.map(({code}) => code)).toEqual(['imported-text-not-read'])
})

test.each([
  [
    'a typed list',
    'It is for anyone who: <w:br/>(a) runs; or <w:br/>(b) helps.',
    ['It is for anyone who:', '(a) runs; or', '(b) helps.'],
  ],
  ['typed bullets', 'Never <w:br/>• promise <w:br/>• wait', ['Never', 'promise', 'wait']],
  ['an address', 'Write to 1 High Street <w:br/>Wexcombe', ['Write to 1 High Street Wexcombe']],
  ['a number at the start of a line', 'Ring within <w:br/>2. That is a rule.', ['Ring within 2. That is a rule.']],
])('a paragraph of several lines is taken apart where its author typed a list: %s', async (_, line, expected) => {
  const runs = line.split('<w:br/>').map((part) => r(part))
  const policy = await read(`<w:p>${runs.join('<w:r><w:br/></w:r>')}</w:p>`)
  expect(passagesOf(policy).map(({text}) => text)).toEqual(expected)
})
