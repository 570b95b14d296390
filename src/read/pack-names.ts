import type {InputPlace} from '../model/input-error.js'
import type {Packs} from '../model/pack.js'
import type {Written} from './yaml.js'

/** Where a name under `extends` stands, by its turn among them. */
export function placeOfName({value, placeOf}: Written, i: number): InputPlace {
  const {extends: names} = value as {extends?: unknown}
  return placeOf(Array.isArray(names) ? ['extends', i] : ['extends'])
}

/** The id of the pack that a name under `extends` means: by its id, or by the end of its path. */
export function packCalled(name: string, packs: Packs): string | undefined {
  if (Object.hasOwn(packs, name)) return name
  return Object.values(packs).find(({path}) => path !== undefined && isPathEnd(path, name))?.id
}

/** The ids given, each after those that it extends, every id once. Ends also where packs extend each other. */
export function packsOver(ids: readonly string[], packs: Packs): readonly string[] {
  const order = new Set<string>()
  const begun = new Set<string>()
  const lay = (id: string): void => {
    if (begun.has(id)) return
    begun.add(id)
    for (const name of packs[id]!.extends) {
      const base = packCalled(name, packs)
      if (base !== undefined) lay(base)
    }
    order.add(id)
  }
  for (const id of ids) lay(id)
  return [...order]
}

/** Whether a path ends in a name as it was written beside it: "../county/base.yaml" for "models/county/base.yaml". */
export function isPathEnd(path: string, name: string): boolean {
  const plain = (text: string): string => text.replaceAll('\\', '/').replace(/^(?:\.\/)+|\/+$/g, '')
  const [whole, end] = [plain(path), plain(name).replace(/^(?:\.\.\/)+/, '')]
  return whole === end || whole.endsWith(`/${end}`)
}
