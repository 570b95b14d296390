import {InputError} from '../model/input-error.js'
import {type Policy, passagesOf} from '../model/policy.js'
import type {Source} from '../model/source.js'
import {readPolicy} from './policy.js'

/**
 * Reads a document of a partnership, to draft a model from: Word, Markdown, or a web page as a browser saved it.
 *
 * Raises InputError for a file that is none of these, that is locked or broken, or that holds no text.
 */
export async function readProcedureDocument(source: Source): Promise<Policy> {
  const page = looksLikePage(source)
  const policy = page ? (await import('./html/index.js')).readHtml(source) : await readPolicy(source)
  if (passagesOf(policy).every(({text}) => text.trim() === '')) {
    throw new InputError(
      'DOCUMENT_EMPTY',
      source.path,
      'no text was found in this document',
      page
        ? 'The page may be made by scripts: copy its text into a Word document, and give that.'
        : 'Open it: if its pages are pictures, give the document that they were made from.',
    )
  }
  return policy
}

function looksLikePage({path, bytes}: Source): boolean {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] !== 0 && bytes[1] === 0)
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096))
    .toString(wide ? 'utf16le' : 'utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
  if (/^mime-version:/i.test(head) || head.startsWith('PK\u0003\u0004') || head.startsWith('%PDF')) return false
  if (/\.(?:html?|xhtml)$/i.test(path)) return true
  if (/\.(?:md|markdown)$/i.test(path)) return false
  return /^(?:<!--[^>]{0,400}-->\s{0,20})?(?:<\?xml[^>]{0,200}\?>\s{0,20})?(?:<!doctype\s{1,9}html|<html[\s>])/i.test(
    head,
  )
}
