import type {Chapter} from '../content/chapter.js'
import {ragCounts} from '../content/summary.js'
import {paper} from './look.js'
import {type Block, type Cell, heading, table} from './pieces.js'

/** Several policies at a glance: counts of each. */
export function overview(chapters: readonly Chapter[]): Block[] {
  return [
    heading(1, 'The policies at a glance'),
    table(
      ['Policy', 'Fix today', 'Red', 'Amber', 'Advisory', 'Green', 'Grey'],
      chapters.map((chapter): Cell[] => [
        {content: `${chapter.policy.title || chapter.policy.path}\n${chapter.policy.path}`},
        String(chapter.groups.today.length),
        ...ragCounts(chapter).map(([rag, count]): Cell => (count > 0 ? {content: String(count), rag} : '0')),
      ]),
      [5, 1.2, 1, 1.1, 1.2, 1, 1],
      paper.upright,
    ),
  ]
}
