import {InputError} from '../model/input-error.js'
import type {ProceduresModel, Registers} from '../model/procedures.js'
import type {Requirement} from '../model/requirement.js'
import type {Source} from '../model/source.js'
import {validate} from './schema-errors.js'
import type {SchemaName} from './validators.js'
import {readYaml} from './yaml.js'

/** A published set of requirements, registers and word classes, as the build has compiled and checked it. */
export interface Pack {
  readonly id: string
  readonly title: string
  readonly edition: string
  readonly registers: Registers
  readonly lexicon: ProceduresModel['lexicon']
  readonly requirements: ProceduresModel['requirements']
}

/** The packs that ship with the program, by the name that `extends` gives them. */
export type Packs = Readonly<Record<string, Pack>>

/**
 * Reads a pack from the files of its folder: pack.yaml, registers.yaml, lexicon.yaml and requirements/TOPIC.yaml for
 * each topic that pack.yaml lists, in that order. Raises InputError, with line and column, for a file that is missing,
 * that does not keep to schemas/pack.schema.json, or that gives an id twice.
 */
export function readPack(folder: string, files: readonly Source[]): Pack {
  const part = <T>(name: string, schema: SchemaName): {value: T; places: ReturnType<typeof readYaml>} => {
    const source = files.find(({path}) => path.replaceAll('\\', '/').endsWith(`${folder}/${name}`))
    if (!source) {
      throw new InputError('PACK_INCOMPLETE', `${folder}/${name}`, 'this file of the pack is missing', 'Add it.')
    }
    const places = readYaml(source, 'a file of a pack')
    validate(places, schema, 'PACK_INVALID')
    return {value: places.value as T, places}
  }
  const {topics, ...about} = part<Pick<Pack, 'id' | 'title' | 'edition'> & {topics: string[]}>(
    'pack.yaml',
    'pack about',
  ).value
  const requirements: Requirement[] = []
  for (const topic of topics) {
    const {value, places} = part<Requirement[]>(`requirements/${topic}.yaml`, 'pack requirements')
    for (const [i, requirement] of value.entries()) {
      const problem = requirements.some(({id}) => id === requirement.id)
        ? 'is given twice'
        : requirement.topic !== topic
          ? `has the topic ${requirement.topic}, not that of its file`
          : null
      if (problem) {
        const fix = 'Give each requirement an id of its own, in the file of its topic.'
        throw new InputError('PACK_INVALID', places.placeOf([i]), `the requirement ${requirement.id} ${problem}`, fix)
      }
      requirements.push(requirement)
    }
  }
  return {
    ...about,
    registers: part<Registers>('registers.yaml', 'pack registers').value,
    lexicon: part<Pack['lexicon']>('lexicon.yaml', 'pack lexicon').value,
    requirements,
  }
}
