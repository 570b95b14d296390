import {withoutEach} from './alternatives.js'
import {isFunction, ownerOf, treeOf, walk} from './syntax.js'

/**
 * Every mutant of a TypeScript source: its kind, the stretch of the source that it replaces, the code that stands there
 * instead, and whether that code is run as the file is loaded, so that it cannot be switched afterwards.
 *
 * Left out as plainly the same to any test: types, imports, names of properties, and an optional chain's middle.
 */
export function mutantsOf(source) {
  const found = []
  walk(treeOf(source), (node, place) => {
    if (isMiddleOfChain(place)) return
    for (const [kind, code, shown = {}] of changesOf(node, place, source)) {
      const {start, end} = node
      const {before = source.slice(start, end), after = code} = shown
      found.push({kind, start, end, code, isStatement: kind === 'statement', before, after, ...ownerOf(place.around)})
    }
  })
  return found
}

/** `a.b` of `a.b?.c`: what stands in brackets of its own would no longer be skipped with the rest. */
function isMiddleOfChain({around, key}) {
  for (let i = around.length - 1, held = key; i >= 0; held = keyIn(around[i - 1], around[i]), i--) {
    const {type} = around[i]
    if (type === 'ChainExpression') return held === 'expression'
    if (!(type === 'MemberExpression' && held === 'object') && !(type === 'CallExpression' && held === 'callee') && type !== 'TSNonNullExpression') return false
  }
  return false
}

function keyIn(parent, child) {
  return parent && Object.keys(parent).find((key) => parent[key] === child)
}

function changesOf(node, place, source) {
  const change = changes[node.type]
  return [...(change?.(node, place, (each) => source.slice(each.start, each.end)) ?? []), ...conditionOf(node, place), ...returnedOf(node, place)]
}

/** What a node of each sort is changed into. */
const changes = {
  BinaryExpression({left, operator, right}, _place, text) {
    const joins = operator === '+' && [left, right].some(isText)
    return joins ? [] : (operators[operator] ?? []).map(([kind, other]) => [kind, `${text(left)} ${other} ${text(right)}`])
  },
  LogicalExpression({left, operator, right}, _place, text) {
    if (operator === '??') return [['logic', text(left)]]
    // Brackets, since "a && b || c" would be read otherwise.
    return [['logic', `(${text(left)}) ${operator === '&&' ? '||' : '&&'} (${text(right)})`]]
  },
  UnaryExpression: ({operator, argument}, _place, text) => (operator === '!' || operator === '-' ? [[operator === '!' ? 'negation' : 'arithmetic', text(argument)]] : []),
  UpdateExpression({operator, prefix, argument}, _place, text) {
    const other = operator === '++' ? '--' : '++'
    return [['arithmetic', prefix ? other + text(argument) : text(argument) + other]]
  },
  AssignmentExpression({left, operator, right}, _place, text) {
    const other = {'+=': '-=', '-=': '+='}[operator]
    return other && !isText(right) ? [['arithmetic', `${text(left)} ${other} ${text(right)}`]] : []
  },
  Literal(node, place) {
    const {value, regex, raw} = node
    if (regex) return withoutEach(regex.pattern).map(({words, code}) => ['alternative', `/${code}/${regex.flags}`, {before: `…|${words}|…`, after: '…'}])
    if (typeof value === 'boolean') return [['boolean', String(!value)]]
    if (typeof value === 'number') return [['number', String(value + 1)]]
    if (typeof value !== 'string' || place.around.at(-1).type === 'ExpressionStatement') return []
    const words = wordsOf(value, place)
    if (words) return words.map((word, i) => ['word', JSON.stringify(words.toSpliced(i, 1).join(' ')), {before: word, after: ''}])
    if (isItem(place)) return []
    return [[isMessage(value, place) ? 'message' : 'string', value === '' ? "'mutated'" : "''", {before: raw}]]
  },
  TemplateLiteral(node, place, text) {
    if (place.around.at(-1).type === 'TaggedTemplateExpression') return []
    const said = node.quasis.map(({value}) => value.cooked).join('…')
    return said === '…' ? [] : [[isMessage(said, place) ? 'message' : 'string', "''", {before: text(node)}]]
  },
  TaggedTemplateExpression: ({tag, quasi}, _place, text) =>
    text(tag) === 'String.raw'
      ? withoutEach(text(quasi).slice(1, -1)).map(({words, code}) => ['alternative', `String.raw\`${code}\``, {before: `…|${words}|…`, after: '…'}])
      : [],
  ArrayExpression({elements}, _place, text) {
    if (elements.length === 0) return []
    const items = elements.map((each) => each && text(each))
    const isList = elements.length > 1 && elements.every((each) => each && (isText(each) || each.type === 'ArrayExpression' || each.regex))
    const dropped = isList ? items.map((item, i) => ['word', `[${items.toSpliced(i, 1).join(', ')}]`, {before: item, after: ''}]) : []
    return [['array', '[]'], ...dropped]
  },
  ObjectExpression({properties}, _place, text) {
    const isTable = properties.length > 2 && properties.every(({value}) => value && (isText(value) || typeof value.value === 'number'))
    if (!isTable) return []
    const items = properties.map(text)
    return items.map((item, i) => ['word', `({${items.toSpliced(i, 1).join(', ')}})`, {before: item, after: ''}])
  },
  CallExpression({callee, arguments: given, optional}, _place, text) {
    if (callee.type !== 'MemberExpression' || callee.computed || optional) return []
    const {name} = callee.property
    const dot = callee.optional ? '?.' : '.'
    if (dropped.has(name)) return [['method', text(callee.object), {after: `${text(callee.object)} without ${name}()`}]]
    return swapped[name] ? [['method', `${text(callee.object)}${dot}${swapped[name]}(${given.map(text).join(', ')})`]] : []
  },
  ExpressionStatement: ({directive}) => (directive ? [] : [['statement', '', {after: 'nothing'}]]),
  ContinueStatement: () => [['statement', '', {after: 'nothing'}]],
  BreakStatement: (_node, {around}) => (around.at(-1).type === 'SwitchCase' ? [] : [['statement', '', {after: 'nothing'}]]),
}

