// For node --import: notes the address of every module that is loaded, in the file that LOADED names.
import {register} from 'node:module'

const hooks = `import {appendFileSync} from 'node:fs'
export async function load(url, context, next) {
  appendFileSync(process.env.LOADED, url + '\\n')
  return next(url, context)
}`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
