import {InputError} from '../model/input-error.js'
import type {Policy} from '../model/policy.js'
import type {Source} from '../model/source.js'
import type {TracedPolicy} from './policy-of.js'
import {refusalFor} from './refused-formats.js'

export interface ReadOptions {
  /** How tracked changes of a Word document are read; accepted when not given. */
  readonly revisions?: 'accepted' | 'original'
}

interface PolicyReader {
  readonly name: string
  suits(source: Source): boolean
  read(source: Source, options: ReadOptions): Promise<TracedPolicy>
}

/** The formats a policy may come in, told apart by their first bytes, then by their name. Each loads when it is needed. */
const readers: readonly PolicyReader[] = [
  {
    name: 'Word (.docx)',
    suits: ({bytes}) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04,
    read: async (source, options) => (await import('./word/index.js')).readTracedWord(source, options),
  },
  {
    name: 'Markdown (.md)',
    suits: ({path, bytes}) => markdownEndings.has(endingOf(path)) && !looksBinary(bytes),
    read: async (source) => {
      const {readMarkdown} = await import('./markdown/index.js')
      return {policy: await readMarkdown(source), origins: new Map()}
    },
  },
]

/** Endings that writers of Markdown use; standard input has none. */
const markdownEndings: ReadonlySet<string> = new Set(['.md', '.markdown', '.mdown', '.mkd', '.mdx', '.qmd', '.rmd', ''])

/**
 * Reads a policy, whatever format it is in.
 *
 * Raises InputError for a file that is none of ours, that is locked, broken or beyond the limits.
 */
export async function readPolicy(source: Source, options: ReadOptions = {}): Promise<Policy> {
  return (await readTracedPolicy(source, options)).policy
}

/** The same with the way back from its passages into the file. */
export async function readTracedPolicy(source: Source, options: ReadOptions = {}): Promise<TracedPolicy> {
  const refusal = refusalFor(source.bytes, source.path)
  if (refusal) throw refusal
  const reader = readers.find(({suits}) => suits(source))
  if (reader) return reader.read(source, options)
  const formats = readers.map(({name}) => name).join(' or ')
  throw new InputError(
    'FORMAT_UNKNOWN',
    source.path,
    'cannot tell what kind of document this is',
    looksBinary(source.bytes)
      ? `Give a ${formats} file.`
      : `Give a ${formats} file; if this is Markdown, give it a name that ends in .md.`,
  )
}

function endingOf(path: string): string {
  return /[^/\\](\.[^./\\]*)$/.exec(path)?.[1]?.toLowerCase() ?? ''
}

/** Whether the first bytes are no text in any encoding that we read: a zero byte stands in UTF-16 only beside letters. */
function looksBinary(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 1024)
  let odd = 0
  let even = 0
  for (let index = 0; index < start.length; index++) if (start[index] === 0) index % 2 ? odd++ : even++
  if (odd === 0 && even === 0) return false
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return !marked && odd > 0 && even > 0
}
