import type {SheetCheck, SheetDetail} from '../../model/sheet.js'
import {plain} from '../escape.js'
import {dateWords} from '../words.js'

/** When somebody looked, and who where that is not told at the top; a warning where it does not carry. */
export function checkWords({on, by, method, stale, draft, own}: SheetCheck): string {
  if (draft) return 'draft: nobody has confirmed it'
  if (on === null) return 'never verified'
  const who = own ? [by && `by ${plain(by)}`, method && plain(method)].filter(Boolean).join(', ') : ''
  return `${stale ? 'OLD: ' : ''}verified ${dateWords(on)}${who ? ` ${who}` : ''}`
}

/** The same under a heading that says "Verified". */
export function checkedOn(check: SheetCheck): string {
  return checkWords(check).replace(/^(OLD: )?verified /, '$1')
}

/** Whether a reader should not lean on it as it stands. */
export function isDoubtful({on, stale, draft}: SheetCheck): boolean {
  return draft || stale || on === null
}

/** "hours: Mon-Fri", or the value alone; dates in words. */
export function detailWords({label, value}: SheetDetail): string {
  const said = value
    .split(', ')
    .map((piece) => dateWords(piece))
    .join(', ')
  return label ? `${plain(label)}: ${said}` : said
}
