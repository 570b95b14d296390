import {plain} from './escape.js'
import {dateWords} from './words.js'

interface Recorded {
  readonly path: string
  readonly fact: Readonly<Record<string, unknown>>
  readonly attestation: {readonly verifiedOn: string; readonly verifiedBy: string; readonly method: string}
}

/** What was recorded, a line for each fact: "LADO, 01632 960303: verified 23 November 2026 by Ann, phone." */
export function tellVerified(facts: readonly Recorded[]): string {
  return facts
    .map(({path, fact, attestation: {verifiedOn, verifiedBy, method}}) => {
      const what = [fact.name ?? fact.title ?? path, fact.phone].filter((each) => typeof each === 'string').join(', ')
      return `${plain(what)}: verified ${dateWords(verifiedOn)} by ${plain(verifiedBy)}, ${plain(method)}.\n`
    })
    .join('')
}
