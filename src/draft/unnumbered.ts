import {disagreement} from '../text/stages-of.js'
import {isBody, type Line} from './line.js'
import {mostOpenings, type Opening, openingOf, piecesOf, type Segment} from './openings.js'
import {namesPost, rolesOfArrow, rolesOfSentence} from './roles.js'

/**
 * A ladder without numbers: headings, items or boxes that say nothing but who goes to whom ("Line manager to line
 * manager"), three at least.
 */
export function unnumberedSegments(lines: readonly Line[]): Segment[] {
  const openings = lines.flatMap((line, index): Opening[] => {
    if (!isBody(line) || line.passage?.cells || line.text.length > 120 || !namesPost(line.text)) return []
    const bare = /^(?:\d{1,2}[.)]\s*)?/.exec(line.text)![0].length
    if (!rolesOfArrow(line.text.slice(bare).split(/[:.]\s/)[0]!)) return []
    return [{...openingOf({word: 'step', order: '1'}), noun: null, line, index, from: 0, at: bare}]
  })
  if (openings.length < 3 || openings.length > mostOpenings) return []
  return openings.map((each, i) => ({
    ...each,
    order: i + 1,
    pieces: piecesOf(each, openings[i + 1], openings.slice(0, i), lines),
  }))
}

/** The items of numbered lists under a heading on disagreement, where two at least carry the matter to somebody. */
export function listedSegments(lines: readonly Line[], title: string): Segment[] {
  const openings = lines.flatMap((line, index): Opening[] => {
    const {passage, headings, text} = line
    const number = /^\(?(\d{1,2})[.)]?$/.exec(passage?.label ?? '')?.[1]
    if (passage?.form !== 'list-item' || !number || !disagreement.test(`${headings.slice(-2).join(' ')} ${title}`))
      return []
    return [
      {
        ...openingOf({word: 'step', order: number}),
        noun: null,
        line,
        index,
        from: 0,
        at: 0,
        aside: runIn(text),
      },
    ]
  })
  const carried = openings.filter(({line}) =>
    line.text.split(/(?<=[.?!])\s+/u).some((part) => rolesOfSentence(part)?.to ?? rolesOfArrow(part)),
  )
  if (carried.length < 2 || openings.length > mostOpenings) return []
  return openings.map((each, i) => ({
    ...each,
    at: each.aside ? each.line.text.indexOf(each.aside) + each.aside.length + 1 : 0,
    pieces: piecesOf(
      {...each, at: each.aside ? each.aside.length + 1 : 0},
      openings[i + 1],
      openings.slice(0, i),
      lines,
    ),
  }))
}

/** "Managers. Still stuck? Your line manager ...": the words that an item opens with, as a name for it. */
function runIn(text: string): string | null {
  const words = /^(\p{Lu}[^.:;!?]{2,40})[.:](?=\s+\p{Lu})/u.exec(text)?.[1]
  return words && words.split(' ').length <= 5 ? words : null
}
