import {sourcesIn} from './copy.js'

/** Code that judges, and code that reads facts. */
export const judgingCode = /^src\/(?:requirements|text|compare)\//

/**
 * The tests that hold this code. Left out are those that start programs or measure time, and those that hold shares over
 * many policies, which a single fault seldom moves.
 */
const holding =
  /^tests\/(?:judged|text|facts|compare)\/.*\.test\.ts$|^tests\/(?:pack-examples|fixtures|inline-ignores|model\/switch-off)\.test\.ts$/
const apart = /^tests\/text\/repeats\.test\.ts$/

export const judgingTests = () => sourcesIn('tests').filter((path) => holding.test(path) && !apart.test(path))

/** Of a labelled policy the expected report is enough: the other tests of it look at parts of the same. */
export const isSpared = (path, name) => path === 'tests/fixtures.test.ts' && !name.endsWith('gives the expected report')
