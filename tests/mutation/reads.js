import {posix} from 'node:path'
import {isFunction, ownerOf, treeOf, walk} from './syntax.js'

/**
 * Who reads what was made as a file was loaded. `sources` are the files by path. Gives, for a file and a name at its top, every
 * place that reads it, or reads what was made with it: those within functions, and those that are run as a file is loaded.
 */
export function readsIn(sources) {
  const users = new Map()
  for (const [path, source] of sources) {
    for (const read of namesIn(path, source)) {
      if (!users.has(read.target)) users.set(read.target, [])
      users.get(read.target).push(read)
    }
  }
  return (path, name) => {
    const [later, atOnce] = [[], []]
    const seen = new Set([`${path}#${name}`])
    for (const target of seen) {
      for (const read of users.get(target) ?? []) {
        if (read.loaded) seen.add(`${read.path}#${read.owner}`)
        ;(read.loaded ? atOnce : later).push(read)
      }
    }
    return {later, atOnce}
  }
}

/** Every identifier of a file that may stand for a name at the top of this file or of one that it imports from. */
function namesIn(path, source) {
  const tree = treeOf(source)
  const targets = new Map()
  for (const statement of tree.body) {
    if (statement.type === 'ImportDeclaration' && statement.source.value.startsWith('.')) {
      const from = posix.join(posix.dirname(path), statement.source.value).replace(/\.js$/, '.ts')
      for (const {imported, local} of statement.specifiers) if (imported) targets.set(local.name, `${from}#${imported.name}`)
    }
    const {declarations = []} = statement.declaration ?? statement
    for (const {id} of declarations) if (id.name) targets.set(id.name, `${path}#${id.name}`)
  }
  const reads = []
  walk(tree, (node, {around, key}) => {
    if (node.type !== 'Identifier' || !targets.has(node.name) || isTarget(around, key)) return
    const isShort = around.at(-1).shorthand === true
    reads.push({path, name: node.name, target: targets.get(node.name), start: node.start, end: node.end, isShort, ...ownerOf(around)})
  })
  return reads
}

/** A place that is given a value rather than read. */
function isTarget(around, key) {
  const parent = around.at(-1)
  if (key === 'id' || key === 'params' || key === 'param' || key === 'label' || key === 'left' && /^Assignment/.test(parent.type)) return true
  if (parent.type === 'ArrayPattern' || parent.type === 'RestElement' || parent.type === 'UpdateExpression') return true
  return parent.type === 'Property' && around.at(-2).type === 'ObjectPattern' || isFunction(parent) && key !== 'body'
}
