import {type Change, changes, type Difference, type ModelComparison, type ModelName} from '../model/difference.js'
import {markdown, plain, plainJson} from './escape.js'
import {groupedBy} from './grouped-by.js'
import {type Palette, paletteOf} from './palette.js'
import type {TextOptions} from './reporter.js'
import {counted, listed} from './words.js'
import {wrap} from './wrap.js'

/** What changed between two models, for a person. */
export function renderDifferences(comparison: ModelComparison, {color, width}: TextOptions): string {
  const palette = paletteOf(color)
  const {old, new: current} = comparison
  const head = [`from  ${plain(called(old))}`, `to    ${plain(called(current))}`].map((line) =>
    wrap(line, width, '      '),
  )
  const blocks = byPart(comparison).map((own) =>
    [
      palette.bold(plain(own[0]!.part)),
      ...own.map(
        ({change, words}) => `  ${marks(palette)[change]} ${wrap(plain(words), width - 4).replaceAll('\n', '\n    ')}`,
      ),
    ].join('\n'),
  )
  return `${[head.join('\n'), ...blocks, wrap(closing(comparison), width)].join('\n\n')}\n`
}

/** The same as Markdown, for a message or an issue. */
export function renderDifferencesMarkdown(comparison: ModelComparison): string {
  const {old, new: current} = comparison
  const blocks = byPart(comparison).map((own) =>
    [`## ${markdown(own[0]!.part)}`, '', ...own.map(({change, words}) => `- **${change}:** ${markdown(words)}`)].join(
      '\n',
    ),
  )
  return `${[`# What changed in the local procedures`, `From ${markdown(called(old))} to ${markdown(called(current))}.`, ...blocks, closing(comparison)].join('\n\n')}\n`
}

/** The same for programs. */
export function renderDifferencesJson(comparison: ModelComparison): string {
  const {old, new: current, differences, unchanged, verifiedSince} = comparison
  const told = {schemaVersion: 1, old, new: current, differences, unchanged, verifiedSince, tally: tallyOf(comparison)}
  return `${plainJson(JSON.stringify(told, null, 2))}\n`
}

function byPart({differences}: ModelComparison): Difference[][] {
  return groupedBy(differences, ({part}) => part)
}

function tallyOf({differences, unchanged}: ModelComparison): Record<Change | 'unchanged', number> {
  const of = (change: Change) => differences.filter((each) => each.change === change).length
  return {
    unchanged: unchanged.length,
    changed: of('changed'),
    moved: of('moved'),
    added: of('added'),
    withdrawn: of('withdrawn'),
  }
}

function closing(comparison: ModelComparison): string {
  const tally = tallyOf(comparison)
  const told = changes.filter((change) => tally[change] > 0).map((change) => `${tally[change]} ${change}`)
  const verified = comparison.verifiedSince.length
  const since = verified > 0 ? ` ${counted(verified, 'fact was', 'facts were')} verified since.` : ''
  return `${told.length > 0 ? listed(told) : 'Nothing changed'}; ${counted(tally.unchanged, 'fact')} unchanged.${since}`
}

function called({title, edition, path}: ModelName): string {
  return `${title}${edition ? `, edition ${edition}` : ''} (${path})`
}

/** A sign as of a patch; the sentence says it too, so that nothing hangs on colour. */
function marks({red, amber, green, bold}: Palette): Readonly<Record<Change, string>> {
  return {changed: amber('~'), moved: bold('>'), added: green('+'), withdrawn: red('-')}
}
