import {expect, test} from 'vitest'
import type {Classifier} from '../../src/model/learned.js'
import {weightsOf, withWeightsUnpacked} from '../../src/text/classifier-weights.js'

const base64 = (numbers: readonly number[]) => btoa(String.fromCharCode(...numbers.map((each) => each & 255)))
const pairs = (numbers: readonly number[]) => base64(numbers.flatMap((each) => [each, each >> 8]))

const classifier: Classifier = {
  requirements: ['refer'],
  signs: 'council\nwait',
  counts: pairs([2, 1]),
  outputs: pairs([0, 300, 2]),
  weights: base64([100, -50, 127]),
  unit: 0.1,
  bias: [-4, -3, -2, -1, 0, 1],
  hidden: {
    bias: [-1],
    heard: {unit: 0.02, weights: base64([-100, 75])},
    told: {unit: 0.1, weights: base64([0, 0, -50, 0, 0, 30])},
  },
}
const unpacked = {
  places: new Map([
    ['council', 0],
    ['wait', 1],
  ]),
  starts: Uint32Array.of(0, 2, 3),
  outputs: Uint16Array.of(0, 300, 2),
  own: Int8Array.of(100, -50, 127),
  heard: Int8Array.of(-100, 75),
  told: Int8Array.of(0, 0, -50, 0, 0, 30),
}

test('weights are unpacked, once', () => {
  expect(weightsOf(classifier)).toEqual(unpacked)
  expect(weightsOf(classifier)).toBe(weightsOf(classifier))
})

test('weights that a build has unpacked are the same, wherever they stand in memory and on whatever thread', () => {
  const {unpacked: bytes, ...light} = withWeightsUnpacked(classifier)
  expect([light.counts, light.outputs, light.weights, light.hidden.heard.weights, light.hidden.told.weights]).toEqual(
    Array(5).fill(''),
  )
  const within = {...light, unpacked: Uint8Array.of(7, ...bytes).subarray(1)}
  expect(weightsOf(within)).toEqual(unpacked)
  expect(weightsOf(structuredClone(within))).toEqual(unpacked)
})
