import {isDeepStrictEqual} from 'node:util'
import {parseDocument} from 'yaml'
import {InputError} from '../model/input-error.js'
import type {Source} from '../model/source.js'
import {factParts} from '../read/doubts/doubt.js'
import {type Fields, isFields} from '../read/fields.js'
import {validate} from '../read/schema-errors.js'
import {readYaml} from '../read/yaml.js'
import {nearestName} from '../text/nearest-name.js'
import {type Edit, edited, fieldEdits, mapAt, mapEdit, pairOf} from './text-edit.js'

/** Who looked, when (YYYY-MM-DD) and how; without `method` a contact was rung and any other fact looked up. */
export interface Attestation {
  readonly verifiedOn: string
  readonly verifiedBy: string
  readonly method?: string
}

/** The file with the verification written into it, and the facts that it is about as they stand in the file. */
export interface Verified {
  readonly content: string
  readonly facts: readonly {readonly path: string; readonly fact: Fields; readonly attestation: Required<Attestation>}[]
}

/**
 * Writes into a model file that facts were verified; a draft is one no longer. Every other character stays as it was,
 * remarks and layout with it. `names` are keys or names of contacts, or paths ("timescales.ladoNotify"). Raises
 * InputError for a file that cannot be read and a name that the file does not hold.
 */
export function withVerification(source: Source, names: readonly string[], attestation: Attestation): Verified {
  const written = readYaml(source, 'a procedures file')
  validate(written, 'procedures', 'PROCEDURES_INVALID')
  const model = written.value as Fields
  const paths = [
    ...new Map(names.map((name) => pathOf(model, name, source.path)).map((path) => [path.join('.'), path])).values(),
  ]
  const text = textOf(source)
  const wanted = paths.reduce((all, path) => expected(all, path, whole(path, attestation)), model)
  const content = contentWith(text, paths, attestation, source.path, wanted)
  return {
    content: hasMark(source) ? `\ufeff${content}` : content,
    facts: paths.map((path) => ({
      path: path.join('.'),
      fact: factAt(model, path),
      attestation: whole(path, attestation),
    })),
  }
}

/** The text with all of it marked. Raises InputError where that would change what else leans on the same lines. */
function contentWith(
  text: string,
  paths: readonly Path[],
  attestation: Attestation,
  file: string,
  wanted: Fields,
): string {
  try {
    const content = paths.reduce((all, path) => marked(all, path, whole(path, attestation)), text)
    const source = {path: file, bytes: new TextEncoder().encode(content)}
    if (isDeepStrictEqual(readYaml(source, 'a procedures file').value, wanted)) return content
  } catch {
    // An alias whose anchor was to be written over.
  }
  throw new InputError(
    'FACT_SHARED',
    file,
    'the fact shares lines with another through an anchor (&name) or an alias (*name)',
    'Write both out in full first.',
  )
}

function whole([part]: Path, attestation: Attestation): Required<Attestation> {
  return {...attestation, method: attestation.method ?? (part === 'contacts' ? 'phone' : 'website')}
}

type Path = readonly [part: string, key: string]

/** What a name leads to: a key or a name of a contact, else the key of another part; a path says which. */
function pathOf(model: Fields, name: string, file: string): Path {
  const keysOf = (part: string) =>
    Object.keys((isFields(model[part]) ? model[part] : {}) as Fields).filter((key) => !key.startsWith('x-'))
  const [part = '', key, ...rest] = name.split('.')
  const parts = [...factParts, 'escalation']
  if (
    key !== undefined &&
    rest.length === 0 &&
    parts.includes(part) &&
    keysOf(part).includes(key) &&
    isFields((model[part] as Fields)[key])
  )
    return [part, key]
  if (keysOf('contacts').includes(name)) return ['contacts', name]
  const called = keysOf('contacts').filter(
    (each) => String(factAt(model, ['contacts', each]).name ?? '').toLowerCase() === name.toLowerCase(),
  )
  if (called.length === 1) return ['contacts', called[0]!]
  const known = parts.flatMap((each) => keysOf(each).map((own) => (each === 'contacts' ? own : `${each}.${own}`)))
  const near = nearestName(name, known)
  const contacts = keysOf('contacts')
  throw new InputError(
    'FACT_UNKNOWN',
    file,
    called.length > 1 ? `${called.length} contacts are called ${name}` : `this file holds no contact ${name}`,
    called.length > 1
      ? `Name one of ${called.join(', ')}.`
      : near
        ? `Did you mean ${near}?`
        : `${contacts.length > 0 ? `Name one of ${contacts.slice(0, 20).join(', ')}; or, if` : 'If'} it stands in a file that this one extends, give that file.`,
  )
}

function factAt(model: Fields, [part, key]: Path): Fields {
  return (model[part] as Readonly<Record<string, Fields>>)[key]!
}

function expected(model: Fields, path: Path, attestation: Required<Attestation>): Fields {
  const [part, key] = path
  const fact = factAt(model, path)
  const now = {
    ...fact,
    ...(fact.status === 'draft' && {status: 'verified'}),
    provenance: {...(fact.provenance as Fields | undefined), ...attestation},
  }
  return {...model, [part]: {...(model[part] as Fields), [key]: now}}
}

/** By small edits where they fit; else by the parser's own way, which keeps remarks but may break lines anew. */
function marked(text: string, path: Path, attestation: Required<Attestation>): string {
  const document = parseDocument(text, {uniqueKeys: false})
  const edits = editsFor(text, path, attestation)
  if (edits) return edited(text, edits)
  const fact = mapAt(document, path)
  if (!fact) return text
  const old = (document.toJS() as Fields)[path[0]] as Readonly<Record<string, Fields>>
  if (fact.get('status') === 'draft') fact.set('status', 'verified')
  fact.set('provenance', document.createNode({...(old[path[1]]!.provenance as Fields | undefined), ...attestation}))
  return document.toString({lineWidth: 0})
}

function editsFor(text: string, path: Path, attestation: Required<Attestation>): Edit[] | null {
  const document = parseDocument(text, {uniqueKeys: false})
  const fact = mapAt(document, path)
  if (!fact) return null
  const draft = (fact.get('status') as unknown) === 'draft'
  const status = draft ? fieldEdits(text, fact, {status: 'verified'}) : []
  const own = pairOf(fact, 'provenance')
  const provenance = own ? mapAt(document, [...path, 'provenance']) : null
  const more = own
    ? provenance && fieldEdits(text, provenance, {...attestation})
    : [mapEdit(text, fact, 'provenance', {...attestation})]
  if (!status || !more || more.includes(null)) return null
  return [...status, ...(more as Edit[])]
}

/** The characters of the file as they are, line ends too. Raises InputError for a file that is not UTF-8. */
function textOf({path, bytes}: Source): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    throw new InputError('FILE_NOT_UTF8', path, 'only a file in UTF-8 can be written to', 'Save it as UTF-8 first.')
  }
}

function hasMark({bytes}: Source): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}
