import {Document, type Node, Scalar, visit} from 'yaml'
import type {Confidence} from '../model/finding.js'
import type {Draft} from './draft.js'
import type {Drafted, Question, Quote, Read} from './fact.js'
import {lineWords} from './line.js'

export interface ModelFileOptions {
  /** The document's file name, without folders. */
  readonly source: string
  /** Where it was published, when the user says so. */
  readonly sourceUrl?: string
  /** YYYY-MM-DD: when the copy was taken, when the user says so. */
  readonly retrievedOn?: string
  readonly id?: string
  readonly tool: string
}

/** The draft as a model in YAML: every fact with status, quotation, confidence and place, and the questions on top. */
export function modelFileOf(draft: Draft, options: ModelFileOptions): string {
  const {control, audience, questions} = draft
  const title = text(control.title) ?? options.source
  const model: Record<string, unknown> = {
    id: options.id ?? idOf(draft, options.source),
    title,
    ...Object.fromEntries(
      Object.entries(control)
        .filter(([field]) => field !== 'title')
        .map(([field, {value}]) => [field, value]),
    ),
    audience,
    status: 'draft',
    provenance: {
      source: options.source,
      ...(options.sourceUrl && {sourceUrl: options.sourceUrl}),
      ...(options.retrievedOn && {retrievedOn: options.retrievedOn}),
    },
    ...(Object.keys(control).length > 0 && {
      'x-read-from': Object.fromEntries(
        Object.entries(control).map(([field, read]) => [field, quoted(read.quote, read.confidence)]),
      ),
    }),
  }
  for (const part of ['partnerships', 'contacts', 'timescales', 'escalation'] as const) {
    const facts = Object.entries(draft[part])
    if (facts.length > 0)
      model[part] = Object.fromEntries(facts.map(([key, fact]) => [key, written(fact, true, options.source)]))
  }
  const document = new Document(model)
  document.commentBefore = headOf(options, questions)
  visit(document, {Scalar: (_, node: Scalar) => quoteOdd(node)})
  return inEscapes(document.toString({lineWidth: 110, flowCollectionPadding: false}))
}

/** One character that a terminal would obey, that turns the reading order, or that YAML has no place for as it is. */
const obeyed =
  /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/u

/** A date or number that is text stays text in every reader of YAML, and escapes stand in quotation marks only. */
function quoteOdd(node: Node): void {
  if (!(node instanceof Scalar) || typeof node.value !== 'string') return
  if (/^\d{4}(?:-\d\d){0,2}$/.test(node.value) || obeyed.test(node.value)) node.type = Scalar.QUOTE_DOUBLE
}

/** The same YAML with such characters as escapes: the words stay what the document says. */
function inEscapes(yaml: string): string {
  return yaml.replace(new RegExp(obeyed, 'gu'), (character) => {
    if (character === '\n') return character
    return `\\U${character.codePointAt(0)!.toString(16).padStart(8, '0')}`
  })
}

/** A fact with what it came from: one quotation for most of its fields, others by field where they stand elsewhere. */
function written(
  {fields, lists = {}, parts = {}}: Drafted,
  attested: boolean,
  source: string,
): Record<string, unknown> {
  const reads = Object.entries(fields)
  const main = mainQuote(reads.map(([, read]) => read))
  const confidence = lowest(reads.map(([, read]) => read.confidence))
  const values = Object.fromEntries(reads.map(([field, {value}]) => [field, value]))
  const others = reads.filter(([, {quote}]) => main && !sameQuote(quote, main))
  const inner = Object.entries(lists)
    .filter(([, list]) => list.length > 0)
    .map(([field, list]) => [
      field,
      list.map((each) => written(each, field === 'stages' || field === 'clocks', source)),
    ])
  const whole = Object.entries(parts).map(([field, part]) => [field, written(part, field === 'overallMax', source)])
  return {
    ...values,
    ...Object.fromEntries([...whole, ...inner]),
    ...(main && attested && {status: 'draft', ...quotation(main, confidence, source)}),
    ...(main && !attested && {'x-read-from': quoted(main, confidence)}),
    ...(others.length > 0 &&
      attested && {
        'x-read-from': Object.fromEntries(
          others.map(([field, {quote, confidence}]) => [field, quoted(quote, confidence)]),
        ),
      }),
  }
}

function quotation(quote: Quote, confidence: Confidence, source: string) {
  return {quotation: quote.text, confidence, provenance: {source: `${source}, ${lineWords(quote.line)}`}}
}

function quoted(quote: Quote, confidence: Confidence) {
  return {quotation: quote.text, confidence, source: lineWords(quote.line)}
}

function mainQuote(reads: readonly Read[]): Quote | null {
  const counts = reads.map(({quote}) => ({quote, count: reads.filter((other) => sameQuote(other.quote, quote)).length}))
  return counts.sort((a, b) => b.count - a.count)[0]?.quote ?? null
}

function sameQuote(a: Quote, b: Quote): boolean {
  return a.text === b.text && a.line.place.ordinal === b.line.place.ordinal
}

const ranks: readonly Confidence[] = ['low', 'medium', 'high']

function lowest(all: readonly Confidence[]): Confidence {
  return ranks.find((rank) => all.includes(rank)) ?? 'high'
}

function text(read: Read | undefined): string | undefined {
  return read === undefined ? undefined : String(read.value)
}

/** The area's name out of its partnership's, else the file's. */
function idOf({partnerships}: Draft, source: string): string {
  const name = String(Object.values(partnerships)[0]?.fields.name?.value ?? source.replace(/\.[^.]*$/, ''))
  const area = name.replace(/\s*(?:Local |Joint )?Safeguarding.*$/u, '') || name
  return (
    area
      .toLowerCase()
      .normalize('NFKD')
      .match(/[a-z0-9]+/g) ?? ['local']
  )
    .join('-')
    .slice(0, 60)
}

function headOf({source, tool}: ModelFileOptions, questions: readonly Question[]): string {
  const lines = [
    `A draft that ${tool} read from ${source}. Nobody has confirmed it: hold each fact against its quotation,`,
    'mend it, and change its status to verified; then take the status at the top away.',
    '',
    questions.length === 0
      ? 'No questions are left.'
      : `Questions (${questions.length}): what the document was not seen to say.`,
    ...questions.map((question, i) => `${i + 1}. ${questionWords(question)}`),
  ]
  return lines.map((line) => ` ${line}`.trimEnd()).join('\n')
}

/** A question in one line. */
export function questionWords({ask, quote}: Question): string {
  const words = quote ? `${ask} “${shortened(quote.text)}” (${lineWords(quote.line)})` : ask
  return words.replace(/\s+/g, ' ').replace(new RegExp(obeyed, 'gu'), '\ufffd')
}

/** A quotation, cut between words where it is long. */
function shortened(text: string): string {
  return text.length <= 160 ? text : text.replace(/^(.{0,158})\s.*$/su, '$1 …')
}
