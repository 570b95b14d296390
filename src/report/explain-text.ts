import type {Explained} from '../model/explained.js'
import type {ProceduresModel} from '../model/procedures.js'
import type {Example} from '../model/requirement.js'
import {plain} from './escape.js'
import {type Palette, paletteOf} from './palette.js'
import type {TextOptions} from './reporter.js'
import {dateWords, factWords, listed, quoted, sentence} from './words.js'
import {wrap} from './wrap.js'
import {packWords} from './yardstick-words.js'

/** What a requirement asks, why, by which sources, and wordings that meet it, half meet it and contradict it. */
export function explainText({requirement, wording, local}: Explained, {color, width}: TextOptions): string {
  const palette = paletteOf(color)
  const {title, id, topic, modality, severity, audience, why, checks, sources, examples, appliesWhen} = requirement
  const list = (heading: string, items: readonly string[]) => section(heading, items, palette, width)
  const parts = [
    `${palette.bold(wrap(plain(title), width))}\n${palette.dim(plain(id))}`,
    wrap(
      `A policy ${modality} say this. ${sentence(severity)} Topic: ${plain(topic)}. For: ${audience === 'both' ? 'children and adults' : audience}.`,
      width,
    ),
    appliesWhen &&
      wrap(
        `It concerns ${listed(appliesWhen.anyOf.map((flag) => plain(flag.replaceAll('-', ' '))))}. ${sentence(appliesWhen.because)}`,
        width,
      ),
    list('What is asked', [
      ...new Set(checks.map(({claim, optional}) => `${sentence(claim)}${optional ? ' (A bonus.)' : ''}`)),
    ]),
    list('Why', [sentence(why)]),
    list(
      'What your local procedures say',
      local.map(({fact, value, source}) => {
        const checked = source.verifiedOn ? `, verified ${dateWords(source.verifiedOn)}` : ''
        return `${factWords(fact)}: ${plain(value)} (${plain(source.title)}${checked})`
      }),
    ),
    list('Words to use', wording ? [quoted(wording.trim())] : []),
    list('Wordings that meet it', examples.meets.map(exampleWords)),
    list('Wordings that half meet it', examples.partial.map(exampleWords)),
    list('Wordings that contradict it', examples.conflicts.map(exampleWords)),
    list('Sources', sources.map(sentence)),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

/** Every requirement's id and title, by topic, then the packs that ask for them. */
export function requirementList(
  {requirements, packs = []}: Pick<ProceduresModel, 'requirements' | 'packs'>,
  {color, width}: TextOptions,
): string {
  const palette = paletteOf(color)
  const topics = [...new Set(requirements.map(({topic}) => topic))]
  const longest = Math.max(...requirements.map(({id}) => id.length))
  const parts = topics.map((topic) => {
    const lines = requirements
      .filter((requirement) => requirement.topic === topic)
      .map(({id, title}) => `  ${plain(id).padEnd(longest)}  ${palette.dim(plain(title))}`)
    return `${palette.bold(plain(topic))}\n${lines.join('\n')}`
  })
  const advice = wrap(
    'Give one of these names to explain, or one of them or a topic to check --only and --skip.',
    width,
  )
  const from = packs.map((pack) => wrap(plain(packWords(pack)), width))
  return `${[...parts, ...(from.length > 0 ? [`${palette.bold('Packs')}\n${from.join('\n')}`] : []), advice].join('\n\n')}\n`
}

function section(heading: string, items: readonly string[], {bold}: Palette, width: number): string {
  if (items.length === 0) return ''
  const lines = items.map((item) =>
    items.length === 1 ? `  ${wrap(item, width - 2, '  ')}` : `  - ${wrap(item, width - 4, '    ')}`,
  )
  return [bold(heading), ...lines].join('\n')
}

function exampleWords({text, note}: Example): string {
  return `${quoted(text.trim())}${note ? ` (${plain(note)})` : ''}`
}
