import type {Chapter} from '../content/chapter.js'
import {commonest, matrix, worstFirst} from '../content/portfolio.js'
import {ragCounts} from '../content/summary.js'
import {ragWords} from '../content/topics.js'
import {topicWords} from '../words.js'
import {paper} from './look.js'
import {type Block, type Cell, heading, leading, table} from './pieces.js'

/** Several policies at a glance, the worst first: counts of each, topics against policies, and the commonest gaps. */
export function overview(chapters: readonly Chapter[]): Block[] {
  const ordered = worstFirst(chapters)
  const common = commonest(chapters)
  return [
    heading(1, 'The policies at a glance'),
    leading('Those with the most to put right today come first. These are counts, not marks out of something.'),
    table(
      ['', 'Policy', 'Fix today', 'Red', 'Amber', 'Advisory', 'Green', 'Grey'],
      ordered.map((chapter, at): Cell[] => [
        String(at + 1),
        [chapter.policy.title, chapter.policy.origin?.organisation?.name, chapter.policy.path]
          .filter(Boolean)
          .join('\n'),
        String(chapter.groups.today.length),
        ...ragCounts(chapter).map(([rag, count]): Cell => (count > 0 ? {content: String(count), rag} : '0')),
      ]),
      [0.6, 4.2, 1.2, 1, 1.3, 1.6, 1.3, 1.1],
      paper.upright,
    ),
    ...slices(ordered.length).flatMap(([from, to]) => [
      heading(2, `Topics against policies ${from + 1} to ${to}`),
      leading('Each cell is the worst colour of a topic in a policy, with the number of gaps.'),
      table(
        ['Topic', ...ordered.slice(from, to).map((_, at) => String(from + at + 1))],
        matrix(ordered.slice(from, to)).map(({topic, squares}): Cell[] => [
          {content: topicWords(topic), bold: true},
          ...squares.map(
            (square): Cell =>
              square ? {content: `${ragWords[square.rag]} ${square.gaps || ''}`.trim(), rag: square.rag} : '–',
          ),
        ]),
        [3, ...ordered.slice(from, to).map(() => 1.3)],
        paper.upright,
      ),
    ]),
    ...(common.length > 0
      ? [
          heading(2, 'The commonest gaps'),
          table(
            ['Requirement', 'Topic', 'Policies', 'Of them red'],
            common.map(({title, topic, count, reds}) => [
              title,
              topicWords(topic),
              `${count} of ${chapters.length}`,
              String(reds),
            ]),
            [5, 3, 1.4, 1.4],
            paper.upright,
          ),
        ]
      : []),
  ]
}

/** So many columns go on a page that stands upright. */
const most = 6

function slices(length: number): [number, number][] {
  return Array.from({length: Math.ceil(length / most)}, (_, at) => [at * most, Math.min(length, (at + 1) * most)])
}
