// Annotates every Word file of a folder and asks pandoc what became of it: npm run bench:annotate -- FOLDER [--suggest]
//
// For each file it is told whether the text that pandoc extracts with all changes rejected is what it was, and whether
// pandoc shows every comment. A comment that it does not show is looked up in the file: pandoc reads no text boxes and
// no shapes, and hangs nothing on an equation. Needs the built program, and pandoc.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {strFromU8, unzipSync} from 'fflate'
import {annotatePolicy, readYardstick} from '../../dist/align.js'
import {loadEnglandPack} from './pipeline.js'

const args = process.argv.slice(2)
const suggest = args.includes('--suggest')
const [folder] = args.filter((each) => each !== '--suggest')
if (!folder) {
  console.error('Give a folder of Word files.')
  process.exit(2)
}

const yardstick = readYardstick({procedures: [], organisation: null, packs: await loadEnglandPack()})
const options = {asOf: '2026-11-23', revisions: 'accepted', show: 'all', suggest}
const scratch = mkdtempSync(join(tmpdir(), 'policy-align-'))
const outcomes = new Map()
const remarks = []
for (const name of readdirSync(folder).sort()) {
  const [outcome, remark] = await outcomeOf(name)
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  if (remark) remarks.push(`${name}: ${outcome}: ${remark}`)
}
rmSync(scratch, {recursive: true})
for (const [outcome, count] of [...outcomes].sort(([, a], [, b]) => b - a)) console.log(`${String(count).padStart(5)}  ${outcome}`)
for (const remark of remarks) console.log(remark)

async function outcomeOf(name) {
  const original = join(folder, name)
  const copy = join(scratch, 'copy.docx')
  let annotated
  try {
    annotated = await annotatePolicy({path: name, bytes: new Uint8Array(readFileSync(original))}, yardstick, options)
  } catch (error) {
    return error.code ? [`refused with ${error.code}`] : ['FAULT OF OURS', error.stack]
  }
  writeFileSync(copy, annotated.bytes)
  const before = pandoc(original, 'reject', 'plain')
  if (before === null) return ['pandoc cannot read the original']
  if (pandoc(copy, 'reject', 'plain') !== before) return ['TEXT CHANGED', 'compare the two']
  const old = new Set(commentsIn(pandoc(original, 'all', 'json')))
  const seen = new Set(commentsIn(pandoc(copy, 'all', 'json')).filter((id) => !old.has(id)))
  const put = putIn(annotated.bytes, annotated.inserted)
  const hidden = [...put].filter(([id]) => !seen.has(id))
  if (hidden.length === 0) return ['unchanged, and every comment is seen']
  const unread = hidden.filter(([, where]) => where !== 'running text')
  const whys = new Map()
  for (const [, where] of hidden) whys.set(where, (whys.get(where) ?? 0) + 1)
  const remark = `${hidden.length} of ${put.size} comments not seen: ${[...whys].map(([why, count]) => `${count} in ${why}`).join(', ')}`
  return [unread.length === hidden.length ? 'unchanged; comments are where pandoc does not look' : 'COMMENTS LOST', remark]
}

/** The comments that were put in, each with the sort of place it hangs on. */
function putIn(bytes, inserted) {
  const ids = new Set(
    inserted.flatMap(({text}) => [...text.matchAll(/commentRangeStart\b[^>]*\bid="(\d+)"/g)].map(([, id]) => id)),
  )
  const parts = unzipSync(bytes)
  const found = new Map()
  for (const [name, part] of Object.entries(parts)) {
    if (!/\.xml$/i.test(name)) continue
    const open = []
    const xml = strFromU8(part)
    for (const {0: tag, 1: close, 2: element, index} of xml.matchAll(/<(\/?)([\w:.-]+)(?:"[^"]*"|'[^']*'|[^>"'])*>/g)) {
      if (close) open.pop()
      else if (!tag.endsWith('/>')) open.push(element)
      const id = /commentRangeStart$/.test(element) && /\bid="(\d+)"/.exec(tag)?.[1]
      if (id && ids.has(id) && found.get(id) !== 'running text') found.set(id, placeOf(open, around(xml, index)))
    }
  }
  return found
}

function placeOf(open, paragraph) {
  if (open.some((name) => /:txbxContent$/.test(name))) return 'a text box'
  // Pandoc makes a block of its own of such a paragraph, and has no place in it for a comment.
  if (/:oMath\b/.test(paragraph) && !/<w:t\b/.test(paragraph)) return 'a paragraph of equations alone'
  return 'running text'
}

/** The paragraph around a place, as it is written. */
function around(xml, at) {
  const start = Math.max(xml.lastIndexOf('<w:p>', at), xml.lastIndexOf('<w:p ', at))
  return xml.slice(start, xml.indexOf('</w:p>', at))
}

function commentsIn(json) {
  return [...json.matchAll(/\["comment-start"\],\[\["id","(\d+)"/g)].map(([, id]) => id)
}

function pandoc(file, changes, to) {
  const {status, stdout} = spawnSync('pandoc', ['-f', 'docx', file, `--track-changes=${changes}`, '-t', to], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 60_000,
  })
  return status === 0 ? stdout : null
}
