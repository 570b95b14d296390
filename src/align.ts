import {compare} from './compare/compare.js'
import {localValuesAt} from './compare/local-values.js'
import {fillWording} from './compare/wording.js'
import {yardstickNotices} from './compare/yardstick-notices.js'
import type {Explained} from './model/explained.js'
import type {Facts} from './model/facts.js'
import {InputError} from './model/input-error.js'
import {type Policy, sectionsOf} from './model/policy.js'
import type {Audience, Organisation, ProceduresModel} from './model/procedures.js'
import {type AlignmentReport, type FailOn, isFailing, type PolicyReport, tallyOf} from './model/report.js'
import type {Example, Requirement} from './model/requirement.js'
import type {Source} from './model/source.js'
import {readOrganisation} from './read/organisation.js'
import {readPolicy} from './read/policy.js'
import {type Packs, readProcedures} from './read/procedures.js'
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
}

export interface CheckOptions {
  /** YYYY-MM-DD: the day as of which editions and review dates are judged. */
  readonly asOf: string
  readonly audience?: Audience
  /** How tracked changes of a Word document are read. */
  readonly revisions: 'accepted' | 'original'
  /** Ids of the requirements to report on; all of them when it is not given. */
  readonly only?: ReadonlySet<string>
}

export interface ReportOptions {
  readonly asOf: string
  readonly failOn: FailOn
  readonly tool: AlignmentReport['tool']
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
export function readYardstick({procedures, organisation, packs}: YardstickSources): Yardstick {
  return {
    model: readProcedures(procedures, packs),
    organisation: organisation && readOrganisation(organisation),
  }
}

/** Reads one policy and judges every requirement on it. */
export async function checkPolicy(
  source: Source,
  {model, organisation}: Yardstick,
  {asOf, audience, revisions, only}: CheckOptions,
): Promise<PolicyReport> {
  const policy = await readPolicy(source, {revisions})
  refuseEmpty(policy)
  const all = compare(policy, factsIn(policy, model.registers), model, organisation, {asOf, audience})
  // Chosen afterwards: what a requirement's finding says never hangs on which others are asked for.
  const findings = only ? all.filter(({requirement}) => only.has(requirement.id)) : all
  const {path, format, title, sha256, words, notices} = policy
  const sectionCount = sectionsOf(policy).filter(({level}) => level > 0).length
  return {path, format, title, sha256, words, sectionCount, findings, tally: tallyOf(findings), notices}
}

/** Reads one policy and the facts in it, without judging anything. */
export async function inspect(
  source: Source,
  {procedures, packs}: Omit<YardstickSources, 'organisation'>,
  {revisions}: Pick<CheckOptions, 'revisions'>,
): Promise<{policy: Policy; facts: Facts}> {
  const {registers} = readProcedures(procedures, packs)
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

/** Puts the policies' findings in one report, with what must be known of the yardstick, and the verdict. */
export function reportOn(
  policies: readonly PolicyReport[],
  {model, organisation}: Yardstick,
  {asOf, failOn, tool}: ReportOptions,
): AlignmentReport {
  const findings = policies.flatMap((policy) => policy.findings)
  return {
    schemaVersion: 1,
    tool,
    asOf,
    procedures: [
      {
        id: model.id,
        title: model.title,
        edition: model.edition ?? null,
        path: model.path,
        sha256: model.sha256,
        local: model.local,
        verifiedOn: model.provenance?.verifiedOn ?? null,
      },
    ],
    organisation: organisation && {name: organisation.name},
    policies,
    notices: yardstickNotices(model, asOf),
    verdict: {failing: findings.filter((finding) => isFailing(finding, failOn)).length, failOn},
  }
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
