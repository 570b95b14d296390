import type {Sheet, SheetDetail, SheetPart} from '../../model/sheet.js'
import {markdown} from '../escape.js'
import {sentence} from '../words.js'
import {checkedOn, detailWords} from './words.js'

/** A sheet as Markdown: a table for each part. */
export function renderSheetMarkdown(sheet: Sheet): string {
  const blocks = [
    `# ${markdown(sheet.title)}`,
    list(sheet.about),
    ...sheet.notices.map(({message}) => `> **Note:** ${markdown(sentence(message))}`),
    ...sheet.parts.map(part),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

function part({heading, columns, rows, notes}: SheetPart): string {
  const [what, value] = columns.map((each) => markdown(each))
  const lines = rows.map((row) =>
    [
      `**${markdown(row.what)}**`,
      markdown(row.value),
      row.details.map(words).join('<br>'),
      markdown(checkedOn(row.check)),
    ].join(' | '),
  )
  const table = [
    `| ${what} | ${value} | More | Verified |`,
    '| --- | --- | --- | --- |',
    ...lines.map((line) => `| ${line} |`),
  ]
  return [`## ${markdown(heading)}`, list(notes), table.join('\n')].filter(Boolean).join('\n\n')
}

function list(details: readonly SheetDetail[]): string {
  return details.map((each) => `- ${words(each)}`).join('\n')
}

/** A plain address can be opened; any other is only shown. */
function words(detail: SheetDetail): string {
  const {label, value, isLink} = detail
  if (!isLink || !/^https?:\/\/[\w.~:/?#@!$&'()*+,;=%-]+$/i.test(value)) return markdown(detailWords(detail))
  return `${markdown(label)}: <${value}>`
}
