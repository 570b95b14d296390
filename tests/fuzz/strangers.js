import {unzipSync} from 'fflate'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {SaxesParser} from 'saxes'
import {unified} from 'unified'
import {BrokenLaw} from './laws.js'

// What others make of our formats. A character that a terminal would obey must be in none of them.

const harmful = /[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Surrogate}]/u

const readers = {
  terminal: (text) => plain(text),
  github: (text) => plain(text),
  json: (text) => JSON.parse(plain(text)),
  sarif: (text) => JSON.parse(plain(text)),
  csv: (text) => csv(plain(text)),
  markdown: (text) => unified().use(remarkParse).use(remarkGfm).parse(plain(text)),
  junit: (text) => xml(text),
  html: (text) => html(text),
  word: (bytes) => archive(bytes),
  xlsx: (bytes) => archive(bytes),
}

/** Reads a report back as a stranger would. Raises an error where he could not, or should not. */
export function readBack(format, content) {
  return readers[format](content)
}

function plain(text) {
  const found = harmful.exec(text.replace(/\r\n|\n/g, ''))
  if (found) throw new BrokenLaw(`a report holds the character U+${found[0].codePointAt(0).toString(16)}`)
  return text
}

function xml(text) {
  const parser = new SaxesParser({xmlns: true})
  parser.on('error', (error) => {
    throw new BrokenLaw(`a report is no XML: ${error.message}`)
  })
  parser.write(plain(text.replaceAll('\t', ' '))).close()
}

/** A page holds no script but its own, and nothing that acts or asks a network by itself. */
function html(text) {
  plain(text)
  if ((text.match(/<script/gi) ?? []).length > 1) throw new BrokenLaw('a page holds a script of somebody else')
  const tags = text.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '').match(/<[a-z][^>]*>/gi) ?? []
  const acting = tags.find((tag) => /^<(?:img|iframe|object|embed|link|base|form)\b|\s(?:on\w+|src|style)\s*=/i.test(tag) && !/^<form class="filters"|^<link rel="icon" href="data:,">$/.test(tag))
  if (acting) throw new BrokenLaw(`a page holds ${acting.slice(0, 100)}`)
}

function archive(bytes) {
  for (const [name, part] of Object.entries(unzipSync(bytes))) if (isXml(name)) xml(new TextDecoder().decode(part))
}

/**
 * A copy of an archive: what was sound in the original is so in the copy, and what was not there before. Where the
 * original is damaged in a part that nobody needs, so is the copy.
 */
export function readCopy(bytes, original) {
  const before = unzippedOr(null, original)
  if (before === null) return
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (isXml(name) && (before[name] === undefined || isSound(before[name]))) xml(new TextDecoder().decode(part))
  }
}

function unzippedOr(otherwise, bytes) {
  try {
    return unzipSync(bytes)
  } catch {
    return otherwise
  }
}

function isXml(name) {
  return /\.(?:xml|rels)$/.test(name)
}

function isSound(part) {
  try {
    xml(new TextDecoder().decode(part))
    return true
  } catch {
    return false
  }
}

/** By RFC 4180; each record has as many fields as the first. */
export function csv(text) {
  const records = []
  let record = []
  const fields = /"((?:[^"]|"")*)"(,|\r?\n|$)|([^",\r\n]*)(,|\r?\n|$)/y
  const start = text.startsWith('\ufeff') ? 1 : 0
  for (fields.lastIndex = start; fields.lastIndex < text.length; ) {
    const found = fields.exec(text)
    if (!found) throw new BrokenLaw('a report is no CSV')
    record.push((found[1] ?? found[3]).replaceAll('""', '"'))
    if ((found[2] ?? found[4]) !== ',') records.push(record.splice(0))
  }
  if (records.some(({length}) => length !== records[0].length)) throw new BrokenLaw('a record of the CSV has more or fewer fields than the first')
  return records
}
