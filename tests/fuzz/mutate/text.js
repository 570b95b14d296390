import {nasty} from './nasty.js'

/** Changes of any text by its lines and characters; `own` are pieces of the language that it is written in. */
const changes = [
  (text, chance) => inserted(text, chance, chance.pick(nasty)),
  (text, chance) => inserted(text, chance, chance.pick(nasty)),
  (text, chance, own) => inserted(text, chance, chance.pick(own)),
  (text, chance, own) => {
    const lines = text.split('\n')
    lines.splice(chance.below(lines.length + 1), 0, chance.pick(own))
    return lines.join('\n')
  },
  (text, chance) => {
    const [from, to] = span(text, chance)
    return text.slice(0, from) + text.slice(to)
  },
  (text, chance) => {
    const [from, to] = span(text, chance)
    return text.slice(0, to) + text.slice(from, to).repeat(Math.min(chance.few(40), 1 + Math.floor(60_000 / (to - from + 1)))) + text.slice(to)
  },
  (text, chance) => {
    const [from, to] = span(text, chance)
    return text.slice(0, from) + chance.pick(nasty) + text.slice(to)
  },
  (text, chance) => text.slice(0, chance.below(text.length)),
  (text, chance) => byLine(text, (lines) => lines.splice(chance.below(lines.length), chance.few(4))),
  (text, chance) =>
    byLine(text, (lines) => {
      const [a, b] = [chance.below(lines.length), chance.below(lines.length)]
      ;[lines[a], lines[b]] = [lines[b], lines[a]]
    }),
  (text, chance) =>
    byLine(text, (lines) => {
      const at = chance.below(lines.length)
      lines.splice(at, 0, ...Array(chance.few(200)).fill(lines[at].slice(0, 400)))
    }),
  (text, chance) =>
    byLine(text, (lines) => {
      for (let at = chance.below(lines.length), left = chance.few(10); left > 0 && at < lines.length; at++, left--) {
        lines[at] = chance.once(3) ? lines[at].trimStart() : ' '.repeat(chance.few(12)) + lines[at]
      }
    }),
  (text, chance) => {
    const numbers = [...text.matchAll(/\d+/g)]
    if (numbers.length === 0) return text
    const {index, 0: number} = chance.pick(numbers)
    return text.slice(0, index) + chance.pick(['0', '-1', '1e9', '00', '999999999999', '1.5', '', '٣', '２', '½']) + text.slice(index + number.length)
  },
  (text, chance) => {
    const words = [...text.matchAll(/\p{L}+/gu)]
    if (words.length < 2) return text
    const [one, other] = [chance.pick(words), chance.pick(words)]
    return text.slice(0, one.index) + other[0] + text.slice(one.index + one[0].length)
  },
]

/** The same text with a few things changed. */
export function mutateText(text, chance, own) {
  let changed = text
  for (let times = chance.few(5); times > 0; times--) changed = chance.pick(changes)(changed, chance, own).slice(0, chance.most)
  return changed
}

/**
 * The text as bytes: mostly UTF-8, where half a surrogate pair stays what it is, as careless writers have it; now and
 * then in another encoding, or damaged.
 */
export function asBytes(text, chance) {
  if (chance.once(30)) return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
  if (chance.once(30)) return new Uint8Array(Buffer.from(text, 'latin1'))
  if (chance.once(30)) return new Uint8Array(Buffer.from(text.replaceAll('\n', chance.pick(['\r\n', '\r', '\u2028']))))
  const bytes = Buffer.from(text)
  if (!chance.once(20)) return new Uint8Array(bytes)
  const at = chance.below(bytes.length + 1)
  return new Uint8Array(Buffer.concat([bytes.subarray(0, at), Buffer.from(chance.pick(['eda080', 'c0af', 'ff', 'f8888080', '00', 'efbbbf']), 'hex'), bytes.subarray(at)]))
}

function inserted(text, chance, piece) {
  const at = chance.below(text.length + 1)
  return text.slice(0, at) + piece + text.slice(at)
}

function span(text, chance) {
  const from = chance.below(text.length)
  return [from, Math.min(text.length, from + chance.few(600))]
}

function byLine(text, change) {
  const lines = text.split('\n')
  change(lines)
  return lines.join('\n')
}
