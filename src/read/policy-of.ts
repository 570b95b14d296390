import {createHash} from 'node:crypto'
import type {Origins} from '../model/origin.js'
import {bodyForms, type Notice, type Policy, type PolicyFormat, passagesOf, sectionsOf} from '../model/policy.js'
import type {Source} from '../model/source.js'
import type {Mark} from './marks.js'
import {outlineOf} from './outline.js'

export interface DocumentRead {
  readonly format: PolicyFormat
  readonly marks: readonly Mark[]
  /** What the format itself calls the title; '' when it has none, and the first outermost heading is taken. */
  readonly title: string
  readonly properties: Readonly<Record<string, string>>
  /** Notices about the document as a whole. */
  readonly notices: readonly Notice[]
}

/** A policy with the way back from its passages to where they stand in the file. */
export interface TracedPolicy {
  readonly policy: Policy
  readonly origins: Origins
}

/** Makes a policy of what a reader saw. */
export function policyOf(source: Source, read: DocumentRead): TracedPolicy {
  const {path, bytes} = source
  const {format, marks, title, properties, notices} = read
  const outline = outlineOf(marks)
  const policy: Policy = {
    path,
    format,
    title: title || titleOf(outline.sections),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    words: wordsOf(outline.sections),
    properties,
    sections: outline.sections,
    notices: [...notices, ...outline.notices],
  }
  return {policy, origins: outline.origins}
}

function titleOf(sections: Policy['sections']): string {
  const headed = sectionsOf({sections}).filter(({level}) => level > 0)
  return (headed.find(({level}) => level === 1) ?? headed[0])?.title ?? ''
}

function wordsOf(sections: Policy['sections']): number {
  const body = passagesOf({sections}).filter(({form}) => bodyForms.includes(form))
  const texts = [...body.map(({text}) => text), ...sectionsOf({sections}).map(({title}) => title)]
  return texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0), 0)
}
