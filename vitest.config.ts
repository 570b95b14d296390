import {defineConfig} from 'vitest/config'

// Slow machines must not fail a test: only a hang does. RESULTS names a file for the counts that .ci/run prints.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    disableConsoleIntercept: true,
    pool: 'threads',
    maxWorkers: 2,
    reporters: process.env.RESULTS ? ['default', ['json', {outputFile: process.env.RESULTS}]] : ['default'],
  },
})
