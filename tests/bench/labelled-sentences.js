// Which sentence of a policy is an example of what, from a reader's labels; and the single sentences of fixtures/wordings.
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {readingOf} from '../../dist/text/reading.js'
import {signsOf} from '../../dist/text/signs.js'
import {negated} from './negated.js'

const wordings = fileURLToPath(new URL('../../fixtures/wordings', import.meta.url))

/**
 * For each sentence the outputs that it is an example of: what the reader quotes speaks of a requirement, says it where the
 * requirement is met, and is against it where it was planted, or else where there is a conflict.
 */
export function readSentences({sentences}, truth, ids) {
  const outputs = sentences.map(() => new Set())
  const find = finderIn(sentences)
  for (const [at, id] of ids.entries()) {
    const label = truth.requirements[id]
    if (!label) continue
    const planted = (truth.planted ?? []).filter(({requirement}) => requirement === id)
    const wrong = new Set(planted.flatMap(({quote}) => find(quote)))
    const quoted = (label.evidence ?? []).flatMap(({quote}) => find(quote))
    for (const index of new Set([...quoted, ...wrong])) {
      outputs[index].add(at)
      if (label.verdict === 'met') outputs[index].add(ids.length + at)
      if (label.verdict === 'conflict' && (wrong.size === 0 || wrong.has(index))) outputs[index].add(2 * ids.length + at)
    }
  }
  return outputs.map((each) => [...each])
}

/** Finds the sentences that a quotation stands in, or that stand in it; else those of its passage; six at most. */
function finderIn(sentences) {
  const texts = sentences.map(({text}) => plain(text))
  const passages = sentences.map(({passage}) => plain(passage.text))
  return (quote) => {
    const words = plain(quote ?? '')
    if (!words) return []
    const within = (text) => text.includes(words) || (text.length > 12 && words.includes(text))
    const own = texts.flatMap((text, i) => (text && within(text) ? [i] : []))
    return (own.length > 0 ? own : passages.flatMap((text, i) => (within(text) ? [i] : []))).slice(0, 6)
  }
}

const plain = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim()

/**
 * Examples of the contrary: each sentence that says what a requirement asks, turned round, speaks of it and is against it.
 * `turnable` holds the requirements, by their place, of which that is sure.
 */
export function turnedRound({sentences, findIn}, outputs, {lexicon, requirements}, turnable) {
  const count = requirements.length
  const turned = sentences.flatMap(({passage, text}, i) => {
    const said = outputs[i].map((each) => each - count).filter((at) => turnable.has(at))
    const contrary = said.length > 0 && !passage.cells ? negated(text) : null
    if (!contrary) return []
    return [{passage: {...passage, links: undefined, text: contrary}, outputs: said.flatMap((at) => [at, 2 * count + at])}]
  })
  const lines = readAsOne(turned.map(({passage}) => passage), lexicon).sentences
  return signsOf({sentences: lines, find: findIn(lines)}, Object.keys(lexicon), true).map((signs, i) => ({
    signs,
    outputs: turned[Number(lines[i].passage.id)].outputs,
  }))
}

/** The signs and outputs of each single sentence, read two hundred at a time as paragraphs of one section. */
export function wordingsOf({lexicon}, ids, turnable) {
  const lines = readdirSync(wordings)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) => readFileSync(join(wordings, name), 'utf8').trimEnd().split('\n'))
    .map((line) => line.split('\t'))
    .flatMap(([id, label, text]) => {
      const contrary = label === 'meets' && turnable.has(ids.indexOf(id)) ? negated(text) : null
      return [[id, label, text], ...(contrary ? [[id, 'conflict', contrary]] : [])]
    })
  const at = new Map(ids.map((id, i) => [id, i]))
  const samples = []
  for (let from = 0; from < lines.length; from += 200) {
    const part = lines.slice(from, from + 200)
    const passages = part.map(([, , text]) => ({form: 'paragraph', text, place: {headings: []}}))
    const reading = readAsOne(passages, lexicon)
    const signs = part.map(() => new Set())
    for (const [i, each] of signsOf(reading, Object.keys(lexicon), true).entries()) {
      for (const sign of each) signs[Number(reading.sentences[i].passage.id)].add(sign)
    }
    for (const [i, [id, label]] of part.entries()) {
      if (at.has(id)) samples.push({signs: [...signs[i]], outputs: outputsOf(at.get(id), label, ids.length)})
    }
  }
  return samples
}

/** Lays passages out as one section; each is known by its place among them. */
function readAsOne(passages, lexicon) {
  const known = passages.map((passage, i) => ({...passage, id: `${i}`}))
  return readingOf({sections: [{id: 's', title: '', level: 1, passages: known, sections: []}]}, lexicon)
}

function outputsOf(at, label, requirements) {
  const also = {meets: 1, conflict: 2}[label]
  return also ? [at, also * requirements + at] : [at]
}
