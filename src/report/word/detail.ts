import type {Chapter, Reference} from '../content/chapter.js'
import {bySource} from '../content/sources.js'
import {plain} from '../escape.js'
import {waiverWords} from '../finding-lines.js'
import {counted, dateWords, doubtWords, factWords, listed, sentence, topicWords} from '../words.js'
import {paper} from './look.js'
import {type Block, type Cell, heading, paragraph, quotation, rating, table, whereWords} from './pieces.js'

/** Every gap in full, worst first: a table a finding, the words of both sides under each other. */
export function detail(chapter: Chapter, level: number): Block[] {
  const {today, next, later, cannotTell} = chapter.groups
  const group = (title: string, references: readonly Reference[]): Block[] =>
    references.length === 0
      ? []
      : [
          heading(level + 1, `${title} (${references.length})`),
          ...references.flatMap((reference) => told(reference, chapter, level + 2)),
        ]
  const gaps = today.length + next.length + later.length
  return [
    heading(level, 'Findings in detail'),
    ...(gaps === 0 ? [paragraph('No gap was found in the wording.')] : []),
    ...group('Fix today', today),
    ...group('Put right next', next),
    ...group('When you next revise', later),
    ...group('Cannot be told from the wording: please look', cannotTell),
  ]
}

function told(reference: Reference, chapter: Chapter, level: number): Block[] {
  const {finding, number, id, rag} = reference
  const {requirement, status} = finding
  const wording = finding.suggestedWording.trim()
  const rows: (readonly [string, Cell])[] = [
    ['Rating', {content: `${rating(finding, rag)}, ${requirement.severity}`, rag}],
    ['Topic', topicWords(requirement.topic)],
    ['Your policy says', {content: ours(reference, chapter)}],
    [finding.expected.length > 0 ? 'Local procedures and guidance say' : 'What is asked', {content: theirs(reference)}],
    ['Why', sentence(finding.reason)],
    ['It matters', status !== 'met' && requirement.severity === 'critical' ? sentence(requirement.why) : ''],
    ['How sure', doubtWords(finding)],
    ['To do', sentence(finding.remedy)],
    ['Accepted', waiverWords(finding)],
    ['Words to use', wording === '' ? '' : {content: [paragraph(wording, 'Quotation')]}],
    ['Reference', requirement.id],
  ]
  return [
    heading(level, `${number} ${requirement.title}`, id),
    table(
      [],
      rows.filter(([, words]) => words !== '').map(([label, words]) => [{content: label, bold: true}, words]),
      [2, 8],
      paper.upright,
    ),
  ]
}

/** What the policy says, each quotation with its place; or what was looked for and what came nearest. */
function ours({finding}: Reference, chapter: Chapter) {
  const {evidence, searchedFor, closest, nearest} = finding
  if (evidence.length > 0) {
    return [
      ...evidence
        .slice(0, most)
        .flatMap(({quote, place}) => [
          paragraph(quotation(quote), 'Quotation'),
          paragraph(whereWords(place, chapter), 'Aside'),
        ]),
      ...(evidence.length > most
        ? [paragraph(`And in ${counted(evidence.length - most, 'more place')}.`, 'Aside')]
        : []),
    ]
  }
  const near = closest[0] ?? nearest
  const searched = `${listed(searchedFor.slice(0, 6).map(plain))}${searchedFor.length > 6 ? ' and more' : ''}`
  return [
    paragraph('No matching words were found.', 'Cell'),
    ...(searchedFor.length > 0 ? [paragraph(`Searched for: ${searched}.`, 'Aside')] : []),
    ...(near
      ? [paragraph(`The nearest words: ${quotation(near.quote, 240)} ${whereWords(near.place, chapter)}`, 'Aside')]
      : []),
  ]
}

/** What the yardstick says with its source and date; without a local fact, the rule and where it comes from. */
function theirs({finding: {expected, requirement}}: Reference) {
  if (expected.length === 0) {
    const {sources} = requirement
    const rest = sources.length > 3 ? [`and ${sources.length - 3} more`] : []
    return [
      paragraph(sentence(requirement.title), 'Quotation'),
      ...[...sources.slice(0, 3), ...rest].map((source) => paragraph(source, 'Aside')),
    ]
  }
  return bySource(expected).flatMap((same) => {
    const {title, url, verifiedOn} = same[0]!.source
    const source = `${title}${url ? `, ${url}` : ''}${verifiedOn ? `, verified ${dateWords(verifiedOn)}` : ''}`
    return [
      ...same.map(({fact, value}) => paragraph(`${factWords(fact)}: ${value}`, 'Quotation')),
      paragraph(source, 'Aside'),
    ]
  })
}

/** So many quotations of one finding are told. */
const most = 3
