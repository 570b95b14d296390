import {splitNumber} from '../heading-number.js'
import type {BlockMark, CellMark, Look, Mark} from '../marks.js'
import {plain, safeTarget} from '../plain.js'
import {rowText} from '../row-text.js'
import type {Block, Cell, Paragraph, Row, Table} from './blocks.js'
import type {Stretch} from './words.js'

/** Turns blocks and their words into the marks that every reader makes. */
export function marksOf(blocks: readonly Block[], wordsOf: (paragraph: Paragraph) => readonly Stretch[]): Mark[] {
  const marks: Mark[] = []
  let tables = 0
  let listDepth: number | null = null

  const add = (block: Block): void => {
    if (block.type === 'remark') marks.push({type: 'notice', code: block.code, message: block.message})
    else if (block.type === 'table') table(block)
    else paragraph(block, false)
  }

  const paragraph = (block: Paragraph, inCell: boolean): void => {
    const words = wordsIn(wordsOf(block))
    const {look, printed, form} = block
    if (words.text !== '') {
      if (form === 'paragraph' && look.heading !== null) {
        const {number, title} = printed?.label ? {number: printed.label, title: words.text} : splitNumber(words.text)
        marks.push({type: 'heading', level: look.heading, number, ...words, text: title})
        listDepth = null
      } else marks.push(blockMark(block, words, inCell))
    }
    for (const hung of block.hanging) add(hung)
  }

  const blockMark = (block: Paragraph, words: Words, inCell: boolean): BlockMark => {
    const {look, printed, form} = block
    const label = printed?.label ?? null
    const running = form === 'paragraph'
    const listed = running && printed !== null
    const continues = running && !listed && listDepth !== null && /^list\b/i.test(look.styleName)
    if (running) listDepth = listed ? printed.depth : continues ? listDepth : null
    return {
      type: 'block',
      form: listed || continues ? 'list-item' : form,
      label,
      ...words,
      ...((listed || continues) && {depth: listDepth ?? 0}),
      ...(continues && {continues}),
      ...(look.quoted && {quoted: true}),
      ...(running && !inCell && {look: lookOf(block)}),
    }
  }

  const table = ({rows}: Table): void => {
    const first = marks.length
    const number = ++tables
    const header = headerRows(rows)
    listDepth = null
    for (const [index, row] of rows.entries()) {
      const nested = row.cells.flatMap(({blocks}) => blocks.filter((block) => block.type === 'table'))
      const form = firstForm(row)
      if (form !== 'paragraph') {
        // Beside the running text a row is only a line.
        const cells = row.cells.map((cell) => cellWords(cell))
        const text = rowText(cells.map((cell) => cell.text).filter(Boolean))
        if (text !== '') marks.push({type: 'block', form, label: null, ...joined(cells), text})
      } else if (isProse(row)) {
        for (const cell of row.cells)
          for (const block of cell.blocks) if (block.type === 'paragraph') paragraph(block, true)
      } else {
        const cells = row.cells.map((cell) => ({cell, words: cellWords(cell)}))
        const given: CellMark[] = cells.map(({cell, words}) => ({
          text: words.text,
          ...(cell.span > 1 && {span: cell.span}),
          ...(cell.merged && {merged: true}),
        }))
        marks.push({
          type: 'row',
          table: number,
          header: header(index),
          cells: given,
          ...joined(cells.map(({words}) => words)),
        })
      }
      for (const {blocks} of row.cells) {
        for (const block of blocks) {
          if (block.type === 'remark') add(block)
          if (block.type === 'paragraph' && !(form === 'paragraph' && isProse(row)))
            for (const hung of block.hanging) add(hung)
        }
      }
      for (const block of nested) add(block)
    }
    listDepth = null
    if (marks.length === first) tables--
  }

  const cellWords = ({blocks}: Cell): Words => {
    const parts = blocks.flatMap((block) => {
      if (block.type !== 'paragraph') return []
      const words = wordsIn(wordsOf(block))
      const label = block.printed?.label
      return [label ? {...words, text: `${label} ${words.text}`.trim()} : words]
    })
    return {
      ...joined(parts),
      text: parts
        .map(({text}) => text)
        .join(' ')
        .trim(),
    }
  }

  for (const block of blocks) add(block)
  return marks
}

