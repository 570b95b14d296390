import {acceptGaps} from './accept-gaps.js'
import type {Annotated} from './annotate/word.js'
import {compare} from './compare/compare.js'
import {withInlineIgnores} from './compare/inline-ignores.js'
import {localValuesAt} from './compare/local-values.js'
import {fillWording} from './compare/wording.js'
import {yardstickNotices} from './compare/yardstick-notices.js'
import type {Accepted} from './model/accepted.js'
import {draftCount} from './model/drafts.js'
import type {Explained} from './model/explained.js'
import type {Facts} from './model/facts.js'
import {type Finding, isGap} from './model/finding.js'
import {InputError} from './model/input-error.js'
import type {Packs} from './model/pack.js'
import {type Notice, type Policy, sectionsOf} from './model/policy.js'
import type {Audience, Organisation, ProceduresModel} from './model/procedures.js'
import {type AlignmentReport, type FailOn, isFailing, type PolicyReport, tallyOf} from './model/report.js'
import type {Example, Requirement} from './model/requirement.js'
import type {Source} from './model/source.js'
import type {SwitchedOff} from './model/switched-off.js'
import {inlineIgnoresIn} from './read/inline-ignores.js'
import {readOrganisation} from './read/organisation.js'
import {readPolicy, readTracedPolicy} from './read/policy.js'
import {readProcedures} from './read/procedures.js'
import {withSwitchedOff} from './read/switched-off.js'
import {shownYardstick} from './report/shown-yardstick.js'
import {factsIn} from './text/facts.js'

/** What policies are held against: the local model over its packs, and the profile of the organisation. */
export interface Yardstick {
  readonly model: ProceduresModel
  readonly organisation: Organisation | null
}

export interface YardstickSources {
  /** Local models, a later one over an earlier one; none for the England pack alone. */
  readonly procedures: readonly Source[]
  readonly organisation: Source | null
  readonly packs: Packs
  /** Ids of packs that are laid whatever the models extend. */
  readonly addedPacks?: readonly string[]
  /** What is not asked for, beyond what the models themselves switch off. */
  readonly switchOff?: readonly SwitchedOff[]
}

export interface CheckOptions {
  /** YYYY-MM-DD: the day as of which editions and review dates are judged. */
  readonly asOf: string
  readonly audience?: Audience
  /** How tracked changes of a Word document are read. */
  readonly revisions: 'accepted' | 'original'
  /** Ids of the requirements to report on; all of them when it is not given. */
  readonly only?: ReadonlySet<string>
  /** Keeps what was read beside the findings, for reporters that show the documents themselves. */
  readonly keepTexts?: boolean
}

export interface ReportOptions {
  readonly asOf: string
  readonly failOn: FailOn
  readonly tool: AlignmentReport['tool']
  /** Keeps the local procedures in the report, for reporters that show them. */
  readonly keepTexts?: boolean
  /** What is to be said of the run beside what is known of the yardstick. */
  readonly notices?: readonly Notice[]
}

/** The whole program: documents in, one report out. Touches nothing else. Raises InputError for what cannot be read. */
export async function align(
  policies: readonly Source[],
  sources: YardstickSources,
  options: CheckOptions & ReportOptions,
): Promise<AlignmentReport> {
  const yardstick = readYardstick(sources)
  const checked: PolicyReport[] = []
  for (const policy of policies) checked.push(await checkPolicy(policy, yardstick, options))
  return reportOn(checked, yardstick, options)
}

/** Reads what policies are held against. */
export function readYardstick({
  procedures,
  organisation,
  packs,
  addedPacks,
  switchOff = [],
}: YardstickSources): Yardstick {
  return {
    model: withSwitchedOff(readProcedures(procedures, packs, addedPacks), switchOff),
    organisation: organisation && readOrganisation(organisation),
  }
}

/** Reads one policy and judges every requirement on it. */
export async function checkPolicy(source: Source, yardstick: Yardstick, options: CheckOptions): Promise<PolicyReport> {
  return judged(await readPolicy(source, options), source, yardstick, options)
}

function judged(
  policy: Policy,
  source: Source,
  {model, organisation}: Yardstick,
  {asOf, audience, only, keepTexts}: CheckOptions,
): PolicyReport {
  refuseEmpty(policy)
  const facts = factsIn(policy, model.registers)
  const all = compare(policy, facts, model, organisation, {asOf, audience})
  // Chosen afterwards: what a requirement's finding says never hangs on which others are asked for.
  const asked = only ? all.filter(({requirement}) => only.has(requirement.id)) : all
  const ignores = policy.format === 'markdown' ? inlineIgnoresIn(source) : []
  const {findings, notices: unused} = withInlineIgnores(asked, ignores, model.requirements)
  const {path, format, title, sha256, words} = policy
  const notices = [...policy.notices, ...unused]
  const sectionCount = sectionsOf(policy).filter(({level}) => level > 0).length
  const text = keepTexts ? {text: {sections: policy.sections, contacts: facts.contacts, stages: facts.stages}} : {}
  return {path, format, title, sha256, words, sectionCount, findings, tally: tallyOf(findings), notices, ...text}
}

export interface AnnotateOptions extends CheckOptions {
  /** The gaps only, or what is met and what cannot be told as well. */
  readonly show: 'gaps' | 'all'
  /** Whether a Word copy gets the suggested wording as tracked insertions. */
  readonly suggest: boolean
  readonly accepted: Accepted
}

/**
 * Reads one Word policy, judges it, and gives a copy of it with a comment at each gap. Raises InputError also for a
 * policy of another format.
 */
