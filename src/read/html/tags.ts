/** A tag as it is written in HTML, or the text, comment or other thing between tags. */
export type HtmlToken =
  | {readonly type: 'open'; readonly name: string; readonly raw: string; readonly closed: boolean}
  | {readonly type: 'close'; readonly name: string}
  | {readonly type: 'comment'; readonly text: string}
  | {readonly type: 'text'; readonly text: string}

/**
 * Cuts HTML into tags and text, each with the count of line ends before it. `<insert name here>` is no tag but a gap
 * that someone left in a template, and comes as text; `components` names the capitalised tags of the document that are
 * closed somewhere, which are a site's own.
 */
export function* htmlTokens(
  html: string,
  components: ReadonlySet<string>,
): Generator<HtmlToken & {readonly line: number}> {
  let line = 0
  let from = 0
  for (const match of html.matchAll(markup)) {
    const [whole, comment, , slash, tag] = match
    const at = match.index
    if (at > from) {
      yield {type: 'text', text: decodeEntities(html.slice(from, at)), line}
      line += linesIn(html.slice(from, at))
    }
    if (comment !== undefined) yield {type: 'comment', text: comment, line}
    else if (tag !== undefined) {
      const name = tag.toLowerCase()
      if (slash)
        yield isElement(name, tag, components) ? {type: 'close', name, line} : {type: 'text', text: whole, line}
      else if (isTag(whole, tag, components)) {
        yield {type: 'open', name, raw: whole, closed: whole.endsWith('/>') || voids.has(name), line}
      } else yield {type: 'text', text: decodeEntities(whole), line}
    }
    line += linesIn(whole)
    from = at + whole.length
  }
  if (from < html.length) yield {type: 'text', text: decodeEntities(html.slice(from)), line}
}

// A comment, a declaration or instruction, or a tag with its attributes. Each alternative begins with its own mark.
const markup = /<!--([\s\S]*?)(?:-->|$)|<([!?])[^>]*>|<(\/?)([A-Za-z][A-Za-z0-9.:-]*)(?:[^<>"']|"[^"]*"|'[^']*')*>/g

/** How many line ends a text holds. */
export function linesIn(text: string): number {
  return text.split('\n').length - 1
}

/** Whether `<...>` is HTML or a component of the site, and not words in angle brackets. */
function isTag(raw: string, name: string, components: ReadonlySet<string>): boolean {
  if (!isElement(name.toLowerCase(), name, components))
    return raw.endsWith('/>') || raw.includes('={') || raw.includes('="')
  const attributes = raw
    .slice(name.length + 1, -1)
    .replace(/\/$/, '')
    .trim()
  if (attributes === '' || attributes.includes('=')) return true
  return attributes.split(/\s+/).every((word) => bareAttributes.has(word.toLowerCase()))
}

function isElement(lower: string, written: string, components: ReadonlySet<string>): boolean {
  return elements.has(lower) || components.has(written) || /[-.:]/.test(written)
}

/** The capitalised tags that a document closes: components of its site. */
export function componentsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(/<\/([A-Z][A-Za-z0-9.]{0,60})\s{0,9}>/g), ([, name]) => name!))
}

/** The value of an attribute in a written tag; '' when it is there without a value, null when it is not. */
export function attributeOf(raw: string, name: string): string | null {
  const match = new RegExp(`\\s${name}\\s{0,9}(?:=\\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))|(?=[\\s/>]))`, 'i').exec(
    raw,
  )
  return match ? decodeEntities(match[1] ?? match[2] ?? match[3] ?? '') : null
}

/** Turns the named and numbered characters of HTML into themselves. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/g, (whole, decimal, hex, name) => {
    if (name) return named[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd'
  })
}

const named: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  bull: '•',
  middot: '·',
  pound: '£',
  euro: '€',
  copy: '©',
  reg: '®',
  trade: '™',
  sect: '§',
  para: '¶',
  deg: '°',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  times: '×',
  divide: '÷',
  plusmn: '±',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  acirc: 'â',
  ecirc: 'ê',
  icirc: 'î',
  ocirc: 'ô',
  ucirc: 'û',
  wcirc: 'ŵ',
  ycirc: 'ŷ',
  ccedil: 'ç',
  ntilde: 'ñ',
  ouml: 'ö',
  uuml: 'ü',
  auml: 'ä',
  check: '✓',
  rarr: '→',
  larr: '←',
})

const voids: ReadonlySet<string> = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

const bareAttributes: ReadonlySet<string> = new Set(
  (
    'hidden open disabled checked selected reversed required readonly multiple nowrap noshade controls loop muted ' +
    'autoplay async defer allowfullscreen novalidate inert markdown'
  ).split(' '),
)

const elements: ReadonlySet<string> = new Set(
  (
    'a abbr acronym address applet area article aside audio b base bdi bdo big blockquote body br button canvas caption ' +
    'center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption ' +
    'figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd ' +
    'label legend li link main map mark marquee menu meta meter nav nobr noscript object ol optgroup option output p ' +
    'param picture pre progress q rp rt ruby s samp script section select small source span strike strong style sub ' +
    'summary sup svg path table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr'
  ).split(' '),
)
