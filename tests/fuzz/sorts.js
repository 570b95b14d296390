import {affect, affectedOf, differencesOf} from '../../dist/affected.js'
import {annotatePolicy, checkPolicy, patchPolicy, readYardstick, reportOn} from '../../dist/align.js'
import {packs as readPacks} from '../../dist/cli/packs.js'
import {comparisonOf, compareVersions} from '../../dist/compare-versions.js'
import {draftModel} from '../../dist/draft-model.js'
import {diff, show, validate, verify} from '../../dist/local-model.js'
import {readBaseline} from '../../dist/read/baseline.js'
import {readConfig} from '../../dist/read/config.js'
import {withPacks} from '../../dist/read/packs.js'
import {readPolicy} from '../../dist/read/policy.js'
import {readProcedures} from '../../dist/read/procedures.js'
import {readSavedReport, savedPieces} from '../../dist/read/saved-report.js'
import {readWaivers} from '../../dist/read/waivers.js'
import {comparisonReporters} from '../../dist/report/comparison/index.js'
import {renderDifferences, renderDifferencesJson, renderDifferencesMarkdown} from '../../dist/report/differences.js'
import {reporters} from '../../dist/report/index.js'
import {renderInspectJson} from '../../dist/report/inspect-json.js'
import {renderInspectText} from '../../dist/report/inspect-text.js'
import {sheetFormats} from '../../dist/report/sheet/index.js'
import {factsIn} from '../../dist/text/facts.js'
import {refusedOr, soundFacts, soundFindings, soundPolicy} from './laws.js'
import {mutateBytes} from './mutate/bytes.js'
import {mutateMarkdown} from './mutate/markdown.js'
import {asBytes, mutateText} from './mutate/text.js'
import {mutateTree} from './mutate/tree.js'
import {mutateXml} from './mutate/xml.js'
import {mutateYaml} from './mutate/yaml.js'
import {mutateZip} from './mutate/zip.js'
import {seeds} from './seeds.js'
import {readBack, readCopy} from './strangers.js'

const asOf = '2026-11-23'
const options = {asOf, revisions: 'accepted', failOn: 'major', tool: {name: 'policy-align', version: '0'}, keepTexts: true, onlyNew: false}
const accepted = {waivers: [], known: []}
const look = {color: false, width: 100, show: 'all', quiet: false, unread: 0, texts: true}

/**
 * The sorts of input. `make` gives the files of one, first the one that was changed; `use` does with it what the
 * program does, and holds the laws; `weight` says how often it is taken, and `quick` how often
 * where time is short: what is quick to use is taken more often.
 */
