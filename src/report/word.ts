import {
  Document,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx'
import {estimatePageNumbers} from 'docx/layout'
import type {AlignmentReport} from '../model/report.js'
import {type Chapter, chapterOf, wholeChapters} from './content/chapter.js'
import {printable} from './escape.js'
import type {RenderOptions} from './reporter.js'
import {sameBytes} from './same-bytes.js'
import {closing} from './terminal-frame.js'
import {actionPlan, goodPractice, guidance, notAssessed, waivers} from './word/back.js'
import {contacts, escalation, topics, yardstick} from './word/compared.js'
import {detail} from './word/detail.js'
import {cover, documentLine, method, summary, today} from './word/front.js'
import {numbering, paper, styles} from './word/look.js'
import {overview} from './word/overview.js'
import {type Block, heading, paragraph} from './word/pieces.js'

/**
 * A report as a Word document on A4, in the order and with the words of the HTML page: real headings and a contents
 * field, tables whose headings come again on every page, and an action plan to fill in.
 */
export async function renderWord(report: AlignmentReport, options: RenderOptions): Promise<Uint8Array> {
  const chapters = report.policies.map((_, at) => chapterOf(report, at, options))
  const [only] = chapters
  const shared = [...method(report, options), ...yardstick(report)]
  const sections: ISectionOptions[] =
    chapters.length === 1 && only
      ? [
          upright([...opening(report), ...front(only, 1), ...shared, ...middle(only, 1)], report),
          ...end(only, 1, report),
        ]
      : [
          upright([...opening(report), ...overview(wholeChapters(report, options)), ...shared], report),
          ...chapters.flatMap((chapter) => inFull(chapter, report)),
        ]
  const last = closing(report, {...options, width: Number.POSITIVE_INFINITY})
  const document = new Document({
    title: printable(titleOf(report)).replaceAll('\n', ' '),
    creator: 'policy-align',
    lastModifiedBy: 'policy-align',
    styles,
    numbering,
    // Laid out for one policy, so that Word need not ask to; a portfolio would take minutes.
    ...(only && chapters.length === 1 && {pageNumbers: estimatePageNumbers}),
    sections: [
      ...sections.slice(0, -1),
      {...sections.at(-1)!, children: [...sections.at(-1)!.children, paragraph(last, 'Aside')]},
    ],
  })
  return sameBytes(new Uint8Array(await Packer.toArrayBuffer(document)), report.asOf)
}

function opening(report: AlignmentReport) {
  return [
    ...cover(report),
    // No heading: it would stand in the contents itself.
    paragraph([new TextRun({text: 'Contents', bold: true})], 'Lead'),
    new TableOfContents('Contents', {hyperlink: true, headingStyleRange: '1-1'}),
  ]
}

/** A policy among several, under a heading of its own. */
function inFull(chapter: Chapter, report: AlignmentReport): ISectionOptions[] {
  const {policy} = chapter
  const children = [
    heading(1, policy.title || policy.path),
    documentLine(policy),
    ...front(chapter, 2),
    ...middle(chapter, 2),
  ]
  return [upright(children, report), ...end(chapter, 2, report)]
}

function front(chapter: Chapter, level: number): Block[] {
  return chapter.options.quiet ? [] : [...summary(chapter, level), ...today(chapter, level)]
}

function middle(chapter: Chapter, level: number): Block[] {
  if (chapter.options.quiet) return detail(chapter, level)
  return [topics, contacts, escalation, detail, guidance, goodPractice, notAssessed].flatMap((part) =>
    part(chapter, level),
  )
}

/** The tables that are wide, on paper that lies. */
function end(chapter: Chapter, level: number, report: AlignmentReport): ISectionOptions[] {
  return chapter.options.quiet ? [] : [lying([...actionPlan(chapter, level), ...waivers(chapter, level)], report)]
}

function upright(children: ISectionOptions['children'], report: AlignmentReport): ISectionOptions {
  return section(children, report, PageOrientation.PORTRAIT)
}

function lying(children: ISectionOptions['children'], report: AlignmentReport): ISectionOptions {
  return section(children, report, PageOrientation.LANDSCAPE)
}

function section(
  children: ISectionOptions['children'],
  report: AlignmentReport,
  orientation: (typeof PageOrientation)[keyof typeof PageOrientation],
): ISectionOptions {
  const {margin, short, long} = paper
  return {
    // The paper is named as it stands upright, whichever way it lies.
    properties: {
      page: {
        size: {width: short, height: long, orientation},
        margin: {top: margin, bottom: margin, left: margin, right: margin},
      },
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            style: 'Aside',
            children: [
              new TextRun({text: `${printable(titleOf(report)).replaceAll('\n', ' ').slice(0, 160)}   `}),
              new TextRun({children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES]}),
            ],
          }),
        ],
      }),
    },
    children,
  }
}

function titleOf({policies, organisation}: AlignmentReport): string {
  const [first] = policies
  const what = policies.length === 1 && first ? first.title || first.path : `${policies.length} policies`
  return `${what}${organisation ? `, ${organisation.name}` : ''}: alignment report`
}
