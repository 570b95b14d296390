import type {Facts} from '../model/facts.js'
import type {Place, Policy, Section} from '../model/policy.js'
import {plain} from './escape.js'
import {type Palette, paletteOf} from './palette.js'
import type {TextOptions} from './reporter.js'
import {counted, placeWords, quoted, sentence} from './words.js'
import {wrap} from './wrap.js'

/** A policy as the program read it, for a person: its outline, every fact with its place, and what was not read. */
export function renderInspectText(policy: Policy, facts: Facts, {color, width}: TextOptions): string {
  const palette = paletteOf(color)
  const {bold, dim} = palette
  const what = policy.format === 'word' ? 'Word' : 'Markdown'
  const properties = Object.entries(policy.properties).map(([name, value]) => `${plain(name)}: ${plain(value)}`)
  const notices = policy.notices.map(
    ({message, place}) => `${sentence(message)}${place ? ` ${dim(`(${placeWords(place, policy.title)})`)}` : ''}`,
  )
  const parts = [
    `${bold(wrap(plain(policy.title) || plain(policy.path), width))}\n${dim(`${plain(policy.path)} (${what}, ${counted(policy.words, 'word')})`)}`,
    list('Properties', properties, palette, width),
    `${bold('Outline')}\n${policy.sections.flatMap((section) => outline(section, palette, width)).join('\n')}`,
    ...factLists(facts).map(([heading, items]) =>
      list(
        heading,
        items.map((item) => factLine(item, policy.title, palette)),
        palette,
        width,
      ),
    ),
    list('Not read, or to be told', notices, palette, width),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

interface FactLine {
  readonly words: string
  readonly place: Place
}

/** Every sort of fact with its heading, in the order of the contract. */
function factLists(facts: Facts): [heading: string, items: FactLine[]][] {
  return [
    [
      'Contacts',
      facts.contacts.map((fact) => ({
        place: fact.place,
        words: told([fact.kind, quoted(fact.value), fact.for && `for ${plain(fact.for)}`, role(fact.role)]),
      })),
    ],
    [
      'Time limits',
      facts.timescales.map((fact) => ({
        place: fact.place,
        words: told([
          quoted(fact.value),
          limit(fact),
          fact.triggerWords && `from ${quoted(fact.triggerWords)}`,
          role(fact.role),
          fact.recurring && 'a cycle',
        ]),
      })),
    ],
    [
      'References',
      facts.references.map((fact) => ({
        place: fact.place,
        words: told([
          quoted(fact.title),
          fact.edition && `edition ${plain(fact.edition)}`,
          fact.current === null ? false : fact.current ? 'in force' : 'not the edition in force',
        ]),
      })),
    ],
    [
      'Dates',
      facts.dates.map((fact) => ({
        place: fact.place,
        words: told([fact.what.replaceAll('-', ' '), quoted(fact.value), plain(fact.iso)]),
      })),
    ],
    [
      'People',
      facts.people.map((fact) => ({
        place: fact.place,
        words: told([plain(fact.name), plain(fact.title), role(fact.role)]),
      })),
    ],
    ['Partnerships', facts.partnerships.map((fact) => ({place: fact.place, words: plain(fact.name)}))],
    [
      'Stages of escalation',
      facts.stages.map((fact) => ({
        place: fact.place,
        words: told([
          `stage ${fact.order}`,
          fact.from && `from ${plain(fact.from)}`,
          fact.to && `to ${plain(fact.to)}`,
          fact.within && plain(fact.within),
          fact.audience,
        ]),
      })),
    ],
    [
      'Obsolete terms',
      facts.obsolete.map((fact) => ({
        place: fact.place,
        words: `${quoted(fact.value)}, now ${plain(fact.replacement)}`,
      })),
    ],
    ['Placeholders', facts.placeholders.map((fact) => ({place: fact.place, words: quoted(fact.text)}))],
  ]
}

function factLine({words, place}: FactLine, title: string, {dim}: Palette): string {
  return `${words} ${`(${placeWords(place, title)})`.split(' ').map(dim).join(' ')}`
}

function told(parts: readonly (string | false | null)[]): string {
  return parts.filter(Boolean).join(', ')
}

function role(name: string): string | false {
  return name !== 'other' && name.replaceAll('-', ' ')
}

function limit({amount, unit, boundary}: Facts['timescales'][number]): string {
  const amountWords = amount === null ? '' : `${amount} `
  const words = unit === 'none' ? 'no number' : `${amountWords}${unit.replaceAll('-', ' ')}`
  return boundary ? `${words} (${boundary.replaceAll('-', ' ')})` : words
}

function outline(
  {level, number, title, passages, sections, inferred}: Section,
  palette: Palette,
  width: number,
): string[] {
  const indent = '  '.repeat(Math.max(1, level))
  const name = title ? `${number ? `${plain(number)} ` : ''}${plain(title)}` : '(before the first heading)'
  const size = palette.dim(
    `[${counted(passages.length, 'passage')}${inferred ? `; taken for a heading: ${plain(inferred)}` : ''}]`,
  )
  const line = `${indent}${wrap(`${name} ${size}`, width - indent.length, `${indent}  `)}`
  return [line, ...sections.flatMap((section) => outline(section, palette, width))]
}

function list(heading: string, items: readonly string[], {bold}: Palette, width: number): string {
  if (items.length === 0) return ''
  return [bold(`${heading} (${items.length})`), ...items.map((item) => `  - ${wrap(item, width - 4, '    ')}`)].join(
    '\n',
  )
}
