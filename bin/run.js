#!/usr/bin/env node
const [only, ...rest] = process.argv.slice(2)

// The version is told without loading anything else.
if (rest.length === 0 && (only === '--version' || only === '-V')) {
  const {readFileSync} = await import('node:fs')
  const {name, version} = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  process.stdout.on('error', ({code}) => {
    if (code !== 'EPIPE') process.exitCode = 2
  })
  process.stdout.write(`${name}/${version} ${process.platform}-${process.arch} node-${process.version}\n`)
} else {
  const {load} = await import('./load.js')
  await load('program/cli/main.cjs').main(process.argv.slice(2))
}
