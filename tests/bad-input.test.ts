import {mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {strToU8, zipSync} from 'fflate'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {expectOneLine, policyAlignWith} from './program.js'

// What people give by mistake: each is told in one line with its place and its fix, and nothing is written.

let folder: string

const word = zipSync({
  '[Content_Types].xml': strToU8(
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  '_rels/.rels': strToU8(
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  ),
  'word/document.xml': strToU8(
    `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:p><w:r><w:t>We keep children safe.</w:t></w:r></w:p>'.repeat(40)}</w:body></w:document>`,
  ),
})

/** The first bytes of a compound file: Word before 2007, and every encrypted .docx. */
function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(4096)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.set(new Uint8Array(Buffer.from(stream, 'utf16le')), 1024)
  return bytes
}

const model = `id: testshire
title: Testshire procedures
edition: 2026-06
extends: [england]
provenance:
  verifiedOn: 2026-06-02
partnerships:
  lscp:
    name: Testshire Safeguarding Children Partnership
contacts:
  lado:
    name: Testshire LADO
    phone: 01632 960303
timescales:
  ladoNotify:
    value: 1
    unit: working-days
`

const policies: Readonly<Record<string, Uint8Array | string>> = {
  'empty.docx': '',
  'empty.md': '',
  'old.doc': compound('WordDocument'),
  'old-in-disguise.docx': compound('WordDocument'),
  'encrypted.docx': compound('EncryptedPackage'),
  'paper.docx': '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<<>>\nendobj\n',
  'paper.pdf': '%PDF-1.7\n',
  'rich.rtf': '{\\rtf1 We keep children safe.}',
  'truncated.docx': word.slice(0, word.length - 60),
  'half.docx': word.slice(0, Math.floor(word.length / 2)),
  'other.docx': zipSync({'readme.txt': strToU8('not a document')}),
  'words.txt': 'We keep children safe.',
  'noise.md': new Uint8Array([0, 1, 2, 3, 0xff, 0xfe, 0, 0, 0, 0]),
}

const models: Readonly<Record<string, readonly [text: string, told: RegExp]>> = {
  'empty.yaml': ['', /empty\.yaml/],
  'misspelt.yaml': [model.replace('  ladoNotify:', '  ladoNotify:\n    vaule: 2'), /misspelt\.yaml:\d+:\d+: .*vaule/],
  'wrong-type.yaml': [model.replace('value: 1', 'value: one'), /wrong-type\.yaml:\d+:\d+: /],
  'dangling.yaml': [model.replace('[england]', '[engalnd]'), /dangling\.yaml:\d+:\d+: .*engalnd/],
  'twice.yaml': [`${model}title: Again\n`, /twice\.yaml:\d+:\d+: /],
  'syntax.yaml': [
    model.replace('title: Testshire procedures', 'title: "Testshire procedures'),
    /syntax\.yaml:\d+:\d+: /,
  ],
  'syntax.json': ['{"id": "x",, }', /syntax\.json:\d+:\d+: /],
  'no-date.yaml': [model.replace('2026-06-02', '2026-02-30'), /no-date\.yaml:\d+:\d+: .*2026-02-30/],
  'list.yaml': ['- a\n- b\n', /list\.yaml/],
  'missing-id.yaml': [model.replace('id: testshire\n', ''), /missing-id\.yaml.*\bid\b/],
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-align-'))
  writeFileSync(join(folder, 'good.md'), '# Safeguarding policy\n\nWe keep children safe.\n')
  writeFileSync(join(folder, 'good.yaml'), model)
  writeFileSync(join(folder, 'whole.docx'), word)
  mkdirSync(join(folder, 'folder'))
  for (const [name, content] of Object.entries(policies)) writeFileSync(join(folder, name), content)
  for (const [name, [text]] of Object.entries(models)) writeFileSync(join(folder, name), text)
})
afterAll(() => rmSync(folder, {recursive: true}))

function refused(name: string, ...args: string[]): string {
  const before = readdirSync(folder)
  const {code, stdout, stderr} = policyAlignWith({cwd: folder}, ...args)
  expect({code, stdout}, stderr).toEqual({code: 2, stdout: ''})
  expectOneLine(stderr)
  expect(stderr).toMatch(new RegExp(`^policy-align: ${name.replaceAll('.', '\\.')}(?::\\d+)*: .+[.?] .+[.?]\\n$`))
  expect(readdirSync(folder)).toEqual(before)
  return stderr
}

test('what is whole is taken', () => {
  expect(policyAlignWith({cwd: folder}, 'check', 'whole.docx', '--procedures', 'good.yaml').code).toBe(1)
})

describe('policies', () => {
  test.each(['nowhere.docx', ...Object.keys(policies)])('%s', (name) => {
    refused(name, 'check', name, '--output', 'report.json')
    refused(name, 'inspect', name)
  })

  test('a folder without a policy', () => {
    expect(refused('folder', 'check', 'folder')).toContain('there is no Word or Markdown file in this folder')
  })

  test.each(['old.doc', 'old-in-disguise.docx', 'paper.docx', 'rich.rtf'])(
    '%s is told how to become a .docx',
    (name) => {
      expect(refused(name, 'check', name)).toMatch(/\.docx\b.*\n$/)
    },
  )

  test('an encrypted document is told to lose its password', () => {
    expect(refused('encrypted.docx', 'check', 'encrypted.docx')).toMatch(/password/i)
  })
})

describe('procedures', () => {
  test.each(Object.entries(models))('%s', (name, [, told]) => {
    expect(refused(name, 'check', 'good.md', '--procedures', name, '--output', 'report.json')).toMatch(told)
  })

  test('a folder', () => {
    expect(refused('folder', 'check', 'good.md', '--procedures', 'folder')).toContain('this is a folder')
  })
})

describe('organisations', () => {
  test.each([
    ['nameless.yaml', 'profile: [charity]\n'],
    ['unknown-field.yaml', 'name: Us\nprofile: [charity]\nphone: 01632 960001\n'],
    ['wrong-date.yaml', 'name: Us\nprofile: [charity]\nnextReview: 2026-13-01\n'],
  ])('%s', (name, text) => {
    writeFileSync(join(folder, name), text)
    refused(name, 'check', 'good.md', '--organisation', name)
  })
})
