import {InputError} from '../model/input-error.js'
import {corruptWord, lockedWord} from './word-refusals.js'

/**
 * Tells by its first bytes a file that is none of ours: an old or locked Word file, PDF, RTF, OpenDocument, HTML, or
 * nothing at all. The refusal says how to come by a file that can be read; null when there is nothing to refuse.
 */
export function refusalFor(bytes: Uint8Array, path: string): InputError | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const refuse = (code: string, problem: string, fix: string): InputError => new InputError(code, path, problem, fix)
  if (bytes.length === 0) return refuse('FILE_EMPTY', 'the file is empty', 'Give a file that holds the policy.')

  if (buffer.subarray(0, 8).equals(olePrefix)) {
    const streams = buffer.toString('utf16le').toLowerCase() + buffer.subarray(1).toString('utf16le').toLowerCase()
    if (streams.includes('encryptedpackage')) return lockedWord(path)
    if (streams.includes('worddocument')) {
      return refuse('WORD_OLD_DOC', 'this is a Word file of the format before 2007 (.doc)', saveAs('Word'))
    }
    return refuse(
      'FORMAT_UNKNOWN',
      'this is an Office file of the old kind, but not a Word document',
      saveAs('its program'),
    )
  }

  // Some writers put a few bytes before the mark, so it may stand a little way in.
  if (buffer.subarray(0, 1024).includes('%PDF-')) return refuse('FORMAT_PDF', 'this is a PDF', pdfFix)
  const head = textHead(buffer)
  if (head.startsWith('{\\rt')) return refuse('FORMAT_RTF', 'this is a rich text file (RTF)', saveAs('Word'))
  if (buffer.subarray(0, 4).equals(zipPrefix)) {
    const mimetype = buffer.subarray(30, 120).toString('latin1')
    if (mimetype.startsWith('mimetypeapplication/vnd.oasis.opendocument')) {
      return refuse('FORMAT_ODT', 'this is an OpenDocument file (.odt)', saveAs('LibreOffice or Word'))
    }
    return null
  }
  if (/^<\?xml[^>]{0,200}\?>\s{0,20}<\?mso-application progid="Word/.test(head) || head.includes('<pkg:package')) {
    return refuse('FORMAT_WORD_XML', 'this is a Word document saved as a single XML file', saveAs('Word'))
  }
  const markdown = /\.(?:md|markdown)$/i.test(path)
  if (
    !markdown &&
    /^(?:<!--[^>]{0,200}-->\s{0,20})?(?:<\?xml[^>]{0,200}\?>\s{0,20})?<(?:!doctype\s{1,9}html|html)[\s>]/i.test(head)
  ) {
    return refuse('FORMAT_HTML', 'this is a web page (HTML), whatever its name says', saveAs('Word'))
  }
  if (!markdown && /^mime-version:/i.test(head))
    return refuse('FORMAT_HTML', 'this is a saved web page (MHT)', saveAs('Word'))
  if (!markdown && /\.(?:docx|docm|dotx|dotm)$/i.test(path)) {
    return corruptWord(path, 'this is named as a Word file but is not one')
  }
  return null
}

const olePrefix = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const zipPrefix = Buffer.from([0x50, 0x4b, 0x03, 0x04])

const pdfFix =
  'Give the Word file that it was made from, or open the PDF in Word, check the text, save it as .docx, and give that file.'

function saveAs(program: string): string {
  return `Open it in ${program}, choose File, Save As, Word Document (.docx), and give that file.`
}

function textHead(buffer: Buffer): string {
  const wide = (buffer[0] === 0xff && buffer[1] === 0xfe) || buffer[1] === 0
  return buffer
    .subarray(0, 2048)
    .toString(wide ? 'utf16le' : 'utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
}
