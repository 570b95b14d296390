import {receiversAt, sendersAt} from '../model/escalation.js'
import {pathRoot, valuesAt} from '../model/fact-path.js'
import {listed} from '../model/listed.js'
import type {Group, LocalStage, Organisation, ProceduresModel} from '../model/procedures.js'
import {writtenDate} from '../model/written-date.js'
import {limitWords} from '../text/limit-words.js'
import {ladderWording, withoutAbsentLadders} from './ladder-wording.js'
import {slotWords} from './slot-words.js'

/**
 * Fills the slots of suggested wording, {contacts.lado.phone}, with the local values in words. A slot for which there
 * is no value becomes words in square brackets that a person can fill: "[LADO telephone]". `ladder` and `timedLadder`
 * are all steps of a ladder, a paragraph each.
 */
export function fillWording(template: string, model: ProceduresModel, organisation: Organisation | null): string {
  const root = pathRoot(model, organisation)
  return withoutAbsentLadders(template, model).replace(/(?<!\{)\{([\w.*[\]-]{1,120})\}(?!\})/g, (_, slot: string) => {
    const ladder = /^escalation\.(children|adults)\.(ladder|timedLadder)$/.exec(slot)
    if (ladder) return ladderWording(ladder[1] as Group, ladder[2] === 'timedLadder', model)
    const path = slot.replaceAll('[]', '.*').replace(/^org\./, 'organisation.')
    const filled = valuesAt(root, path).flatMap(([at, value]): [string, string][] => {
      const words = inWords(value)
      return words === '' ? [] : [[at, words]]
    })
    return filled.length > 0 ? byAudience(filled) : `[${slotWords(path)}]`
  })
}

/** What differs between children and adults is said for each of them. */
function byAudience(filled: readonly (readonly [path: string, words: string])[]): string {
  const distinct = new Map(filled.map(([path, words]) => [words, path]))
  if (distinct.size < 2) return filled[0]![1]
  const parts = [...distinct].map(([words, path]) => {
    const [group] = path.match(/\b(?:children|adults)\b/) ?? []
    return group ? `${words} (${group})` : words
  })
  return joined(parts)
}

/** A value of the model as it would stand in a sentence. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return joined(value.map(inWords).filter(Boolean))
  if (typeof value !== 'object' || value === null) {
    const words = String(value ?? '')
    return writtenDate(words) ?? words
  }
  if ('unit' in value && 'value' in value) return limitOf(value as Parameters<typeof limitWords>[0])
  if ('order' in value) return stageOf(value as LocalStage)
  const fields = value as Readonly<Record<string, string | undefined>>
  const name = fields.name || fields.title || fields.route || ''
  const reach = fields.phone ?? fields.email ?? fields.url
  return name && reach ? `${name} (${reach})` : name || (reach ?? '')
}

function limitOf(limit: Parameters<typeof limitWords>[0]): string {
  return limit.value === null && !limit.words ? '' : limitWords(limit)
}

function stageOf(stage: LocalStage): string {
  const {order, label, name, maxDuration} = stage
  const parties = [sendersAt(stage), receiversAt(stage)].map((roles) => roles.join(' or '))
  const roles = parties.filter(Boolean).join(' to ')
  const limit = maxDuration ? limitOf(maxDuration) : ''
  return [`stage ${label ?? order}`, ...(roles || name ? [`: ${roles || name}`] : []), limit ? `, ${limit}` : ''].join(
    '',
  )
}

/** "A, B and C"; parts that hold commas of their own are set apart by semicolons. */
function joined(parts: readonly string[]): string {
  return parts.some((part) => part.includes(',')) ? parts.join('; ') : listed(parts)
}