type Words = Pick<BlockMark, 'text' | 'links' | 'residue'>

/** The words of a paragraph made plain, with what is linked and what is residue in them. */
function wordsIn(stretches: readonly Stretch[]): Words {
  const text = plain(stretches.map((stretch) => stretch.text).join(''))
  const links = runsBy(stretches, ({link}) => link).flatMap(({key, text}) => {
    const target = key === null ? null : safeTarget(key)
    return target !== null && text !== '' ? [{text, target}] : []
  })
  const residue = runsBy(stretches, (stretch) => (stretch.residue ? 'residue' : null)).flatMap(({key, text}) =>
    key !== null && text !== '' ? [text] : [],
  )
  return {text, ...(links.length > 0 && {links}), ...(residue.length > 0 && {residue})}
}

function runsBy(
  stretches: readonly Stretch[],
  keyOf: (stretch: Stretch) => string | null,
): {key: string | null; text: string}[] {
  const runs: {key: string | null; text: string}[] = []
  for (const stretch of stretches) {
    const key = keyOf(stretch)
    const last = runs.at(-1)
    if (last && last.key === key) last.text += stretch.text
    else runs.push({key, text: stretch.text})
  }
  return runs.map(({key, text}) => ({key, text: plain(text)}))
}

function joined(parts: readonly Words[]): Pick<Words, 'links' | 'residue'> {
  const links = parts.flatMap((part) => part.links ?? [])
  const residue = parts.flatMap((part) => part.residue ?? [])
  return {...(links.length > 0 && {links}), ...(residue.length > 0 && {residue})}
}

function firstForm({cells}: Row): Paragraph['form'] {
  for (const {blocks} of cells) for (const block of blocks) if (block.type === 'paragraph') return block.form
  return 'paragraph'
}

/** A row that lays out running text (a box, a column of clauses) rather than giving values side by side. */
function isProse({cells}: Row): boolean {
  const filled = cells.filter(({blocks}) => blocks.some(({type}) => type === 'paragraph'))
  if (filled.length === 1 && cells.length === 1) return true
  return filled.some(({blocks}) => {
    const paragraphs = blocks.filter((block) => block.type === 'paragraph')
    const listed = paragraphs.filter(({printed}) => printed !== null)
    return listed.length > 1 || paragraphs.some(({look}) => look.heading !== null)
  })
}

/** Rows that the file calls headers, else a first row that alone is bold or shaded. */
function headerRows(rows: readonly Row[]): (index: number) => boolean {
  if (rows.some(({header}) => header)) return (index) => rows[index]!.header
  const [first, second] = rows
  if (!first || !second || first.cells.length < 2 || first.cells.some(({blocks}) => blocks.length === 0))
    return () => false
  const stands = first.marked ? !second.marked : isBoldRow(first) && !isBoldRow(second)
  return (index) => index === 0 && stands
}

function isBoldRow({cells}: Row): boolean {
  const paragraphs = cells.flatMap(({blocks}) => blocks.filter((block) => block.type === 'paragraph'))
  return paragraphs.length > 0 && paragraphs.every((paragraph) => lookOf(paragraph).bold)
}

/** How the paragraph looks as a whole: what holds for all of its letters, and the size of most. */
function lookOf({pieces, look, printed}: Paragraph): Look {
  const lettered = pieces.filter(({text}) => /[\p{L}\p{N}]/u.test(text))
  const sizes = new Map<number, number>()
  for (const {text, look: run} of lettered) sizes.set(run.size, (sizes.get(run.size) ?? 0) + text.length)
  const [size] = [...sizes].sort(([, one], [, other]) => other - one)[0] ?? []
  const all = (trait: 'bold' | 'italic' | 'underlined' | 'capitals'): boolean =>
    lettered.length > 0 && lettered.every((piece) => piece.look[trait])
  return {
    bold: all('bold'),
    italic: all('italic'),
    underlined: all('underlined'),
    capitals: all('capitals'),
    centred: look.centred,
    before: look.before,
    after: look.after,
    keepNext: look.keepNext,
    ...(size !== undefined && {size}),
    ...(look.styleName !== '' && {style: look.styleName}),
    ...(printed && {level: printed.depth + 1}),
  }
}
