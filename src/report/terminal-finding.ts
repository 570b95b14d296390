import type {Finding} from '../model/finding.js'
import type {Place} from '../model/policy.js'
import {clipped} from './clipped.js'
import {plain} from './escape.js'
import {yardstick} from './expected-words.js'
import type {Frame} from './terminal-frame.js'
import {doubtWords, listed, placeWords, quoted, sentence, statusWords} from './words.js'
import {wrap} from './wrap.js'

/** How findings are shown, and what the head of the report has said already. */
export interface Look extends Frame {
  readonly title: string
  /** Titles of the yardstick. */
  readonly heldAgainst: readonly string[]
}

/** A gap in full: what the policy says and where, what it should say and by whom, and the words to use. */
export function gapBlock(finding: Finding, look: Look): string {
  const {requirement, evidence, expected, searchedFor, closest, nearest, reason, remedy, suggestedWording} = finding
  const line = lineWriter(look)
  const cited = citer(look)
  const doubt = doubtWords(finding)
  const near = closest[0] ?? nearest
  const lines = [
    headline(finding, look),
    ...evidence
      .slice(0, shown)
      .map(({quote, place}, at) => line(at === 0 ? 'Your policy says' : 'and', cited(quote, place))),
    evidence.length > shown && line('', `and in ${evidence.length - shown} more places`),
    finding.status === 'missing' &&
      searchedFor.length > 0 &&
      line(
        'Not found',
        `searched for ${listed(searchedFor.slice(0, 4).map(plain))}${searchedFor.length > 4 ? ` and ${searchedFor.length - 4} more` : ''}`,
      ),
    finding.status === 'missing' && near && line('Nearest', cited(clipped(near.quote, 200), near.place)),
    ...yardstick(expected, look.heldAgainst).map(([label, words]) => line(label, words)),
    // What was searched for already tells why a thing is missing.
    reason !== '' && !(finding.status === 'missing' && searchedFor.length > 0) && line('Why', sentence(reason)),
    requirement.severity === 'critical' && requirement.why !== '' && line('It matters', sentence(requirement.why)),
    doubt !== '' && line('Note', doubt),
    remedy !== '' && line('Fix', sentence(remedy)),
    suggestedWording !== '' && line('Words to use', quoted(suggestedWording.trim())),
  ]
  return lines.filter((each) => each !== false && each !== null && each !== undefined).join('\n')
}

/** A gap in two lines, for what can wait. */
export function shortGap(finding: Finding, look: Look): string {
  const line = lineWriter(look)
  const first = finding.evidence[0]
  return [
    headline(finding, look),
    first && line('Your policy says', citer(look)(clipped(first.quote, 200), first.place)),
    line('Fix', sentence(finding.remedy || finding.reason)),
  ]
    .filter(Boolean)
    .join('\n')
}

/** One line: a title, its id and a remark. */
export function oneLine({requirement}: Finding, remark: string, {palette, width}: Look): string {
  const text = `${plain(requirement.title)} ${palette.dim(`[${plain(requirement.id)}]`)}${remark ? `: ${remark}` : ''}`
  return `  ${wrap(text, width - 2, '    ')}`
}

/** Status, severity, title and id. The status is a word as well as a colour. */
function headline({status, requirement}: Finding, {palette, width}: Look): string {
  const word = statusWords[status].toUpperCase()
  const tone = status === 'conflict' || requirement.severity === 'critical' ? palette.red : palette.amber
  const title = `${palette.bold(plain(requirement.title))} ${palette.dim(`[${plain(requirement.id)}]`)}`
  return wrap(`${palette.bold(tone(word))} ${plain(requirement.severity)}: ${title}`, width, '  ')
}

/** Writes "  Label: words", wrapped under itself. */
function lineWriter({palette: {dim}, width}: Look) {
  return (label: string, words: string) => {
    const name = label ? `${label}:` : ''
    const marked = name ? name.split(' ').map(dim).join(' ') : ''
    return `  ${wrap(marked ? `${marked} ${words}` : words, width - 2, '    ')}`
  }
}

/** Writes a quotation with its place. */
function citer({palette: {dim}, title}: Look) {
  return (quote: string, place: Place) => {
    const at = `(${placeWords(place, title)})`.split(' ').map(dim).join(' ')
    return `${quoted(quote)} ${at}`
  }
}

/** So many quotations of one finding are shown; the JSON report holds them all. */
const shown = 3