/** The test of an `if`, a loop or a choice, always true and always false. A loop that never ends tells nothing new. */
function conditionOf({type, value}, {around, key}) {
  const parent = around.at(-1)
  if (key !== 'test' || type === 'Literal' && typeof value === 'boolean') return []
  if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') return [['condition', 'true'], ['condition', 'false']]
  return parent.type === 'SwitchCase' ? [] : [['condition', 'false']]
}

/** What a function says that it returns, emptied: by its declared type, since only that tells what empty is. */
function returnedOf(node, {around, key}) {
  const parent = around.at(-1)
  const returns = parent?.type === 'ReturnStatement' ? key === 'argument' : parent?.type === 'ArrowFunctionExpression' && key === 'body'
  if (!returns || node.type === 'BlockStatement') return []
  const type = around.findLast(isFunction)?.returnType?.typeAnnotation
  return emptyOf(type, node).map((code) => ['return', code])
}

function emptyOf(type, node) {
  const has = (code) => node.raw === code || (code === '[]' && node.type === 'ArrayExpression' && node.elements.length === 0)
  const empty = {
    TSArrayType: ['[]'],
    TSTypeOperator: ['[]'],
    TSBooleanKeyword: ['true', 'false'],
    TSNumberKeyword: ['0'],
    TSStringKeyword: ["''"],
    TSUnionType: type?.types?.some((each) => each.type === 'TSNullKeyword') ? ['null'] : [],
  }
  return (empty[type?.type] ?? []).filter((code) => !has(code))
}

const turned = (other) => ['comparison', other]
const operators = {
  '===': [turned('!==')],
  '!==': [turned('===')],
  '<': [turned('<='), turned('>=')],
  '<=': [turned('<'), turned('>')],
  '>': [turned('>='), turned('<=')],
  '>=': [turned('>'), turned('<')],
  '+': [['arithmetic', '-']],
  '-': [['arithmetic', '+']],
  '*': [['arithmetic', '/']],
  '/': [['arithmetic', '*']],
  '%': [['arithmetic', '*']],
}
const swapped = {some: 'every', every: 'some', startsWith: 'endsWith', endsWith: 'startsWith', find: 'findLast', findLast: 'find', indexOf: 'lastIndexOf', lastIndexOf: 'indexOf', min: 'max', max: 'min'}
const dropped = new Set(['filter', 'slice', 'trim', 'toLowerCase', 'sort', 'toSorted', 'reverse', 'toReversed'])

function isText({type, value}) {
  return type === 'TemplateLiteral' || type === 'TaggedTemplateExpression' || (type === 'Literal' && typeof value === 'string')
}

/** The words of `'one two three'.split(' ')`. */
function wordsOf(value, {around}) {
  const [call, member] = [around.at(-2), around.at(-1)]
  const isSplit = call?.type === 'CallExpression' && member.type === 'MemberExpression' && member.property.name === 'split'
  return isSplit && call.arguments[0]?.value === ' ' ? value.split(' ') : null
}

/** An item of a list, which is dropped as a whole. */
function isItem({around}) {
  const parent = around.at(-1)
  return parent.type === 'ArrayExpression' && parent.elements.length > 1
}

/** Words for people: more than one, and not held against what a policy says. */
function isMessage(value, {around}) {
  const held = around.at(-1)
  return /\p{L}.*\s/u.test(value) && held.type !== 'BinaryExpression' && !(held.type === 'CallExpression' && held.callee.type === 'MemberExpression')
}
