import {parse, stringify} from 'yaml'
import {mutateText} from './text.js'
import {mutateTree} from './tree.js'

/** Pieces of YAML, whole and broken. */
const pieces = [
  ...['---', '...', '%YAML 1.1', '%TAG ! tag:a,2000:', '# comment', '\t', '- ', '? ', ': ', '? [a, b]\n: c', 'a: b: c', '- - - a', 'a:', 'a: &x [*x]', '*x', '&x', '<<: *x', '<<: {a: b}', '!!binary aGk=', '!!set {a}', '!!timestamp 2026-02-30', '!<tag:a>', '!!js/function "a"', '!!int "a"', '!!float .nan'],
  ...['|', '>', '|+9', '>-', '|2\n  a', '"', "'", '"\\x"', '"\\ud800"', '[', ']', '{', '}', '{a: [', '[,]', '{a, b}', '@', '`', '- &a\n- *a', 'a: 1\na: 2', '__proto__: {x: 1}', 'constructor: x', 'null: x', '1: x', 'true: x', '~: x', '[a]: x', 'on: off', 'yes', '0777', '1e400', '2026-06-02', '12:30:45'],
]

/**
 * The same YAML with a few things changed: half the time in what it says, and then it stays sound and may become JSON;
 * else in its letters.
 */
export function mutateYaml(text, chance) {
  if (chance.once(2)) {
    const tree = mutateTree(parse(text, {maxAliasCount: 100}), chance)
    return chance.once(3) ? JSON.stringify(tree, null, chance.below(3)) : stringify(tree, {aliasDuplicateObjects: false})
  }
  return mutateText(text, chance, pieces)
}
