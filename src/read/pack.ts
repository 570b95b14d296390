import {createHash} from 'node:crypto'
import {InputError, type InputPlace} from '../model/input-error.js'
import type {Pack} from '../model/pack.js'
import type {Requirement} from '../model/requirement.js'
import type {Source} from '../model/source.js'
import {placeOfName} from './pack-names.js'
import {validate} from './schema-errors.js'
import type {SchemaName} from './validators.js'
import {readYaml, type Written} from './yaml.js'
import type {Keys} from './yaml-places.js'

/** The files of a pack: those of its folder, or the one file that is the whole pack. */
export interface PackFiles {
  /** The folder, or the file, as it was named. */
  readonly path: string
  readonly files: readonly Source[]
}

/** A pack as it was written, before it is laid over those that it extends. */
export interface WrittenPack {
  readonly pack: Pack
  /** Where a part of a requirement stands, by the number of the requirement in the pack. */
  placeOf(requirement: number, keys: Keys): InputPlace
  /** Where a pattern of a word class stands. */
  placeOfWord(name: string, word: number): InputPlace
  /** Where the name of a pack that this one extends stands. */
  placeOfBase(i: number): InputPlace
}

type About = Pick<Pack, 'id' | 'title' | 'edition' | 'date' | 'changelog'> & {
  readonly extends?: string | readonly string[]
  readonly topics?: readonly string[]
}
type Parts = Partial<Pick<Pack, 'registers' | 'lexicon' | 'requirements'>>

/**
 * Reads a pack from one file that holds all its parts, or from those of its folder: pack.yaml, registers.yaml and
 * lexicon.yaml where it has them, and requirements/TOPIC.yaml for each topic that pack.yaml lists, in that order.
 * Raises InputError, with line and column, for a file that is missing, that does not keep to schemas/pack.schema.json,
 * or that gives an id twice.
 */
export function readPack({path, files}: PackFiles): WrittenPack {
  const whole = files.length === 1 && files[0]!.path === path
  return whole ? fromFile(files[0]!) : fromFolder(path, files)
}

function fromFile(source: Source): WrittenPack {
  const written = part(source, 'pack')
  const {requirements = [], lexicon, registers, ...about} = written.value as About & Parts
  const placed = requirements.map((requirement, i) => ({requirement, written, at: ['requirements', i]}))
  refuseTwins(placed)
  return {
    ...packOf(about, {requirements, lexicon, registers}, source.path, [source]),
    placeOf: (i, keys) => written.placeOf(['requirements', i, ...keys]),
    placeOfWord: (name, word) => written.placeOf(['lexicon', name, 'words', word]),
    placeOfBase: (i) => placeOfName(written, i),
  }
}

function fromFolder(folder: string, files: readonly Source[]): WrittenPack {
  const read: Source[] = []
  const find = (name: string): Source | undefined => {
    const source = files.find((file) => file.path.replaceAll('\\', '/').endsWith(`/${name}`))
    if (source) read.push(source)
    return source
  }
  const named = (name: string): Source => {
    const source = find(name)
    if (source) return source
    throw new InputError('PACK_INCOMPLETE', `${folder}/${name}`, 'this file of the pack is missing', 'Add it.')
  }
  const optional = (name: string, schema: SchemaName): Written | undefined => {
    const source = find(name)
    return source && part(source, schema)
  }

  const about = part(named('pack.yaml'), 'pack about')
  const {topics = [], ...rest} = about.value as About
  const registers = optional('registers.yaml', 'pack registers')
  const lexicon = optional('lexicon.yaml', 'pack lexicon')
  const placed = topics.flatMap((topic) => {
    const written = part(named(`requirements/${topic}.yaml`), 'pack requirements')
    return (written.value as readonly Requirement[]).map((requirement, i) => ({
      requirement: {...requirement, topic: requirement.topic ?? topic},
      written,
      at: [i],
      topic,
    }))
  })
  refuseUnlisted(files, topics, about)
  refuseTwins(placed)
  const parts = {
    requirements: placed.map(({requirement}) => requirement),
    registers: registers?.value as Pack['registers'] | undefined,
    lexicon: lexicon?.value as Pack['lexicon'] | undefined,
  }
  return {
    ...packOf(rest, parts, folder, read),
    placeOf: (i, keys) => placed[i]!.written.placeOf([...placed[i]!.at, ...keys]),
    placeOfWord: (name, word) => lexicon!.placeOf([name, 'words', word]),
    placeOfBase: (i) => placeOfName(about, i),
  }
}

function part(source: Source, schema: SchemaName): Written {
  const written = readYaml(source, 'a file of a pack')
  validate(written, schema, 'PACK_INVALID')
  return written
}

function packOf(about: About, parts: Parts, path: string, files: readonly Source[]): Pick<WrittenPack, 'pack'> {
  const {id, title, edition, date, changelog, extends: bases = ['england']} = about
  const hash = createHash('sha256')
  for (const {bytes} of files) hash.update(bytes)
  const registers: Partial<Pack['registers']> = parts.registers ?? {}
  const pack = {
    id,
    title,
    edition,
    date,
    sha256: hash.digest('hex'),
    path,
    extends: [bases].flat(),
    changelog,
    registers: {
      editions: [],
      obsoleteTerms: [],
      phantomTitles: [],
      otherNations: [],
      retiredEmailDomains: [],
      helplines: [],
      ...registers,
      placeholders: {patterns: [], allow: [], ...registers.placeholders},
    },
    lexicon: parts.lexicon ?? {},
    requirements: parts.requirements ?? [],
  }
  return {pack}
}

interface Placed {
  readonly requirement: Requirement
  readonly written: Written
  readonly at: Keys
  /** The topic that its file is named for. */
  readonly topic?: string
}

function refuseTwins(placed: readonly Placed[]): void {
  const seen = new Set<string>()
  for (const {requirement, written, at, topic} of placed) {
    const problem = seen.has(requirement.id)
      ? 'is given twice'
      : topic !== undefined && requirement.topic !== topic
        ? `has the topic ${requirement.topic}, not that of its file`
        : null
    if (problem) {
      const fix = 'Give each requirement an id of its own, in the file of its topic.'
      throw new InputError('PACK_INVALID', written.placeOf(at), `the requirement ${requirement.id} ${problem}`, fix)
    }
    seen.add(requirement.id)
  }
}

/** A file that nobody lists would be taken for one that is read. */
function refuseUnlisted(files: readonly Source[], topics: readonly string[], about: Written): void {
  for (const {path} of files) {
    const [, name] = /\/requirements\/([^/]+)$/.exec(path.replaceAll('\\', '/')) ?? []
    if (name === undefined || topics.some((topic) => name === `${topic}.yaml`)) continue
    throw new InputError(
      'PACK_INVALID',
      about.placeOf(['topics']),
      `topics does not list requirements/${name}`,
      name.endsWith('.yaml') ? `Add ${name.slice(0, -5)} to topics.` : `Name the file TOPIC.yaml, and list the topic.`,
    )
  }
}
