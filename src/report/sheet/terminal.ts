import type {Sheet, SheetPart, SheetRow} from '../../model/sheet.js'
import {plain} from '../escape.js'
import {type Palette, paletteOf} from '../palette.js'
import type {TextOptions} from '../reporter.js'
import {sentence} from '../words.js'
import {wrap} from '../wrap.js'
import {checkWords, detailWords, isDoubtful} from './words.js'

/** A sheet on a screen: each fact with its value beside it and the rest under it. */
export function renderSheetText(sheet: Sheet, {color, width}: TextOptions): string {
  const palette = paletteOf(color)
  const head = [
    palette.bold(wrap(plain(sheet.title), width)),
    ...sheet.about.map((each) => hung(detailWords(each), 2, width)),
  ]
  const notices = sheet.notices.map(({message}) => wrap(palette.amber(`! ${sentence(message)}`), width, '  '))
  const parts = sheet.parts.map((part) => partLines(part, palette, width))
  return `${[head.join('\n'), notices.join('\n'), ...parts].filter(Boolean).join('\n\n')}\n`
}

function partLines({heading, rows, notes}: SheetPart, palette: Palette, width: number): string {
  const longest = Math.min(36, Math.max(...rows.map(({what}) => plain(what).length)))
  return [
    palette.bold(wrap(plain(heading).toUpperCase(), width)),
    ...notes.map((note) => hung(detailWords(note), 2, width)),
    ...rows.map((row) => rowLines(row, longest, palette, width)),
  ].join('\n')
}

function rowLines({what, value, details, check}: SheetRow, longest: number, palette: Palette, width: number): string {
  const name = plain(what)
  const said = checkWords(check)
  const beside = 2 + longest + 2
  const first =
    value === '' || name.length > longest
      ? [hung(palette.bold(name), 2, width), ...(value === '' ? [] : [hung(plain(value), beside, width)])]
      : [`  ${palette.bold(name)}${hung(plain(value), beside, width).slice(2 + name.length)}`]
  return [
    ...first,
    ...details.map((each) => hung(detailWords(each), 4, width)),
    // What is said at the top for all facts is not said again.
    ...(check.own || check.stale || check.draft
      ? [hung(isDoubtful(check) ? palette.amber(said) : palette.dim(said), 4, width)]
      : []),
  ].join('\n')
}

/** Text that hangs `by` characters in, on every line. */
function hung(text: string, by: number, width: number): string {
  const indent = ' '.repeat(by)
  return indent + wrap(text, width - by).replaceAll('\n', `\n${indent}`)
}