export async function openSorts() {
  const known = await readPacks()
  const corpus = seeds()
  const source = (path, bytes) => ({path, bytes})
  const text = ({path, text: content}) => source(path, new TextEncoder().encode(content))
  const eastmere = corpus.models.find(({path}) => path === 'fixtures/models/eastmere.procedures.yaml')
  const larkfield = corpus.organisations.find(({path}) => path === 'fixtures/models/larkfield.organisation.yaml')
  const yardstick = readYardstick({procedures: [text(eastmere)], organisation: text(larkfield), packs: known})
  const {requirements} = yardstick.model

  const markdown = (chance) => {
    const {path, text: content} = chance.pick(corpus.markdown)
    return [source(path, asBytes(mutateMarkdown(cut(content, chance), chance), chance))]
  }
  const word = (chance) => {
    const {path, parts} = chance.pick(corpus.word)
    return [source(path, mutateZip(parts, chance))]
  }
  const yaml = (list) => (chance) => {
    const {path, text: content} = chance.pick(list)
    const bytes = asBytes(mutateYaml(content, chance), chance)
    return [source(path.replace(/json$/, 'yaml'), chance.once(20) ? mutateBytes(bytes, chance) : bytes)]
  }
  const judge = async ([policy]) => {
    const report = await checkPolicy(policy, yardstick, options)
    const read = await readPolicy(policy, options)
    soundFindings(report, soundPolicy(read), requirements)
    return report
  }

  const sorts = [
    {name: 'read Markdown', weight: 30, quick: 60, make: markdown, use: reading},
    {name: 'read Word', weight: 30, quick: 16, make: word, use: reading},
    {name: 'judge Markdown', weight: 3, quick: 1, make: markdown, use: judging},
    {name: 'judge Word', weight: 3, quick: 1, make: word, use: judging},
    {
      name: 'annotate Word',
      weight: 2, quick: 1,
      make: word,
      async use([policy], chance) {
        const made = await refusedOr(() => annotatePolicy(policy, yardstick, {...options, show: chance.pick(['gaps', 'all']), suggest: chance.once(2), accepted}))
        if (made === null) return
        readCopy(made.bytes, policy.bytes)
        await readPolicy(source(policy.path, made.bytes), options)
      },
    },
    {
      name: 'patch Markdown',
      weight: 2, quick: 1,
      make: markdown,
      use: ([policy]) => refusedOr(() => patchPolicy(policy, yardstick, {...options, name: policy.path, accepted})),
    },
    {
      name: 'compare',
      weight: 2, quick: 1,
      make(chance) {
        const {path, text: content} = chance.pick(corpus.markdown)
        const short = cut(content, chance)
        return [source(path, asBytes(mutateMarkdown(short, chance), chance)), source(path, new TextEncoder().encode(short))]
      },
      async use([current, old], chance) {
        const compared = await refusedOr(() => compareVersions({old, new: current}, yardstick, {...options, accepted}))
        if (compared) await told(chance.pick(comparisonReporters), comparisonOf([compared], yardstick, options))
      },
    },
    {
      name: 'draft',
      weight: 12, quick: 8,
      make: (chance) => chance.pick([markdown, word, page])(chance),
      async use([document]) {
        const draft = await refusedOr(() => draftModel(document, known, {source: document.path, tool: 'policy-align'}))
        // Whatever a document says, the draft of it is a model.
        if (draft) readProcedures([source('draft.yaml', new TextEncoder().encode(draft.yaml))], known)
      },
    },
    {name: 'model', weight: 20, quick: 10, make: yaml(corpus.models), use: model},
    {
      name: 'judge by a model',
      weight: 1,
      make: yaml(corpus.models),
      async use([procedures], chance) {
        const held = await refusedOr(() => readYardstick({procedures: [procedures], organisation: null, packs: known}))
        if (held === null) return
        const policy = text(chance.pick(corpus.markdown))
        const report = await checkPolicy(policy, held, options)
        soundFindings(report, soundPolicy(await readPolicy(policy, options)), held.model.requirements)
        await told(anyReporter(chance), reportOn([report], held, options))
      },
    },
    {
      name: 'affected by a model',
      weight: 1, quick: 0,
      make: yaml(corpus.models),
      async use([procedures], chance) {
        const changed = await refusedOr(() => readYardstick({procedures: [procedures], organisation: null, packs: known}))
        if (changed === null) return
        const both = {old: yardstick, new: changed}
        const policy = await affect(text(chance.pick(corpus.markdown)), both, differencesOf(both), {...options, accepted})
        affectedOf([policy], both, options)
      },
    },
    {
      name: 'organisation',
      weight: 6, quick: 30,
      make: yaml(corpus.organisations),
      use: ([organisation]) => refusedOr(() => readYardstick({procedures: [], organisation, packs: known})),
    },
    {name: 'configuration', weight: 4, quick: 25, make: yaml(corpus.configs), use: ([config]) => refusedOr(() => readConfig(config))},
    {name: 'waivers', weight: 4, quick: 25, make: yaml(corpus.waivers), use: ([waivers]) => refusedOr(() => readWaivers(waivers))},
    {
      name: 'baseline',
      weight: 3, quick: 20,
      make: json(corpus.baselines),
      use: ([baseline]) => refusedOr(() => readBaseline(baseline)),
    },
    {
      name: 'pack',
      weight: 3, quick: 2,
      make(chance) {
        const [{files}] = corpus.packs
        const changed = chance.pick(files)
        // All of England would take most of the time: its smaller files stand for it.
        const kept = files.filter((each) => each === changed || !each.path.includes('/requirements/') || each.text.length < 6000)
        const bytes = asBytes(mutateYaml(changed.text, chance), chance)
        return [source(changed.path, bytes), ...kept.filter((each) => each !== changed).map(text)]
      },
      use: (files) => refusedOr(() => withPacks({}, [{path: 'pack', files}])),
    },
    {
      name: 'saved report',
      weight: 4, quick: 16,
      make: json(corpus.reports),
      async use([saved], chance) {
        const report = await refusedOr(() => readSavedReport(saved))
        const pieces = await refusedOr(() => piecesOf(saved, chance))
        // A report of no policy is one, but nothing is to be shown of it.
        if ((report === null) !== (pieces === null) && report?.policies.length !== 0) throw new Error('a report is read whole, but not in pieces, or the other way round')
        if (report) await told(anyReporter(chance), report)
      },
    },
  ]
  return sorts

  async function reading([policy], chance) {
    const read = await refusedOr(() => readPolicy(policy, {revisions: chance.pick(['accepted', 'original'])}))
    if (read === null) return
    const facts = factsIn(read, yardstick.model.registers)
    soundFacts(facts, soundPolicy(read))
    if (chance.once(4)) readBack('json', renderInspectJson(read, facts))
    if (chance.once(4)) readBack('terminal', renderInspectText(read, facts, look))
  }

  async function judging(files, chance) {
    const report = await refusedOr(() => judge(files))
    if (report) await told(anyReporter(chance), reportOn([report], yardstick, options))
  }

  async function model([changed], chance) {
    const {problems} = validate(changed, [], known, asOf)
    const read = await refusedOr(() => readProcedures([changed], known))
    if (read === null && problems.length === 0) throw new Error('validate found nothing wrong in a model that is refused')
    if (chance.once(3)) await refusedOr(() => verify(changed, ['lado'], {verifiedOn: asOf, verifiedBy: 'Ann Lee'}))
    if (read === null) return
    const format = chance.pick(sheetFormats)
    readBack(format.name, (await format.load())(show([changed], known, asOf), look))
    const differences = diff({models: [text(eastmere)], packs: known}, {models: [changed], packs: known})
    readBack('terminal', renderDifferences(differences, look))
    readBack('markdown', renderDifferencesMarkdown(differences))
    readBack('json', renderDifferencesJson(differences))
  }

  function page(chance) {
    const {path, text: content} = chance.pick(corpus.html)
    return [source(path, asBytes(chance.once(2) ? mutateXml(content, chance) : mutateMarkdown(content, chance), chance))]
  }

  function json(list) {
    return (chance) => {
      const {path, text: content} = chance.pick(list)
      const changed = chance.once(3) ? mutateText(content, chance, ['{', '}', '[', ']', ',', ':', '"', 'null', '1e999', '\\ud800']) : JSON.stringify(mutateTree(JSON.parse(content), chance))
      return [source(path, asBytes(changed, chance))]
    }
  }
}

/** A saved report in the pieces in which a long one is read, whatever the lengths in which it comes from the disk. */
async function piecesOf({path, bytes}, chance) {
  const size = 1 + chance.below(70_000)
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const pieces = []
  for await (const piece of savedPieces(path, chunks())) pieces.push(piece)
  return pieces
}

/** Mostly a piece of a document: what is read is then read quickly, and what stands in it is changed more often. */
function cut(content, chance) {
  if (chance.once(6)) return content
  const lines = content.split('\n')
  const from = chance.below(lines.length)
  return lines.slice(from, from + 1 + chance.below(chance.most < 10_000 ? 15 : 40)).join('\n')
}

/** The Word report works out its page numbers, and takes as long as all others together. */
function anyReporter(chance) {
  const reporter = chance.pick(reporters)
  return reporter.name === 'word' && (chance.most < 10_000 || !chance.once(20)) ? reporters[0] : reporter
}

async function told(reporter, report) {
  readBack(reporter.name, await (await reporter.load())(report, look))
}
