import type {Row} from 'write-excel-file/node'
import type {AlignmentReport} from '../../model/report.js'
import {limits, methodWords, worryWords} from '../content/limits.js'
import type {RenderOptions} from '../reporter.js'
import {closing} from '../terminal-frame.js'
import {dateWords, sentence} from '../words.js'
import {packWords} from '../yardstick-words.js'
import {text} from './cells.js'

/** What was compared with what, as of when, and what the report cannot show. */
export function aboutSheet(report: AlignmentReport, options: RenderOptions) {
  const {tool, asOf, organisation, policies, procedures, packs = [], notices} = report
  const rows: (readonly [string, string])[] = [
    ...policies.map(({path, title, sha256}) => ['Policy', `${title || path}\n${path}\nSHA-256 ${sha256}`] as const),
    ['Organisation', organisation?.name ?? 'not given'],
    ...procedures.map(
      ({title, edition, verifiedOn, path, sha256}) =>
        [
          'Held against',
          `${title}${edition ? `, edition ${edition}` : ''}${verifiedOn ? `, verified ${dateWords(verifiedOn)}` : ''}\n${path}\nSHA-256 ${sha256}`,
        ] as const,
    ),
    ...packs.map((pack) => ['Pack', packWords(pack)] as const),
    ['As of', dateWords(asOf)],
    ['Made with', `${tool.name} ${tool.version}`],
    ...notices.map(({message}) => ['Please note', sentence(message)] as const),
    ['Method', methodWords],
    ...limits.map(([lead, words]) => ['Limits', `${lead}${words}`] as const),
    ['Now', worryWords(report).join('')],
    ['Outcome', closing(report, {...options, width: Number.POSITIVE_INFINITY})],
  ]
  return {
    sheet: 'About',
    columns: [{width: 16}, {width: 110}],
    data: rows.map(([label, words]): Row => [{...text(label), fontWeight: 'bold'}, text(words)] as Row),
  }
}
