import {createHash} from 'node:crypto'
import type {Sheet, SheetDetail, SheetPart, SheetRow} from '../../model/sheet.js'
import {html, type Markup, trusted} from '../html/markup.js'
import {link} from '../html/parts.js'
import {sentence} from '../words.js'
import {style} from './style.js'
import {checkedOn, detailWords, isDoubtful} from './words.js'

/** A sheet as one HTML page for a wall: no script, no request, A4 with large telephone numbers. */
export function renderSheetHtml(sheet: Sheet): string {
  const allowed = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style, 'utf8').digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`
  const {markup} = html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(allowed)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${sheet.title}</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
<main>
<h1>${sheet.title}</h1>
<ul class="about">${sheet.about.map((each) => html`<li>${detailWords(each)}</li>`)}</ul>
${sheet.notices.map(({message}) => html`<p class="notice">${sentence(message)}</p>\n`)}
${sheet.parts.map(section)}
</main>
</body>
</html>
`
  return markup
}

function section({heading, columns, rows, notes}: SheetPart, at: number): Markup {
  return html`<section aria-labelledby="part-${at}">
<h2 id="part-${at}">${heading}</h2>
${notes.length > 0 && html`<ul class="notes">${notes.map((each) => html`<li>${words(each)}</li>`)}</ul>`}
<table>
<thead><tr><th scope="col">${columns[0]}</th><th scope="col">${columns[1]}</th><th scope="col">More</th><th scope="col">Verified</th></tr></thead>
<tbody>
${rows.map(rowOf)}
</tbody>
</table>
</section>
`
}

function rowOf({what, value, details, check}: SheetRow): Markup {
  return html`<tr><th scope="row">${what}</th><td class="value">${value}</td><td>${
    details.length > 0 && html`<ul>${details.map((each) => html`<li>${words(each)}</li>`)}</ul>`
  }</td><td class="${isDoubtful(check) ? 'check doubtful' : 'check'}">${checkedOn(check)}</td></tr>
`
}

function words(detail: SheetDetail): Markup {
  return detail.isLink ? html`${detail.label}: ${link(detail.value)}` : html`${detailWords(detail)}`
}
