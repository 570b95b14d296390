import {draftFrom} from './draft/draft.js'
import type {Question} from './draft/fact.js'
import {type ModelFileOptions, modelFileOf, questionWords} from './draft/model-file.js'
import {InputError} from './model/input-error.js'
import type {Packs} from './model/pack.js'
import type {Source} from './model/source.js'
import {readProcedureDocument} from './read/procedure-document.js'
import {readProcedures} from './read/procedures.js'
import {phoneDigits, publicNumbers} from './text/contact.js'

export interface DraftedModel {
  /** The model as YAML. */
  readonly yaml: string
  readonly questions: readonly string[]
  /** How many facts were read, by the part of the model. */
  readonly counts: Readonly<Record<'partnerships' | 'contacts' | 'timescales' | 'stages', number>>
}

/**
 * Drafts a procedures model from a partnership's own document. Raises InputError for what cannot be read, and
 * DRAFT_EMPTY where not one fact was found in it.
 */
export async function draftModel(source: Source, packs: Packs, options: ModelFileOptions): Promise<DraftedModel> {
  const {registers} = readProcedures([], packs)
  const policy = await readProcedureDocument(source)
  const national = new Set([
    ...registers.helplines.flatMap(({phone}) => (phone ? [phoneDigits(phone)] : [])),
    ...publicNumbers,
  ])
  const read = draftFrom(policy, national)
  const draft = {...read, questions: [...questionsOfSource(options), ...read.questions]}
  const {partnerships, contacts, timescales, escalation} = draft
  const stages = Object.values(escalation).reduce((sum, {lists}) => sum + (lists?.stages?.length ?? 0), 0)
  const counts = {
    partnerships: Object.keys(partnerships).length,
    contacts: Object.keys(contacts).length,
    timescales: Object.keys(timescales).length,
    stages,
  }
  if (counts.contacts + counts.timescales + stages === 0) {
    throw new InputError(
      'DRAFT_EMPTY',
      source.path,
      'no stage, contact or time limit was found in this document',
      'Give the document that says whom to ring and how a disagreement is escalated.',
    )
  }
  return {yaml: modelFileOf(draft, options), questions: draft.questions.map(questionWords), counts}
}

/** What no document says of itself: where the copy came from. */
function questionsOfSource({sourceUrl, retrievedOn}: ModelFileOptions): Question[] {
  return [
    ...(sourceUrl ? [] : [{ask: 'At which address is the document published? Write it as provenance.sourceUrl.'}]),
    ...(retrievedOn ? [] : [{ask: 'On which day was this copy taken from there? Write it as provenance.retrievedOn.'}]),
  ]
}
