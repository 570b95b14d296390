import type {Classifier} from '../model/learned.js'

/** The weights of a classifier as numbers, ready to be added up. */
export interface ClassifierWeights {
  /** Where each sign stands among those that are known. */
  readonly places: ReadonlyMap<string, number>
  /** Where the weights of each sign begin, and, one more, where they end. */
  readonly starts: Uint32Array
  /** For each weight, which output it is for. */
  readonly outputs: Uint16Array
  readonly own: Int8Array
  /** For each sign, how much each hidden unit hears of it. */
  readonly heard: Int8Array
  /** For each hidden unit, how much it tells each output. */
  readonly told: Int8Array
}

/** The weights of a classifier, made ready once however many policies are judged with it. */
export function weightsOf(classifier: Classifier): ClassifierWeights {
  let ready = memo.get(classifier)
  if (!ready) {
    ready = madeReady(classifier)
    memo.set(classifier, ready)
  }
  return ready
}

const memo = new WeakMap<Classifier, ClassifierWeights>()

/** A classifier with its packed weights as bytes: they are read faster so than from base64. */
export function withWeightsUnpacked(classifier: Classifier): Classifier & {readonly unpacked: Uint8Array} {
  const {hidden} = classifier
  const parts = partsOf(classifier)
  const unpacked = new Uint8Array(parts.reduce((sum, {length}) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    unpacked.set(part, at)
    at += part.length
  }
  return {
    ...classifier,
    counts: '',
    outputs: '',
    weights: '',
    hidden: {...hidden, heard: {...hidden.heard, weights: ''}, told: {...hidden.told, weights: ''}},
    unpacked,
  }
}

/** The packed parts: how many weights each sign has, the output of each, each, and what the hidden units hear and tell. */
function partsOf(classifier: Classifier): readonly Uint8Array[] {
  const {counts, outputs, weights, hidden, unpacked} = classifier
  return unpacked
    ? partsIn(unpacked, classifier)
    : [counts, outputs, weights, hidden.heard.weights, hidden.told.weights].map(bytesOf)
}

function partsIn(bytes: Uint8Array, classifier: Classifier): readonly Uint8Array[] {
  const signs = signsIn(classifier).length
  const units = classifier.hidden.bias.length
  const count = numbersIn(bytes.subarray(0, 2 * signs)).reduce((sum, each) => sum + each, 0)
  const parts: Uint8Array[] = []
  let at = 0
  for (const length of [2 * signs, 2 * count, count, signs * units, units * classifier.bias.length]) {
    parts.push(bytes.subarray(at, at + length))
    at += length
  }
  return parts
}

function madeReady(classifier: Classifier): ClassifierWeights {
  const [counts, outputs, own, heard, told] = partsOf(classifier)
  const each = numbersIn(counts!)
  const starts = new Uint32Array(each.length + 1)
  for (const [i, count] of each.entries()) starts[i + 1] = starts[i]! + count
  return {
    places: new Map(signsIn(classifier).map((sign, i) => [sign, i])),
    starts,
    outputs: numbersIn(outputs!),
    own: signed(own!),
    heard: signed(heard!),
    told: signed(told!),
  }
}

function signsIn({signs}: Classifier): readonly string[] {
  return signs.split('\n')
}

function signed({buffer, byteOffset, length}: Uint8Array): Int8Array {
  return new Int8Array(buffer, byteOffset, length)
}

/** Two bytes each, the lower first. */
function numbersIn(bytes: Uint8Array): Uint16Array {
  const numbers = new Uint16Array(bytes.length / 2)
  for (let i = 0; i < numbers.length; i++) numbers[i] = bytes[2 * i]! | (bytes[2 * i + 1]! << 8)
  return numbers
}

function bytesOf(base64: string): Uint8Array {
  const letters = atob(base64)
  const bytes = new Uint8Array(letters.length)
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i)
  return bytes
}
