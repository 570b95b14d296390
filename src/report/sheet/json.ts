import type {Sheet} from '../../model/sheet.js'
import {plainJson} from '../escape.js'

/** A sheet for programs. */
export function renderSheetJson(sheet: Sheet): string {
  return `${plainJson(JSON.stringify({schemaVersion: 1, ...sheet}, null, 2))}\n`
}
