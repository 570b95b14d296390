// Runs a program in this process; the last line of its standard error is the most memory that it held, in kilobytes.
import {writeSync} from 'node:fs'
import {pathToFileURL} from 'node:url'

const [program, ...args] = process.argv.slice(2)
process.argv = [process.argv[0], program, ...args]
process.on('exit', () => writeSync(2, `\n${process.resourceUsage().maxRSS}\n`))
await import(pathToFileURL(program).href)
