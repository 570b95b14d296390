import type {Rung, StagePair} from '../content/stages.js'
import {plain} from '../escape.js'
import {statusWords} from '../words.js'
import {html, type Markup} from './markup.js'

/** The stages of both sides as a drawing: a rung a stage, local procedures on the left, the policy on the right. */
export function ladder(pairs: readonly StagePair[], id: string, title: string): Markup {
  let top = 44
  const rows = pairs.map((pair, at) => {
    const texts = [linesOf(pair.theirs), linesOf(pair.ours)]
    const height = 66 + 17 * Math.max(1, ...texts.map(({length}) => length))
    const row = {pair, top, height, texts, last: at === pairs.length - 1}
    top += height + 26
    return row
  })
  const height = top - 10
  return html`<svg class="ladder" role="img" aria-labelledby="${id}-t ${id}-d" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title id="${id}-t">Ladder of stages: ${title}</title>
<desc id="${id}-d">${description(pairs)}</desc>
<text class="head" x="${left}" y="24">Local procedures</text>
<text class="head" x="${right}" y="24">Your policy</text>
${rows.map(({pair, top: y, height: h, texts, last}) => [
  rung(pair.theirs, pair.label, texts[0]!, {x: left, y, h, last, absent: 'no such stage here', look: 'theirs'}),
  rung(pair.ours, pair.label, texts[1]!, {
    x: right,
    y,
    h,
    last,
    absent: 'no such stage was found',
    look: pair.flagged[0] ? `flagged ${pair.flagged[0].rag}` : 'ours',
    remark: pair.flagged[0] && statusWords[pair.flagged[0].finding.status],
  }),
  html`<line class="link" x1="${left + box}" y1="${y + h / 2}" x2="${right}" y2="${y + h / 2}"/>\n`,
])}</svg>`
}

const width = 760
const box = 340
const left = 10
const right = width - box - 10

interface Setting {
  readonly x: number
  readonly y: number
  readonly h: number
  readonly last: boolean
  readonly absent: string
  readonly look: string
  readonly remark?: string
}

function rung(side: Rung | null, label: string, lines: readonly string[], at: Setting): Markup {
  const {x, y, h, last, absent, look, remark} = at
  if (!side) {
    return html`<rect class="rung absent" x="${x}" y="${y}" width="${box}" height="${h}" rx="8"/><text class="none" x="${x + box / 2}" y="${y + h / 2 + 5}" text-anchor="middle">${absent}</text>
`
  }
  const clock = cut(side.clock ?? 'no time limit', 36)
  const chip = Math.min(box - 28, 32 + clock.length * 8)
  return html`<rect class="rung ${look}" x="${x}" y="${y}" width="${box}" height="${h}" rx="8"/>
<text class="stage" x="${x + 14}" y="${y + 22}">${cut(label, remark ? 28 : 38)}</text>
${remark && html`<text class="remark" x="${x + box - 14}" y="${y + 22}" text-anchor="end">${remark}</text>`}
${lines.map((line, row) => html`<text class="who" x="${x + 14}" y="${y + 42 + row * 17}">${line}</text>`)}
<rect class="chip" x="${x + 12}" y="${y + h - 29}" width="${chip}" height="21" rx="10.5"/><circle class="dial" cx="${x + 24}" cy="${y + h - 18.5}" r="5.5"/><path class="hand" d="M${x + 24} ${y + h - 22.5}v4l2.5 1.5"/>
<text class="time" x="${x + 35}" y="${y + h - 14}">${clock}</text>
${!last && html`<path class="down" d="M${x + box / 2} ${y + h + 4}v14m-5 -5l5 5l5 -5"/>`}
`
}

/** What stands on a rung, in lines that fit. */
function linesOf(side: Rung | null): string[] {
  if (!side) return []
  const told = side.told ? ` (tell ${side.told})` : ''
  return broken(plain(`${side.from ?? 'not said who'} → ${side.to ?? 'not said to whom'}${told}`), 40).slice(0, 6)
}

function broken(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const piece = cut(word, most)
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + piece.length <= most) lines[lines.length - 1] = `${line} ${piece}`
    else lines.push(piece)
  }
  return lines
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

function description(pairs: readonly StagePair[]): string {
  const words = (side: Rung | null) =>
    side ? `${side.from ?? 'not said'} to ${side.to ?? 'not said'}, ${side.clock ?? 'no time limit'}` : 'none'
  return pairs
    .map(({label, theirs, ours}) => `${label}. Local procedures: ${words(theirs)}. Your policy: ${words(ours)}.`)
    .join(' ')
}
