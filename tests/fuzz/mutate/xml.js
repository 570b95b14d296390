import {nasty} from './nasty.js'
import {mutateText} from './text.js'

/** Pieces of XML, and of what Word writes, whole and broken. */
const pieces = [
  ...['<!DOCTYPE a [<!ENTITY b "c">]>', '<!ENTITY', '<![CDATA[a]]>', '<![CDATA[', '<!-- a -->', '<!--', '<?a b?>', '<?xml version="1.1" encoding="utf-16"?>', '&b;', '&#0;', '&#x110000;', '&lt;', 'xmlns:w="urn:other"', 'xmlns=""', ' w:val="1" w:val="2"', '<a:b/>', '<w:', '</w:p>', '<w:p>', ' xml:space="preserve"'],
  ...['<w:p><w:r><w:t>Ring Eastmere MASH on 01632 960451 within 24 hours.</w:t></w:r></w:p>', '<w:p/>', '<w:r/>', '<w:t/>', '<w:tab/>', '<w:br w:type="page"/>', '<w:sym w:font="Wingdings" w:char="F0FC"/>', '<w:sym w:char="zz"/>', '<w:noBreakHyphen/>', '<w:softHyphen/>', '<w:cr/>', '<w:ptab/>'],
  ...['<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>', '<w:tbl/>', '<w:tr/>', '<w:tc/>', '<w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>', '<w:tcPr><w:vMerge/></w:tcPr>', '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', '<w:trPr><w:gridBefore w:val="-1"/></w:trPr>', '<w:tblGrid/>'],
  ...['<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>', '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="-5"/></w:numPr>', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', '<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="__proto__"/>', '<w:basedOn w:val="Heading1"/>', '<w:lvlText w:val="%1.%2.%9"/>', '<w:start w:val="-7"/>', '<w:numFmt w:val="upperRoman"/>', '<w:numFmt w:val="chineseCounting"/>', '<w:lvlRestart w:val="0"/>', '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="999999999"/></w:lvlOverride>', '<w:suff w:val="nothing"/>'],
  ...['<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="separate"/>', '<w:fldChar w:fldCharType="end"/>', '<w:instrText> HYPERLINK "https://a.example" </w:instrText>', '<w:instrText> TOC \\o "1-3" </w:instrText>', '<w:instrText> REF a \\h </w:instrText>', '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>', '<w:hyperlink r:id="rId1">', '<w:hyperlink w:anchor="a">', '<w:bookmarkStart w:id="1" w:name="a"/>', '<w:bookmarkEnd w:id="1"/>'],
  ...['<w:ins w:id="1" w:author="a" w:date="x">', '</w:ins>', '<w:del>', '</w:del>', '<w:moveFrom>', '</w:moveFrom>', '<w:moveTo>', '<w:delText>a</w:delText>', '<w:rPr><w:del/></w:rPr>', '<w:rPr><w:vanish/></w:rPr>', '<w:commentRangeStart w:id="0"/>', '<w:commentReference w:id="0"/>', '<w:footnoteReference w:id="1"/>', '<w:endnoteReference w:id="99"/>', '<w:footnoteReference/>'],
  ...['<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>', '</w:sdtContent></w:sdt>', '<mc:AlternateContent><mc:Choice Requires="wps">', '</mc:Choice><mc:Fallback>', '<w:txbxContent><w:p><w:r><w:t>a</w:t></w:r></w:p></w:txbxContent>', '<w:drawing/>', '<w:pict/>', '<w:object/>', '<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>', '<w:altChunk r:id="rId1"/>', '<w:subDoc r:id="rId1"/>', '<w:sectPr/>', '<w:smartTag>', '<w:ruby>', '<w:dir w:val="rtl">', '<w:customXml>'],
]

const tag = /<[^<>]{1,2000}>/g
const attribute = /([\w:]{1,40})="([^"<]{0,200})"/g

