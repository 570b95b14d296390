import {createHash} from 'node:crypto'
import {behaviour} from './behaviour.js'
import {html, type Markup, type Piece, trusted} from './markup.js'
import {printStyle} from './print-style.js'
import {style} from './style.js'

/**
 * A whole page in one file. Its policy allows its own style and script, known by their digests, and nothing else: no
 * request, no frame, no form that is sent.
 */
export function page(title: string, body: Piece): string {
  const styles = `${style}${printStyle}`
  const allowed = [
    "default-src 'none'",
    `style-src 'sha256-${digest(styles)}'`,
    `script-src 'sha256-${digest(behaviour)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const written: Markup = html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(allowed)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${trusted(styles)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${body}
<script>${trusted(behaviour)}</script>
</body>
</html>
`
  return written.markup
}

function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64')
}
