import type {Cell, Paragraph, Row} from './blocks.js'
import {lookOf} from './look.js'

/** Whether a row lays out running text (a box, a column of clauses) rather than giving values side by side. */
export function isProse({cells}: Row): boolean {
  if (cells.length === 1) return true
  return cells.some((cell) => {
    const paragraphs = paragraphsOf(cell)
    const listed = paragraphs.filter(({printed}) => printed !== null)
    return listed.length > 1 || paragraphs.some(({look}) => look.heading !== null)
  })
}

/** Tells the rows of headers: those that the file calls so, else a first row that alone is bold or shaded. */
export function headerRows(rows: readonly Row[]): (index: number) => boolean {
  if (rows.some(({header}) => header)) return (index) => rows[index]!.header
  const [first, second] = rows
  if (!first || !second || first.cells.length < 2) return () => false
  if (first.cells.some((cell) => paragraphsOf(cell).length === 0 && cell !== first.cells[0])) return () => false
  const stands = first.marked ? !second.marked : isBold(first) && !isBold(second)
  return (index) => index === 0 && stands
}

export function paragraphsOf({blocks}: Cell): Paragraph[] {
  return blocks.filter((block) => block.type === 'paragraph')
}

function isBold({cells}: Row): boolean {
  const paragraphs = cells.flatMap(paragraphsOf)
  return paragraphs.length > 0 && paragraphs.every((paragraph) => lookOf(paragraph).bold)
}
