import {describe, expect, test} from 'vitest'
import {InputError} from '../../src/model/input-error.js'
import {readPolicy} from '../../src/read/policy.js'

const refused = async (path: string, bytes: string | Uint8Array): Promise<InputError> => {
  const source = {path, bytes: typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes}
  const error = await readPolicy(source).then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(InputError)
  return error as InputError
}

describe('what is no policy of ours is refused with the way out', () => {
  test.each([
    ['an empty file', 'policy.md', '', 'FILE_EMPTY'],
    ['a PDF under any name', 'policy.md', '%PDF-1.7\n', 'FORMAT_PDF'],
    ['RTF', 'policy.docx', '{\\rtf1\\ansi Words}', 'FORMAT_RTF'],
    ['a picture', 'policy.png', '\x89PNG\r\n\x1a\n\0\0\0\0\0', 'FORMAT_UNKNOWN'],
    ['plain text under another name', 'policy.txt', 'Words.', 'FORMAT_UNKNOWN'],
    ['text named as Word', 'policy.docx', 'Words.', 'WORD_CORRUPT'],
  ])('%s', async (_, path, bytes, code) => {
    const error = await refused(path, bytes)
    expect(error.code).toBe(code)
    expect(error.fix).toMatch(/^[A-Z].*\.$/)
  })

  test('a file beyond any policy', async () => {
    expect((await refused('policy.md', new Uint8Array(9_000_000).fill(0x61))).code).toBe('POLICY_TOO_LARGE')
  })
})

test.each(['policy.md', 'POLICY.MARKDOWN', 'standard-input.md', 'a.folder/policy'])(
  '%s is read as Markdown',
  async (path) => {
    const policy = await readPolicy({path, bytes: Buffer.from('# Safety\n\nWords.\n')})
    expect(policy).toMatchObject({format: 'markdown', title: 'Safety', words: 2})
  },
)
