import {matchesOf} from './hints.js'

/** The name of a safeguarding partnership or board in a text. */
export interface PartnershipWords {
  readonly name: string
  readonly start: number
  readonly end: number
}

const place = String.raw`(?:\p{Lu}[\p{L}'’-]{1,30}(?:,? (?:and|&|upon|on|of|with) | |, )){0,5}`
const body = new RegExp(
  String.raw`(?<![\p{L}])(${place}(?:Local |Joint )?Safeguarding (?:(?:Children|Child|Adults?|Children and Adults|Adults and Children|Children['’]s|Children and Young People)['’]?s? )?(?:Partnership|Board|Executive)(?: Board)?)`,
  'gu',
)

/** Every partnership or board that is named, with its place: "Eastmere Safeguarding Children Partnership". */
export function partnershipsIn(text: string): PartnershipWords[] {
  return matchesOf(text, body, text, ['Safeguarding ']).map((match) => {
    const name = match[1]!.replace(
      /^(?:The|Our|Your|See|Contact|Refer to|Under|With|And|From|To|In|By|For)\s+(?:the\s+)?/u,
      '',
    )
    const start = match.index + match[0].length - name.length
    return {name, start, end: start + name.length}
  })
}
