import {strToU8, zipSync} from 'fflate'
import type {Passage, Policy, Section} from '../../src/model/policy.js'
import {passagesOf, sectionsOf} from '../../src/model/policy.js'
import {readPolicy} from '../../src/read/policy.js'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  `xmlns:r="${office}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
].join(' ')

/** What a test puts into a Word file: the XML inside its parts, and any part whole. */
export interface Written {
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly comments?: string
  /** More parts, whole, by name. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>
  /** Relations of the main part: id, the last word of the type, target. */
  readonly relations?: readonly (readonly [string, string, string])[]
}

/** A Word file with this body. */
export function wordFile(
  body: string,
  {styles, numbering, footnotes, comments, parts, relations = []}: Written = {},
): Uint8Array {
  const given = {styles, numbering, footnotes, comments}
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': relationsPart([['main', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': strToU8(`<w:document ${namespaces}><w:body>${body}</w:body></w:document>`),
  }
  const own: (readonly [string, string, string])[] = [...relations]
  for (const [name, xml] of Object.entries(given)) {
    if (xml === undefined) continue
    files[`word/${name}.xml`] = strToU8(`<w:${name} ${namespaces}>${xml}</w:${name}>`)
    own.push([name, name, `${name}.xml`])
  }
  files['word/_rels/document.xml.rels'] = relationsPart(own)
  for (const [name, content] of Object.entries(parts ?? {})) {
    files[name] = typeof content === 'string' ? strToU8(content) : content
  }
  return zipSync(files)
}

function relationsPart(relations: readonly (readonly [string, string, string])[]): Uint8Array {
  const list = relations.map(([id, type, target]) => {
    const outside = /^[a-z]+:/i.test(target) ? ' TargetMode="External"' : ''
    return `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${outside}/>`
  })
  return strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`,
  )
}

/** A run, with properties. */
export function r(text: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** A paragraph of runs or of plain text, with properties. */
export function p(content: string, properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : r(content)}</w:p>`
}

export function style(id: string, name: string, inner = ''): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`
}

export const headings = [1, 2, 3]
  .map((n) => style(`Heading${n}`, `heading ${n}`, `<w:pPr><w:outlineLvl w:val="${n - 1}"/></w:pPr>`))
  .join('')

export function heading(level: number, text: string): string {
  return p(text, `<w:pStyle w:val="Heading${level}"/>`)
}

export async function read(
  body: string,
  written: Written = {},
  options: {revisions?: 'accepted' | 'original'} = {},
): Promise<Policy> {
  return readPolicy({path: 'policy.docx', bytes: wordFile(body, written)}, options)
}

/** The passages of a policy, one a line: "list-item 1. the words". */
export function passageLines(policy: Policy): string[] {
  return passagesOf(policy).map(({form, label, text}: Passage) => [form, label, text].filter(Boolean).join(' '))
}

/** The headings of a policy, one a line: "2 3.1 Title". */
export function headingLines(policy: Policy): string[] {
  return sectionsOf(policy)
    .filter(({level}) => level > 0)
    .map(({level, number, title}: Section) => [level, number, title].filter((part) => part !== null).join(' '))
}
