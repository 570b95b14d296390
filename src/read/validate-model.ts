import {InputError} from '../model/input-error.js'
import type {ModelProblem, ValidatedModel} from '../model/model-problem.js'
import type {Packs} from '../model/pack.js'
import type {Source} from '../model/source.js'
import {attestationDoubts} from './doubts/attestation.js'
import {contactDoubts} from './doubts/contacts.js'
import type {Doubt, Doubtful} from './doubts/doubt.js'
import {formDoubts} from './doubts/forms.js'
import {ladderDoubts} from './doubts/ladders.js'
import {wordsDoubts} from './doubts/words.js'
import {type Fields, isFields} from './fields.js'
import {contradictionsIn} from './model-checks.js'
import {readProcedures} from './procedures.js'
import {mistakenKeys, mistakesIn} from './schema-errors.js'
import {readYaml, type Written} from './yaml.js'

/** What is looked for beyond the schema. A new sort of doubt is a file beside these and a line here. */
const sorts: readonly ((doubtful: Doubtful) => Iterable<Doubt>)[] = [
  contactDoubts,
  ladderDoubts,
  wordsDoubts,
  attestationDoubts,
  formDoubts,
]

/**
 * Everything that is wrong in one model file or worth a look, all of it at once. `under` are the files that it extends;
 * `asOf` (YYYY-MM-DD) is the day as of which dates are judged. What cannot be read at all is one problem.
 */
export function validateModel(source: Source, under: readonly Source[], packs: Packs, asOf: string): ValidatedModel {
  const {path} = source
  let written: Written
  try {
    written = readYaml(source, 'a procedures file')
  } catch (error) {
    return {path, problems: [refusal(error)]}
  }
  const mistakes = mistakesIn(written, 'procedures', 'PROCEDURES_INVALID')
  const model =
    mistakes.length > 0 ? without(written.value, mistakenKeys(written, 'procedures')) : (written.value as Fields)
  const refused = [...mistakes, ...contradictionsIn(written, model)].map(refusal)
  const doubts = sorts.flatMap((sort) => [...sort({model, asOf})]).map((doubt) => problemOf(doubt, written))
  return {path, problems: distinct([...(refused.length > 0 ? refused : laid(source, under, packs)), ...doubts])}
}

/** What comes to light only when the file is laid over what it extends. */
function laid(source: Source, under: readonly Source[], packs: Packs): ModelProblem[] {
  try {
    readProcedures([...under, source], packs)
    return []
  } catch (error) {
    return [refusal(error)]
  }
}

function refusal(error: unknown): ModelProblem {
  if (!(error instanceof InputError)) throw error
  const {code, where, problem, fix} = error
  return {severity: 'error', rule: ruleOf(code), fact: '', place: where, problem, fix, refused: true}
}

/** PROCEDURES_DANGLING as the other rules are named: procedures-dangling. */
function ruleOf(code: string): string {
  return code.toLowerCase().replaceAll('_', '-')
}

function problemOf({severity, rule, at, problem, fix}: Doubt, written: Written): ModelProblem {
  return {severity, rule, fact: at.join('.'), place: written.placeOf(at), problem, fix, refused: false}
}

/** The file without the facts that hold mistakes, so that the rest can be looked at. */
function without(value: unknown, mistaken: readonly (readonly (string | number)[])[]): Fields {
  if (!isFields(value)) return {}
  const rest: Record<string, unknown> = {...value}
  for (const [part, fact] of mistaken) {
    if (part === undefined) continue
    const inside = rest[part]
    if (fact !== undefined && isFields(inside))
      rest[part] = Object.fromEntries(Object.entries(inside).filter(([key]) => key !== String(fact)))
    else delete rest[part]
  }
  return rest
}

function distinct(problems: readonly ModelProblem[]): ModelProblem[] {
  const told = new Map(problems.map((each) => [`${each.place.line} ${each.place.column} ${each.problem}`, each]))
  const at = ({place: {line = 0, column = 0}}: ModelProblem) => line * 100_000 + column
  return [...told.values()].sort((a, b) => at(a) - at(b))
}