/** Changes that know tags and attributes; most leave the XML well-formed, so that what reads it is reached. */
const changes = [
  (xml, chance) => atTag(xml, chance, () => ''),
  (xml, chance) => atTag(xml, chance, (found) => found + found),
  (xml, chance) => atTag(xml, chance, (found) => found + chance.pick(pieces)),
  (xml, chance) => atTag(xml, chance, (found) => chance.pick(pieces) + found),
  (xml, chance) => atAttribute(xml, chance, (name) => `${name}="${escaped(chance.pick(nasty))}"`),
  (xml, chance) => atAttribute(xml, chance, (name) => `${name}="${chance.pick(['0', '-1', '1', '2', '9', '99999999999', '', 'x', 'rId1', 'on', 'false', 'valueOf'])}"`),
  (xml, chance) => atAttribute(xml, chance, () => ''),
  (xml, chance) => {
    const elements = elementsIn(xml)
    return elements.length === 0 ? xml : without(xml, chance.pick(elements))
  },
  (xml, chance) => {
    const elements = elementsIn(xml)
    if (elements.length === 0) return xml
    const [from, to] = chance.pick(elements)
    return xml.slice(0, to) + xml.slice(from, to).repeat(Math.min(chance.few(60), 1 + Math.floor(40_000 / (to - from)))) + xml.slice(to)
  },
  (xml, chance) => {
    const elements = elementsIn(xml)
    if (elements.length < 2) return xml
    const [[from, to], [target]] = [chance.pick(elements), chance.pick(elements)]
    return xml.slice(0, target) + xml.slice(from, to) + xml.slice(target)
  },
  (xml, chance) => {
    const elements = elementsIn(xml)
    if (elements.length === 0) return xml
    const [from, to] = chance.pick(elements)
    const [open, close] = chance.pick(wrappings)
    const times = chance.few(120)
    return xml.slice(0, from) + open.repeat(times) + xml.slice(from, to) + close.repeat(times) + xml.slice(to)
  },
  (xml, chance) => {
    const texts = [...xml.matchAll(/>([^<>]{1,400})</g)]
    if (texts.length === 0) return xml
    const {index, 1: text} = chance.pick(texts)
    return xml.slice(0, index + 1) + escaped(chance.once(2) ? chance.pick(nasty) : text + chance.pick(nasty)) + xml.slice(index + 1 + text.length)
  },
  (xml, chance) => mutateText(xml, chance, pieces),
]

const wrappings = [
  ['<w:ins w:id="7" w:author="a">', '</w:ins>'],
  ['<w:del w:id="7" w:author="a">', '</w:del>'],
  ['<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'],
  ['<w:smartTag>', '</w:smartTag>'],
  ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'],
  ['<w:hyperlink w:anchor="a">', '</w:hyperlink>'],
  ['<w:r>', '</w:r>'],
  ['<w:p>', '</w:p>'],
  ['<a xmlns="urn:a">', '</a>'],
]

/** The same XML with a few things changed. */
export function mutateXml(xml, chance) {
  let changed = xml
  for (let times = chance.few(6); times > 0; times--) changed = chance.pick(changes)(changed, chance).slice(0, Math.max(xml.length, chance.most))
  return changed
}

/** Where elements begin and end that hold no element of their own name. */
function elementsIn(xml) {
  return [...xml.matchAll(/<([\w:]{1,40})(?=[\s/>])(?:[^<>]{0,600}\/>|[^<>]{0,600}>(?:(?!<\1[\s/>])[\s\S]){0,4000}?<\/\1>)/g)].map(({index, 0: found}) => [index, index + found.length])
}

function without(xml, [from, to]) {
  return xml.slice(0, from) + xml.slice(to)
}

function atTag(xml, chance, change) {
  return at(xml, [...xml.matchAll(tag)], chance, ({0: found}) => change(found))
}

function atAttribute(xml, chance, change) {
  return at(xml, [...xml.matchAll(attribute)], chance, ({1: name}) => change(name))
}

function at(xml, found, chance, change) {
  if (found.length === 0) return xml
  const one = chance.pick(found)
  return xml.slice(0, one.index) + change(one) + xml.slice(one.index + one[0].length)
}

function escaped(text) {
  return text.replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
