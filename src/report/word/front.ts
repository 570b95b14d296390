import type {AlignmentReport, PolicyReport} from '../../model/report.js'
import type {Chapter, Reference} from '../content/chapter.js'
import {leftOut, limits, methodWords, ratings, worryWords} from '../content/limits.js'
import {askedOf, comparedWords, foremost, ragCounts} from '../content/summary.js'
import type {RenderOptions} from '../reporter.js'
import {counted, dateWords, documentWords, listed, sentence} from '../words.js'
import {paper} from './look.js'
import {
  type Block,
  heading,
  leading,
  list,
  paragraph,
  placedQuotation,
  rating,
  runs,
  table,
  toFinding,
} from './pieces.js'

/** Whose policy it is, what it was held against and as of when, and by which program. */
export function cover(report: AlignmentReport): Block[] {
  const {policies, procedures, organisation, asOf, tool} = report
  const [only] = policies
  const one = policies.length === 1 && only
  const against = procedures.map(({title, edition}) => `${title}${edition ? `, edition ${edition}` : ''}`)
  return [
    paragraph('Alignment with local safeguarding procedures', 'Aside'),
    paragraph(one ? only.title || only.path : counted(policies.length, 'policy', 'policies'), 'Title'),
    ...(organisation ? [line('Organisation', organisation.name)] : []),
    line('Held against', listed(against)),
    line('As of', dateWords(asOf)),
    ...(one ? [documentLine(only)] : []),
    line('Made with', `${tool.name} ${tool.version}`),
    paragraph('This report may name people and numbers. Share it with those who need it.', 'Aside'),
  ]
}

/** Which file a policy was, so that it can be known again. */
export function documentLine(policy: PolicyReport): Block {
  const {path, sha256} = policy
  return line('Document', `${path} (${documentWords(policy)}; SHA-256 begins ${sha256.slice(0, 16)})`)
}

function line(label: string, words: string): Block {
  return paragraph([...runs(`${label}: `, {bold: true}), ...runs(words)])
}

/** The page for trustees: what was compared, what matters, what is asked of them. Counts, never a score. */
export function summary(chapter: Chapter, level: number): Block[] {
  const {waived} = chapter.groups
  const {first, rest} = foremost(chapter)
  return [
    heading(level, 'Summary on one page'),
    paragraph(comparedWords(chapter), 'Lead'),
    table(
      ['Rating', 'Findings', 'Means'],
      ragCounts(chapter).map(([rag, count, word, meaning]) => [{content: word, rag}, String(count), sentence(meaning)]),
      [2, 1.4, 7],
      paper.upright,
    ),
    ...(waived.length > 0
      ? [
          paragraph(
            `${counted(waived.length, 'more gap')} ${waived.length === 1 ? 'has' : 'have'} been accepted with a reason: see Waivers.`,
          ),
        ]
      : []),
    heading(level + 1, 'What matters most'),
    ...(first.length === 0
      ? [paragraph('No critical or major gap was found in the wording. That is no approval: read what was not tested.')]
      : list(first.map((reference) => headline(reference, chapter)))),
    ...(rest ? [paragraph(rest)] : []),
    heading(level + 1, 'What is asked of trustees or governors'),
    ...list(askedOf(chapter)),
  ]
}

/** A finding's rating and its name. */
export function headline(reference: Reference, chapter: Chapter) {
  return [...runs(`${rating(reference.finding, reference.rag)}: `, {bold: true}), ...toFinding(reference, chapter)]
}

/** What is critical and wrong or not found: what it says, and what it should say. */
export function today(chapter: Chapter, level: number): Block[] {
  const all = chapter.groups.today
  if (all.length === 0) {
    return [
      heading(level, 'Fix today'),
      paragraph(
        'Nothing critical was found to be wrong or missing in the wording. That is no approval and does not show that practice is safe.',
      ),
    ]
  }
  return [
    heading(level, 'Fix today'),
    leading(
      `${counted(all.length, 'critical point')} ${all.length === 1 ? 'is' : 'are'} wrong or not found. Ring each number before you issue the policy again.`,
    ),
    table(
      ['Point', 'Rating', 'It says', 'Put right'],
      all.map((reference) => {
        const {finding, rag} = reference
        const [said] = finding.evidence
        const source = finding.expected[0]?.source
        return [
          {content: toFinding(reference, chapter)},
          {content: rating(finding, rag), rag},
          said ? {content: placedQuotation(said, chapter, 320)} : 'nothing about this that was found',
          {
            content: [
              paragraph(sentence(finding.remedy || finding.reason), 'Cell'),
              ...(source
                ? [
                    paragraph(
                      `By ${source.title}${source.verifiedOn ? `, verified ${dateWords(source.verifiedOn)}` : ''}`,
                      'Aside',
                    ),
                  ]
                : []),
            ],
          },
        ]
      }),
      [3, 1.5, 4, 4],
      paper.upright,
    ),
  ]
}

/** How the comparison was made and what it cannot show; early in the report, not in an annex. */
export function method(report: AlignmentReport, {unread}: RenderOptions): Block[] {
  const [worried, ring] = worryWords(report)
  return [
    heading(1, 'Method and limits'),
    paragraph(methodWords),
    ...list([leftOut(report)].filter((words) => words !== null)),
    ...list(limits.map(([lead, words]) => [...(lead ? runs(lead, {bold: true}) : []), ...runs(words)])),
    ...(unread > 0
      ? [
          paragraph(
            `${counted(unread, 'document')} could not be read and ${unread === 1 ? 'is' : 'are'} not in this report.`,
          ),
        ]
      : []),
    heading(2, 'What the ratings mean'),
    table(
      ['Rating', 'Means'],
      ratings.map(([rag, words, meaning]) => [{content: words, rag}, meaning]),
      [2, 7],
      paper.upright,
    ),
    paragraph([...runs(worried, {bold: true}), ...runs(ring)]),
  ]
}
