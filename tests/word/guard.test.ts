import {strToU8, zipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {InputError} from '../../src/model/input-error.js'
import {openArchive} from '../../src/read/archive.js'
import {readPolicy} from '../../src/read/policy.js'
import {p, passageLines, read, wordFile} from './word-file.js'

async function refusal(bytes: Uint8Array): Promise<InputError> {
  const started = performance.now()
  const error = await readPolicy({path: 'policy.docx', bytes}).then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(InputError)
  expect(performance.now() - started).toBeLessThan(20_000)
  return error as InputError
}

const main = (xml: string | Uint8Array): Uint8Array => wordFile('', {parts: {'word/document.xml': xml}})
const ole = (...streams: string[]): Uint8Array =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    ...streams.map((name) => Buffer.from(name.padEnd(32, '\0'), 'utf16le')),
  ])

describe('what cannot be read safely is refused at once, with its way out', () => {
  test.each([
    ['an old Word file', () => ole('Root Entry', 'WordDocument'), 'WORD_OLD_DOC'],
    ['a locked file', () => ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 'WORD_ENCRYPTED'],
    ['another old Office file', () => ole('Root Entry', 'Workbook'), 'FORMAT_UNKNOWN'],
    [
      'an OpenDocument file',
      () => zipSync({mimetype: [strToU8('application/vnd.oasis.opendocument.text'), {level: 0}]}),
      'FORMAT_ODT',
    ],
    ['a web page', () => strToU8('<!DOCTYPE html><html></html>'), 'FORMAT_HTML'],
    [
      'Word as one XML file',
      () => strToU8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>'),
      'FORMAT_WORD_XML',
    ],
    ['a zip without a document', () => zipSync({'a.txt': strToU8('words')}), 'WORD_CORRUPT'],
    ['a spreadsheet', () => main('<workbook/>'), 'WORD_CORRUPT'],
    ['a file that was cut off', () => wordFile(p('Words.')).subarray(0, 700), 'WORD_CORRUPT'],
    ['XML that is not well-formed', () => main('<a><b></a>'), 'WORD_CORRUPT'],
    ['an encoding nobody knows', () => main('<?xml version="1.0" encoding="x-none"?><a/>'), 'WORD_CORRUPT'],
    ['a document type', () => main('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), 'WORD_DTD'],
    ['a bomb of text', () => main(new Uint8Array(60_000_000).fill(0x20)), 'WORD_LIMIT'],
    ['a bomb of paragraphs', () => wordFile('<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(700_000)), 'WORD_LIMIT'],
    [
      'deep nesting',
      () => wordFile(`${'<w:sdt><w:sdtContent>'.repeat(5000)}${'</w:sdtContent></w:sdt>'.repeat(5000)}`),
      'WORD_LIMIT',
    ],
  ])('%s', async (_, bytes, code) => {
    const error = await refusal(bytes())
    expect(error.code).toBe(code)
    expect(error.problem).toMatch(/^[a-z].*[^.]$/)
    expect(error.fix).toMatch(/^(?:Open|Copy|Give) .*\.$/)
  })

  test('an archive that claims less than it holds', () => {
    const bytes = zipSync({'a.xml': new Uint8Array(5000)})
    const limits = {entries: 10, part: 4000, total: 8000}
    expect(() => openArchive({path: 'a.docx', bytes}, limits).read('a.xml')).toThrow('unpacks to more')
    expect(() => openArchive({path: 'a.docx', bytes}, {...limits, entries: 0})).toThrow('more than 0 parts')
  })

  test('parts count together', () => {
    const archive = openArchive(
      {path: 'a.docx', bytes: zipSync({a: new Uint8Array(3000), b: new Uint8Array(3000)})},
      {entries: 9, part: 4000, total: 5000},
    )
    expect(archive.read('A')).toHaveLength(3000)
    expect(() => archive.read('b')).toThrow(InputError)
  })
})

describe('what is only odd is read', () => {
  const body =
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Tell us.</w:t></w:r></w:p></w:body></w:document>'

  test.each([
    [
      'UTF-16',
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from(`<?xml version="1.0" encoding="UTF-16"?>${body}`, 'utf16le'),
      ]),
    ],
    ['UTF-16 the other way round', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(body, 'utf16le').swap16()])],
    ['a byte order mark', Buffer.from(`\ufeff${body}`)],
    ['another prefix', Buffer.from(body.replaceAll('w:', 'x:').replace('xmlns:w', 'xmlns:x'))],
    ['no prefix at all', Buffer.from(body.replaceAll('w:', '').replace('xmlns:w', 'xmlns').replace('xmlnsw', 'xmlns'))],
    [
      'the strict form',
      Buffer.from(
        body.replace(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        ),
      ),
    ],
  ])('%s', async (_, xml) => {
    const policy = await readPolicy({path: 'policy.docx', bytes: main(xml.toString('latin1') && new Uint8Array(xml))})
    expect(passageLines(policy)).toEqual(['paragraph Tell us.'])
  })

  test('a link whose relation is missing', async () => {
    expect(
      passageLines(await read(p('<w:hyperlink r:id="gone"><w:r><w:t>Tell us.</w:t></w:r></w:hyperlink>'))),
    ).toEqual(['paragraph Tell us.'])
  })

  test('a damaged footer costs the footer', async () => {
    const policy = await read(`${p('Tell us.')}<w:sectPr><w:footerReference r:id="f"/></w:sectPr>`, {
      relations: [['f', 'footer', 'f.xml']],
      parts: {'word/f.xml': '<broken'},
    })
    expect(passageLines(policy)).toEqual(['paragraph Tell us.'])
    expect(policy.notices).toMatchObject([{code: 'part-not-read'}])
  })

  test('a note that refers to itself is read once', async () => {
    const policy = await read(p('<w:r><w:t>Tell us.</w:t><w:footnoteReference w:id="1"/></w:r>'), {
      footnotes: `<w:footnote w:id="1">${p('<w:r><w:t>Soon.</w:t><w:footnoteReference w:id="1"/></w:r>')}</w:footnote>`,
    })
    expect(passageLines(policy)).toEqual(['paragraph Tell us.', 'footnote Soon.'])
  })
})
