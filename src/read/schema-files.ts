import {createRequire} from 'node:module'

// The schemas are published files beside the program; src/read and dist/read stand equally deep.
const require = createRequire(import.meta.url)

export interface Schema {
  readonly $id: string
  readonly properties: Readonly<Record<string, {readonly properties?: object} | undefined>>
  readonly $defs?: Readonly<Record<string, {readonly required: readonly string[]} | undefined>>
}

export type SchemaFile = 'procedures' | 'organisation' | 'pack' | 'report' | 'config' | 'waivers' | 'baseline'

/** A schema that the project publishes, by its name. */
export function schemaNamed(name: SchemaFile): Schema {
  return require(`../../schemas/${name}.schema.json`)
}

/** The keys that the schema of procedures describes within one of their parts. */
export function knownKeysOf(part: string): readonly string[] {
  return Object.keys(schemaNamed('procedures').properties[part]?.properties ?? {})
}
