import {nasty} from './nasty.js'

const values = [null, true, false, 0, -1, 1, 1.5, 1e21, Number.MAX_SAFE_INTEGER, '', ' ', '0', [], {}, [[]], [null], {a: null}, [{}], '2026-02-30', 'england']

/** A copy of plain data with a few of its parts lost, repeated, renamed, exchanged or made something else. */
export function mutateTree(value, chance) {
  const copy = structuredClone(value)
  for (let times = chance.few(4); times > 0; times--) change(copy, chance)
  return copy
}

function change(tree, chance) {
  const spots = spotsIn(tree)
  if (spots.length === 0) return
  const {holder, key} = chance.pick(spots)
  const other = chance.pick(spots)
  switch (chance.below(8)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(key, 1)
      else delete holder[key]
      break
    case 1:
      set(holder, key, chance.pick(nasty))
      break
    case 2:
      set(holder, key, structuredClone(chance.pick(values)))
      break
    case 3:
      set(holder, key, structuredClone(other.holder[other.key]))
      break
    case 4:
      if (!Array.isArray(holder)) rename(holder, key, chance.once(2) ? String(other.key) : chance.pick(nasty))
      break
    case 5: {
      let deep = holder[key]
      for (let levels = chance.few(80); levels > 0; levels--) deep = chance.once(2) ? [deep] : {[String(key)]: deep}
      set(holder, key, deep)
      break
    }
    case 6:
      if (Array.isArray(holder)) holder.push(...Array.from({length: chance.few(60)}, () => structuredClone(holder[key])))
      else for (let more = chance.few(60); more > 0; more--) set(holder, `${String(key)}${more}`, structuredClone(holder[key]))
      break
    default:
      set(holder, key, typeof holder[key] === 'string' ? holder[key] + chance.pick(nasty) : (JSON.stringify(holder[key]) ?? ''))
  }
}

/** Every place in which a value stands. */
function spotsIn(tree, found = []) {
  if (typeof tree !== 'object' || tree === null || found.length > 5000) return found
  for (const key of Array.isArray(tree) ? tree.keys() : Object.keys(tree)) {
    found.push({holder: tree, key})
    spotsIn(tree[key], found)
  }
  return found
}

/** As a parser would set it: "__proto__" is a name as any other. */
function set(holder, key, value) {
  Object.defineProperty(holder, key, {value, writable: true, enumerable: true, configurable: true})
}

function rename(holder, key, name) {
  const value = holder[key]
  delete holder[key]
  set(holder, name, value)
}
