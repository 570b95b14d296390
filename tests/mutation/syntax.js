import {parseAst} from 'rolldown/parseAst'

/** The syntax tree of a TypeScript file. */
export function treeOf(source) {
  return parseAst(source, {lang: 'ts'})
}

/**
 * Visits every node that is run, parents first: types, imports and names of properties are passed over. `visit` is given
 * the node and where it stands: the nodes around it, innermost last, and the key under which the last one holds it.
 */
export function walk(node, visit, around = [], key = '') {
  if (types.test(node.type) && !typed.has(node.type)) return
  if (node.type === 'ImportDeclaration' || node.type === 'ExportAllDeclaration' || node.declare) return
  visit(node, {around, key})
  for (const [name, value] of Object.entries(node)) {
    if (name === 'typeAnnotation' || name === 'typeParameters' || name === 'typeArguments' || name === 'returnType') continue
    if (isName(node, name)) continue
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child.type === 'string') walk(child, visit, [...around, node], name)
    }
  }
}

const types = /^TS/
/** Nodes of TypeScript that hold something that is run. */
const typed = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression'])

function isName({type, computed}, key) {
  if (type === 'MemberExpression') return key === 'property' && !computed
  if (type === 'Property') return key === 'key' && !computed
  return type === 'ExportNamedDeclaration' && key === 'specifiers'
}

export const isFunction = ({type}) => /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type)

/** The name of the declaration at the top of the file that a node belongs to, and whether it is run as the file is loaded. */
export function ownerOf(around) {
  const loaded = !around.some(isFunction)
  const declaration = around.find(({type}) => type === 'VariableDeclarator' || type === 'FunctionDeclaration' || type === 'ClassDeclaration')
  return {loaded, owner: declaration?.id?.name ?? null}
}

/** Where statements begin that are an expression. */
export function expressionStatementsOf(source) {
  const starts = new Set()
  walk(treeOf(source), ({type, start}) => {
    if (type === 'ExpressionStatement') starts.add(start)
  })
  return starts
}
