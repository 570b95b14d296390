import {strToU8} from 'fflate'

// A small Word file with one of everything, so that each of its structures is soon hit.

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const spaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${office}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')

const run = (text, look = '') => `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (inner, look = '') => `<w:p>${look && `<w:pPr>${look}</w:pPr>`}${inner.startsWith('<') ? inner : run(inner)}</w:p>`
const numbered = (level) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`
const cell = (inner, look = '') => `<w:tc>${look && `<w:tcPr>${look}</w:tcPr>`}${inner}</w:tc>`
const field = (code, result) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

const body = [
  paragraph('Safeguarding policy', '<w:pStyle w:val="Title"/>'),
  paragraph(field('TOC \\o "1-3"', 'Contents 1')),
  paragraph('Concerns about a child', `<w:pStyle w:val="Heading1"/>${numbered(0)}`),
  paragraph('Anyone can refer. Ring Eastmere MASH on 01632 960451 at once, or 999 if a child is in danger.', numbered(1)),
  paragraph('Record it within 24 hours.', numbered(2)),
  paragraph(`${run('Tell ')}<w:hyperlink r:id="rId9">${run('the LADO')}</w:hyperlink>${run(' within one working day')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
  paragraph(`${run('Never ')}<w:ins w:id="1" w:author="A" w:date="2026-01-02T03:04:05Z">${run('ever ')}</w:ins><w:del w:id="2" w:author="A"><w:r><w:delText>ask </w:delText></w:r></w:del>${run('promise secrecy.')}`),
  `<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>${cell(paragraph('Stage'), '<w:vMerge w:val="restart"/>')}${cell(paragraph('Within'))}</w:tr><w:tr>${cell(paragraph('Stage 1: practitioner'), '<w:vMerge/>')}${cell(paragraph('2 working days'), '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>`,
  paragraph(`<w:commentRangeStart w:id="0"/>${run('Escalation', '<w:b/>')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`, '<w:outlineLvl w:val="1"/>'),
  `<w:sdt><w:sdtPr><w:alias w:val="Lead"/></w:sdtPr><w:sdtContent>${paragraph('The designated safeguarding lead is Hannah Okafor, 07700 900123.')}</w:sdtContent></w:sdt>`,
  paragraph(`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph('In the box: 01632 960453')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph('In the box: 01632 960453')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`),
  paragraph(`${run('a')}<w:r><w:tab/><w:br/><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath><w:fldSimple w:instr=" PAGE ">${run('3')}</w:fldSimple>`),
  paragraph('Review date: 1 September 2026. See Keeping children safe in education 2024.', '<w:ind w:left="720"/>'),
  '<w:sectPr><w:headerReference w:type="default" r:id="rId6"/></w:sectPr>',
].join('')

const part = (name, inner) => strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${name} ${spaces}>${inner}</w:${name}>`)
const style = (id, name, inner = '') => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`
const level = (at, form, text) => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${form}"/><w:lvlText w:val="${text}"/></w:lvl>`
const relations = (list) =>
  strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${/^http/.test(target) ? ' TargetMode="External"' : ''}/>`).join('')}</Relationships>`,
  )

/** Its parts by their names. */
export const richWord = {
  '[Content_Types].xml': strToU8(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  '_rels/.rels': relations([['rId1', 'officeDocument', 'word/document.xml']]),
  'word/document.xml': strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:document ${spaces}><w:body>${body}</w:body></w:document>`),
  'word/_rels/document.xml.rels': relations([
    ['rId2', 'styles', 'styles.xml'],
    ['rId3', 'numbering', 'numbering.xml'],
    ['rId4', 'footnotes', 'footnotes.xml'],
    ['rId5', 'comments', 'comments.xml'],
    ['rId6', 'header', 'header1.xml'],
    ['rId9', 'hyperlink', 'https://www.eastmere.example/lado'],
  ]),
  'word/styles.xml': part(
    'styles',
    style('Normal', 'Normal') + style('Title', 'Title') + style('Heading1', 'heading 1', `<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/>${numbered(0)}</w:pPr>`),
  ),
  'word/numbering.xml': part(
    'numbering',
    `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2')}${level(2, 'lowerLetter', '(%3)')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="3"/></w:lvlOverride></w:num>`,
  ),
  'word/footnotes.xml': part('footnotes', `<w:footnote w:id="2">${paragraph('Eastmere LADO: 01632 960460, lado@eastmere.example')}</w:footnote>`),
  'word/comments.xml': part('comments', `<w:comment w:id="0" w:author="A" w:initials="A">${paragraph('Is this right?')}</w:comment>`),
  'word/header1.xml': part('hdr', paragraph('Quarry Lane, version 3')),
}
