import {expect, test} from 'vitest'
import {parsePattern} from '../../src/text/pattern-parse.js'
import {knowTrees, nodeOf, treesOf} from '../../src/text/pattern-trees.js'

const patterns = [
  'refer',
  '=may',
  'LADO',
  '@consent .. (refer | report) within &9 hour*',
  '~(refer | report) & !#(example | ^poor) & @consent',
]

test('patterns as the build keeps them say what they said', () => {
  knowTrees(treesOf(patterns), patterns)
  for (const pattern of patterns) expect(nodeOf(pattern)).toEqual(parsePattern(pattern))
})

test('what two patterns share is kept once', () => {
  const two = ['zebra & (refer | report)', 'zeal .. (refer | report)']
  knowTrees(treesOf(two), two)
  const [one, other] = two.map(nodeOf)
  if (one?.type !== 'all' || other?.type !== 'sequence') throw new Error('they were read as something else')
  expect(one.parts[1]).toBe(other.parts[1])
})

test('numbers that were written in another order of bytes are passed over', () => {
  const {numbers, ...trees} = treesOf(['zither'])
  const turned = new Int32Array(numbers.slice().buffer)
  new DataView(turned.buffer).setInt32(0, numbers[0]!, true)
  new DataView(turned.buffer).setInt32(0, new DataView(numbers.buffer).getInt32(0, true), false)
  knowTrees({...trees, numbers: turned}, ['zither'])
  expect(nodeOf('zither')).toEqual(parsePattern('zither'))
})
