// For node --import: notes the address of every module, and the path of every script, that is loaded, in the file that
// LOADED names.
import {appendFileSync} from 'node:fs'
import {register, syncBuiltinESMExports} from 'node:module'
import vm from 'node:vm'

const hooks = `import {appendFileSync} from 'node:fs'
export async function load(url, context, next) {
  appendFileSync(process.env.LOADED, url + '\\n')
  return next(url, context)
}`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)

vm.Script = class extends vm.Script {
  constructor(code, options) {
    appendFileSync(process.env.LOADED, `${options.filename.replaceAll('\\', '/')}\n`)
    super(code, options)
  }
}
syncBuiltinESMExports()
