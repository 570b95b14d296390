import {readsIn} from './reads.js'
import {treeOf} from './syntax.js'

/**
 * Mutants of what is made as a file is loaded: of a pattern, of a list of words. Where only functions of the same file read
 * it, or what is made with it there, it is made again for the mutant when it is first asked for, so that the mutant can be
 * switched like any other. Gives the numbers of those, the places that read any of them, and the code to add to each file.
 */
export function remadeIn(mutants, sources) {
  const usersOf = readsIn(sources)
  const switched = new Set()
  const places = new Map()
  const added = new Map()
  for (const mutant of mutants.filter(({loaded}) => loaded)) {
    const {later, atOnce} = usersOf(mutant.path, mutant.owner)
    const isOwn = [...later, ...atOnce].every((read) => read.path === mutant.path && read.owner !== null)
    if (isOwn && mutant.owner !== null) {
      switched.add(mutant.number)
      added.set(mutant.path, (added.get(mutant.path) ?? '') + remade(mutant, atOnce, sources.get(mutant.path)))
    }
    for (const place of later) {
      const key = `${place.path} ${place.start}`
      const known = places.get(key) ?? {...place, numbers: [], remade: []}
      places.set(key, known)
      ;(isOwn ? known.remade : known.numbers).push(mutant.number)
    }
  }
  const reads = new Map()
  for (const place of places.values()) reads.set(place.path, [...(reads.get(place.path) ?? []), place])
  return {switched, reads, added}
}

/** A function for the value that the mutant changes, and for each value that is made with that. */
function remade({number, owner, start, end, code}, atOnce, source) {
  const changes = [{start, end, code: `(${code})`}]
  for (const read of atOnce) {
    changes.push({...read, code: `${read.isShort ? `${read.name}: ` : ''}${read.name}$${number}()`})
  }
  const names = new Set([owner, ...atOnce.map((read) => read.owner)])
  return treeOf(source)
    .body.flatMap((statement) => (statement.declaration ?? statement).declarations ?? [])
    .filter(({id, init}) => names.has(id.name) && init)
    .map(({id, init}) => {
      const made = `${id.name}$${number}`
      return `\nfunction ${made}() { return (${made}.made ??= (${changed(source, init, changes)})) }`
    })
    .join('')
}

function changed(source, {start, end}, changes) {
  let out = ''
  let at = start
  for (const change of changes.filter((each) => each.start >= start && each.end <= end).sort((a, b) => a.start - b.start)) {
    // What stands within another change is gone with it.
    if (change.start < at) continue
    out += source.slice(at, change.start) + change.code
    at = change.end
  }
  return out + source.slice(at, end)
}
