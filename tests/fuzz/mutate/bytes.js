/** Numbers at which lengths and offsets go wrong. */
const edges = [0, 1, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff]

const changes = [
  (bytes, chance) => {
    const changed = bytes.slice()
    for (let times = chance.few(40); times > 0; times--) changed[chance.below(changed.length)] ^= 1 << chance.below(8)
    return changed
  },
  (bytes, chance) => bytes.slice(0, chance.below(bytes.length)),
  (bytes, chance) => {
    const [from, to] = span(bytes, chance)
    return joined(bytes.subarray(0, from), bytes.subarray(to))
  },
  (bytes, chance) => {
    const [from, to] = span(bytes, chance)
    const repeats = Array.from({length: chance.few(30)}, () => bytes.subarray(from, to))
    return joined(bytes.subarray(0, to), ...repeats, bytes.subarray(to))
  },
  (bytes, chance) => {
    const at = chance.below(bytes.length + 1)
    const noise = Uint8Array.from({length: chance.few(60)}, () => chance.below(256))
    return joined(bytes.subarray(0, at), noise, bytes.subarray(at))
  },
  (bytes, chance) => {
    if (bytes.length < 4) return bytes
    const changed = bytes.slice()
    const view = new DataView(changed.buffer)
    for (let times = chance.few(6); times > 0; times--) {
      // Lengths and offsets of a zip archive stand at its end.
      const at = chance.once(2) ? changed.length - 4 - chance.below(Math.min(400, changed.length - 4) + 1) : chance.below(changed.length - 3)
      if (chance.once(2)) view.setUint16(at, chance.pick(edges) & 0xffff, true)
      else view.setUint32(at, chance.pick(edges), true)
    }
    return changed
  },
]

/** The same bytes with a few of them changed, lost, repeated or come by. */
export function mutateBytes(bytes, chance) {
  let changed = bytes
  for (let times = chance.few(3); times > 0; times--) changed = chance.pick(changes)(changed, chance)
  return changed
}

function span(bytes, chance) {
  const from = chance.below(bytes.length)
  return [from, Math.min(bytes.length, from + chance.few(2000))]
}

function joined(...parts) {
  return new Uint8Array(Buffer.concat(parts))
}
