// Plants faults in the code that judges and reads facts, one at a time, and tells which of them the tests notice:
// npm run mutate -- [--sample N] [--seed N] [--files GLOB] [--survivors FILE] [--again FILE]
//
// A seed always takes the same mutants of the same code. --survivors writes those that no test noticed, --again tries these
// alone. Words for people are counted apart: a test that repeats a message holds nothing that matters.
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {root, sourcesIn, writeCopy} from './copy.js'
import {judgeMutants} from './judge.js'
import {mutantsOf} from './mutants.js'
import {sampleOf} from './sample.js'
import {judgingCode, judgingTests} from './suite.js'
import {lineOf, report} from './report.js'

const text = {type: 'string'}
const {values} = parseArgs({options: {sample: text, seed: text, files: text, survivors: text, again: text}})
const isMeant = globOf(values.files ?? '**')
const seed = Number(values.seed ?? 1)

const all = sourcesIn('src')
  .filter((path) => judgingCode.test(path) && isMeant(path))
  .flatMap((path) => {
    const source = readFileSync(join(root, path), 'utf8')
    return mutantsOf(source).map((mutant) => ({...mutant, path, line: lineOf(source, mutant.start)}))
  })
const keyOf = ({path, start, kind, after, code}) => JSON.stringify([path, start, kind, after, code])
const again = values.again && new Set(JSON.parse(readFileSync(values.again, 'utf8')))
const mutants = again ? all.filter((each) => again.has(keyOf(each))) : sampleOf(all, Number(values.sample ?? 400), seed)

const started = Date.now()
const since = () => `${Math.round((Date.now() - started) / 1000)} s`
console.log(`${mutants.length} of ${all.length} mutants, ${again ? `from ${values.again}` : `seed ${seed}`}`)
const written = writeCopy(join(root, 'node_modules/.cache/policy-align-mutation'), mutants)
const fates = await judgeMutants({...written, mutants, files: judgingTests(), tell: (words) => console.error(`${since()}: ${words}`)})
console.log(report(fates))
if (values.survivors) {
  const survivors = fates.filter(({outcome}) => outcome === 'survived' || outcome === 'not reached')
  writeFileSync(values.survivors, JSON.stringify(survivors.map(({mutant}) => keyOf(mutant)), null, 1))
}

function globOf(glob) {
  const source = glob.split(/(\*\*\/?|\*)/).map((part) => (part.startsWith('**') ? '.*' : part === '*' ? '[^/]*' : part.replace(/[.+^${}()|[\]\\?]/g, '\\$&')))
  const pattern = new RegExp(`^(?:${source.join('')})$`)
  return (path) => pattern.test(path)
}