export async function annotatePolicy(
  source: Source,
  yardstick: Yardstick,
  options: AnnotateOptions,
): Promise<Annotated & {readonly report: PolicyReport; readonly told: string}> {
  const traced = await readTracedPolicy(source, options)
  if (traced.policy.format !== 'word') {
    throw new InputError(
      'ANNOTATE_NEEDS_PATCH',
      source.path,
      'only a Word document takes comments',
      'Give --patch for the suggested wording as a change to this file.',
    )
  }
  const report = acceptGaps(judged(traced.policy, source, yardstick, options), options.accepted, options.asOf)
  const [{annotateWord}, {tellCopy}] = await Promise.all([import('./annotate/word.js'), import('./annotate/tell.js')])
  const told = report.findings.filter((finding) => isTold(finding, options.show))
  const annotated = annotateWord(source, traced, report.findings, told, options)
  return {report, ...annotated, told: tellCopy(annotated.comments, annotated.wordings)}
}

/** Reads one Markdown policy, judges it, and gives the suggested wording as a unified diff; '' where there is none. */
export async function patchPolicy(
  source: Source,
  yardstick: Yardstick,
  options: CheckOptions & {readonly name: string; readonly accepted: Accepted},
): Promise<{readonly patch: string; readonly told: string}> {
  const policy = await readPolicy(source, options)
  if (policy.format !== 'markdown') {
    throw new InputError(
      'PATCH_NEEDS_MARKDOWN',
      source.path,
      'a Word document cannot be changed by a patch',
      'Give --output REVIEWED.docx, and --suggest for the wording as tracked insertions.',
    )
  }
  const report = acceptGaps(judged(policy, source, yardstick, options), options.accepted, options.asOf)
  const [{markdownPatch}, {tellPatch}] = await Promise.all([
    import('./annotate/markdown-patch.js'),
    import('./annotate/tell.js'),
  ])
  const told = report.findings.filter((finding) => isTold(finding, 'gaps'))
  const {patch, wordings} = markdownPatch(source, policy, report.findings, told, options.name)
  return {patch, told: tellPatch(wordings)}
}

/** Gaps that nobody has accepted; with `all`, everything that applies. */
function isTold({status, waived}: Finding, show: 'gaps' | 'all'): boolean {
  if (show === 'all') return status !== 'not-applicable'
  return waived === null && isGap(status)
}

/** Reads one policy and the facts in it, without judging anything. */
export async function inspect(
  source: Source,
  {procedures, packs, addedPacks}: Pick<YardstickSources, 'procedures' | 'packs' | 'addedPacks'>,
  {revisions}: Pick<CheckOptions, 'revisions'>,
): Promise<{policy: Policy; facts: Facts}> {
  const {registers} = readProcedures(procedures, packs, addedPacks)
  const policy = await readPolicy(source, {revisions})
  return {policy, facts: factsIn(policy, registers)}
}

/** A requirement with the local values it leans on, and every slot of its wordings filled from them. */
export function explain(requirement: Requirement, {model, organisation}: Yardstick): Explained {
  const fill = (text: string) => fillWording(text, model, organisation)
  const filled = (examples: readonly Example[]) => examples.map(({text, note}) => ({text: fill(text), note}))
  const {meets, partial, conflicts} = requirement.examples
  return {
    requirement: {
      ...requirement,
      examples: {meets: filled(meets), partial: filled(partial), conflicts: filled(conflicts)},
    },
    wording: fill(requirement.suggestedWording),
    local: localValuesAt(requirement.facts, model, organisation),
  }
}

/** What must be known of the yardstick before a finding is trusted, in sentences without their full stop. */
export function warningsOf({model}: Yardstick, asOf: string): readonly string[] {
  return yardstickNotices(model, asOf).map(({message}) => message)
}

/** Puts the policies' findings in one report, with what must be known of the yardstick, and the verdict. */
export function reportOn(
  policies: readonly PolicyReport[],
  {model, organisation}: Yardstick,
  {asOf, failOn, tool, keepTexts, notices = []}: ReportOptions,
): AlignmentReport {
  const findings = policies.flatMap((policy) => policy.findings)
  return {
    schemaVersion: 1,
    tool,
    asOf,
    procedures: [
      {
        id: model.id,
        title: titleOf(model),
        edition: model.edition ?? null,
        path: model.path,
        sha256: model.sha256,
        local: model.local,
        verifiedOn: model.status === 'draft' ? null : (model.provenance?.verifiedOn ?? null),
      },
    ],
    packs: model.packs ?? [],
    organisation: organisation && {name: organisation.name},
    policies,
    notices: [...yardstickNotices(model, asOf), ...notices],
    verdict: {failing: findings.filter((finding) => isFailing(finding, failOn)).length, failOn},
    ...(keepTexts ? {yardstick: shownYardstick(model, organisation)} : {}),
  }
}

/** The title stands at the top of every report, in every format: so must that some of it is a draft. */
function titleOf(model: ProceduresModel): string {
  const {drafts, facts} = draftCount(model)
  if (drafts === 0) return model.title
  return `${model.title} (${drafts === facts ? 'draft' : `${drafts} of ${facts} facts are drafts`}, confirmed by nobody)`
}

/** A document without words is no policy with ninety gaps. */
function refuseEmpty({path, words}: Policy): void {
  if (words > 0) return
  throw new InputError(
    'POLICY_EMPTY',
    path,
    'no text was found in this document',
    'Open it: if its pages are pictures, give the document that they were made from.',
  )
}
