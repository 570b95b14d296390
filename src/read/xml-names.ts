const namespaces: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
    'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
    'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
    'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
    'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
    'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
    'http://purl.oclc.org/ooxml/drawingml/main': 'a',
    'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
    'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
    'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
    'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
    'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
    'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
    'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
    'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
    'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
    'urn:schemas-microsoft-com:vml': 'v',
    'urn:schemas-microsoft-com:office:office': 'o',
    'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
    'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
    'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
    'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
    'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
    'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
    'http://purl.org/dc/elements/1.1/': 'dc',
    'http://purl.org/dc/terms/': 'dcterms',
    'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties': 'ep',
    'http://purl.oclc.org/ooxml/officeDocument/extendedProperties': 'ep',
    'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties': 'op',
    'http://purl.oclc.org/ooxml/officeDocument/customProperties': 'op',
    'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes': 'vt',
    'http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes': 'vt',
  }),
)

/** Turns the prefixes of a file into ours. Names repeat by the thousand, so each scope remembers its own. */
export class Names {
  readonly #scopes: {prefixes: ReadonlyMap<string, string>; known: Map<string, string>}[] = [
    {prefixes: new Map(), known: new Map()},
  ]
  readonly #opened: boolean[] = []

  open(attributes: Readonly<Record<string, string>>): void {
    let prefixes: Map<string, string> | null = null
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue
      prefixes ??= new Map(this.#scopes.at(-1)!.prefixes)
      prefixes.set(name.slice(6), namespaces.get(attributes[name]!) ?? '?')
    }
    this.#opened.push(prefixes !== null)
    if (prefixes) this.#scopes.push({prefixes, known: new Map()})
  }

  close(): void {
    if (this.#opened.pop()) this.#scopes.pop()
  }

  element(raw: string): string {
    const {prefixes, known} = this.#scopes.at(-1)!
    const found = known.get(raw)
    if (found) return found
    const colon = raw.indexOf(':')
    const prefix = colon < 0 ? '' : raw.slice(0, colon)
    const ours = prefixes.get(prefix) ?? prefix
    const name = ours === '' ? raw : `${ours}:${raw.slice(colon + 1)}`
    known.set(raw, name)
    return name
  }

  attributes(raw: Readonly<Record<string, string>>): Record<string, string> {
    let named: Record<string, string> = none
    for (const name in raw) {
      // Revision ids are half of all attributes in Word's own files, and say nothing.
      if (name.startsWith('w:rsid') || name.startsWith('xmlns')) continue
      if (named === none) named = {}
      named[name.includes(':') ? this.element(name) : name] = raw[name]!
    }
    return named
  }
}

/** Most elements have no attributes that say anything; they share this. */
const none: Record<string, string> = {}
