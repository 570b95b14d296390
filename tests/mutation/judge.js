import {isSpared} from './suite.js'
import {Trials} from './trials.js'

/** How long a mutant is tried alone, in ms. What lives longer most likely survives, and is tried together with others. */
const alone = 2500
const groupSize = 10

/**
 * What becomes of each mutant: killed, timed out, survived or not reached. A run without mutants comes first, in which every
 * test must pass, and which tells what each reaches. Then each mutant meets the tests that reach it, quickest first. Those
 * that outlive a short while go on in groups, all switched on at once: where a test fails, halving finds whose doing it is.
 */
export async function judgeMutants({copy, switched, mutants, files, tell}) {
  const trials = new Trials(copy, mutants.length)
  try {
    const tests = await testsIn(trials, files, mutants.length)
    tell(`${tests.length} tests, ${Math.round(tests.reduce((sum, {time}) => sum + time, 0) / 1000)} s for all of them`)
    const fates = planned(mutants, tests, switched)
    tell(`${fates.filter(({needsOwn}) => needsOwn).length} mutants need a process of their own`)
    const left = []
    let tried = 0
    for (const fate of fates) {
      if (fate.tests.length > 0 && !(await tryAlone(trials, fate))) left.push(fate)
      if (++tried % 20 === 0) tell(`${tried} of ${fates.length} tried alone, ${left.length} left`)
    }
    for (let at = 0; at < left.length; at += groupSize) {
      await tryTogether(trials, left.slice(at, at + groupSize))
      tell(`${Math.min(left.length, at + groupSize)} of ${left.length} tried together`)
    }
    return fates
  } finally {
    await trials.closeAll()
  }
}

/** Every test, with what it reaches and how long it takes. */
async function testsIn(trials, files, size) {
  const tests = []
  const loading = new Set()
  for (const path of files) {
    const {ok, names, reached, reason, lost} = await trials.ask({sort: 'list', path})
    if (!ok) throw new Error(`${path} cannot be loaded: ${reason ?? lost}`)
    for (const number of reached) loading.add(number)
    for (const [index, name] of names.entries()) if (!isSpared(path, name)) tests.push({path, index, name, whole: false})
  }
  for (const test of tests) {
    let answer = await run(trials, test, [])
    if (!answer.ok) answer = await run(trials, Object.assign(test, {whole: true}), [])
    if (!answer.ok) throw new Error(`${test.path}: ${test.name} fails without mutants: ${answer.reason ?? answer.lost}`)
    test.first = new Set(answer.reached)
  }
  // What is reached the first time only was kept: later tests hang on it without reaching it.
  const kept = new Set(loading)
  for (const test of tests) {
    const answer = await run(trials, test, [])
    if (!answer.ok) throw new Error(`${test.path}: ${test.name} fails the second time: ${answer.reason ?? answer.lost}`)
    test.time = answer.time
    test.reached = new Set(answer.reached)
    for (const number of test.first) if (!test.reached.has(number)) kept.add(number)
  }
  tests.sort((a, b) => a.time - b.time)
  tests.kept = kept
  tests.size = size
  return tests
}

function planned(mutants, tests, switched) {
  return mutants.map((mutant, number) => {
    const isFixed = mutant.loaded && !switched.has(number)
    const reaching = tests.filter(({first, reached}) => first.has(number) || reached.has(number))
    const rest = tests.kept.has(number) && !isFixed ? tests.filter((test) => !reaching.includes(test)) : []
    return {
      mutant,
      number,
      needsOwn: isFixed || tests.kept.has(number),
      tests: [...reaching, ...rest],
      done: 0,
      outcome: reaching.length + rest.length === 0 ? 'not reached' : 'survived',
      by: null,
    }
  })
}

async function tryAlone(trials, fate) {
  const started = performance.now()
  while (fate.done < fate.tests.length && performance.now() - started < alone) {
    const test = fate.tests[fate.done]
    const failure = await failureOf(trials, test, [fate])
    if (failure) return kill(fate, test, failure)
    fate.done++
  }
  return fate.done === fate.tests.length
}

async function tryTogether(trials, group) {
  const tests = [...new Set(group.flatMap(({tests, done}) => tests.slice(done)))].sort((a, b) => a.time - b.time)
  for (const test of tests) {
    for (;;) {
      const concerned = group.filter(({outcome, tests, done}) => outcome === 'survived' && tests.indexOf(test) >= done)
      // All of the group stay on, so that one process serves for all tests.
      const living = group.filter(({outcome}) => outcome === 'survived')
      const failure = concerned.length > 0 && (await failureOf(trials, test, living))
      if (!failure) break
      const found = await culpritOf(trials, test, living)
      if (!found) break
      kill(found.fate, test, found.failure)
    }
  }
}

/** The one of several mutants that makes a test fail; null where they do so only together. */
async function culpritOf(trials, test, fates) {
  const half = Math.ceil(fates.length / 2)
  for (const part of fates.length === 1 ? [fates] : [fates.slice(0, half), fates.slice(half)]) {
    const failure = await failureOf(trials, test, part)
    if (failure && part.length === 1) return {fate: part[0], failure}
    const found = failure && (await culpritOf(trials, test, part))
    if (found) return found
  }
  return null
}

function kill(fate, test, failure) {
  fate.outcome = failure === 'timed out' ? 'timed out' : 'killed'
  fate.by = test
  return true
}

/** Why a test fails with some mutants switched on: null where it passes, or fails without them too. */
async function failureOf(trials, test, fates) {
  const numbers = fates.map(({number}) => number)
  const from = fates.some(({needsOwn}) => needsOwn) ? numbers : []
  const answer = await run(trials, test, numbers, {from})
  if (answer.ok) return null
  if (answer.lost) return answer.lost
  if (!test.whole) {
    const whole = await run(trials, {...test, whole: true}, numbers, {from})
    if (whole.ok) return null
    if (whole.lost) return whole.lost
  }
  // What a mutant left behind must not be held against the next: it is tried again in a process that is new to both.
  if (from.length === 0 && !(await run(trials, test, [])).ok) {
    await trials.closeAll()
    const clean = await run(trials, test, [])
    if (!clean.ok) throw new Error(`${test.path}: ${test.name} fails without mutants when it runs first: ${clean.reason ?? clean.lost}`)
    return (await run(trials, test, numbers)).reason ?? null
  }
  return answer.reason
}

function run(trials, {path, index, name, whole, time = 1000}, active, {from = []} = {}) {
  return trials.ask({sort: 'run', path, index, name, active, whole}, {from, limit: 20_000 + 50 * time})
}
