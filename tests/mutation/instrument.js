import {expressionStatementsOf} from './syntax.js'

/**
 * A source that holds all of its mutants at once, each behind a question to `$mutant`, which a run answers by the mutant's
 * number: one copy of the program serves for all of them. `reads` are places where something is read that a mutant changed
 * as its file was loaded: they read what was made again for it, or only tell that they were reached. See remade.js.
 */
export function instrumented(source, mutants, reads = []) {
  const sites = new Map()
  for (const mutant of mutants) {
    const key = `${mutant.start} ${mutant.end} ${mutant.isStatement}`
    const site = sites.get(key) ?? {...mutant, mutants: []}
    sites.set(key, site)
    site.mutants.push(mutant)
  }
  for (const read of reads) sites.set(`${read.start} ${read.end} read`, read)
  // Whatever holds another stands before it; a statement before the expression that is all of it.
  const ordered = [...sites.values()].sort((a, b) => a.start - b.start || b.end - a.end || Number(!!b.isStatement) - Number(!!a.isStatement))
  return `const $mutant = globalThis.$mutant;${rendered({source, begins: expressionStatementsOf(source)}, 0, source.length, ordered)}`
}

function rendered(file, from, to, sites) {
  const {source, begins} = file
  let out = ''
  let at = from
  for (let i = 0; i < sites.length; ) {
    const site = sites[i]
    let next = i + 1
    while (next < sites.length && sites[next].start < site.end) next++
    const inner = rendered(file, site.start, site.end, sites.slice(i + 1, next))
    // A line that began with a bracket would go on with the line before it.
    const lead = begins.has(site.start) && !site.isStatement ? '0, ' : ''
    out += source.slice(at, site.start) + lead + wrapped(site, inner)
    at = site.end
    i = next
  }
  return out + source.slice(at, to)
}

function wrapped({isStatement, numbers, remade, name, isShort, mutants}, inner) {
  if (numbers) {
    const told = numbers.length > 0 ? `$mutant.read([${numbers}]), ` : ''
    const values = remade.map((number) => `$mutant(${number}) ? ${name}$${number}() : `).join('')
    return `${isShort ? `${name}: ` : ''}(${told}${values}${inner})`
  }
  if (isStatement) return `{ if (!$mutant(${mutants[0].number})) ${inner} }`
  return `(${mutants.map(({number, code}) => `$mutant(${number}) ? (${code}) : `).join('')}(${inner}))`
}
