import {createHash} from 'node:crypto'
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

/** Makes a policy of what a reader saw. */
export function policyOf({path, bytes}: Source, {format, marks, title, properties, notices}: DocumentRead): Policy {
  const outline = outlineOf(marks)
  return {
    path,
    format,
    title: title || titleOf(outline.sections),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    words: wordsOf(outline.sections),
    properties,
    sections: outline.sections,
    notices: [...notices, ...outline.notices],
  }
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
