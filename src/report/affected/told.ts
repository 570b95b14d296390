import type {Affected, AffectedFinding, AffectedPolicy, Rewrite} from '../../model/affected.js'
import type {ModelName} from '../../model/difference.js'
import {isGap} from '../../model/finding.js'
import {isFailing} from '../../model/report.js'
import {excerpt} from '../comparison/excerpt.js'
import {findingOf, type Line, type ToldFinding, words} from '../comparison/told.js'
import {plain} from '../escape.js'
import type {RenderOptions} from '../reporter.js'
import {counted, dateWords, levelWords, listed, neverFails, placeWords, quoted, sentence} from '../words.js'
import {packsLine} from '../yardstick-words.js'

/** Which procedures were held beside which, a row a thing. */
export function headRows({old, new: current, packs, organisation, asOf}: Affected): [label: string, words: string][] {
  return [
    ['from', called(old)],
    ['to', called(current)],
    ...(packs?.length ? [['packs', plain(packsLine(packs))] as [string, string]] : []),
    ...(organisation ? [['organisation', plain(organisation.name)] as [string, string]] : []),
    ['as of', dateWords(asOf)],
  ]
}

function called({title, edition, path}: ModelName): string {
  return plain(`${title}${edition ? `, edition ${edition}` : ''} (${path})`)
}

/** What changed in the procedures, a sentence each, in their order; one that holds of several facts is said once. */
export function differenceLines({differences}: Affected): readonly string[] {
  return [...new Set(differences.map(({part, words: said}) => plain(`${part}: ${said}`)))]
}

/** The findings of a policy with what to say under each. A quiet report has what fails only. */
export function toldFindings(policy: AffectedPolicy, report: Affected, {quiet}: RenderOptions): readonly ToldFinding[] {
  return policy.findings
    .filter(({change}) => !quiet || (change.new !== null && isFailing(change.new, report.verdict.failOn)))
    .map((affected) => ({
      change: affected.change,
      finding: findingOf(affected.change),
      lines: linesOf(affected, policy, report),
    }))
}

function linesOf({change, differences, rewrites}: AffectedFinding, policy: AffectedPolicy, report: Affected): Line[] {
  const finding = findingOf(change)
  const open = change.new !== null && isGap(change.new.status)
  const whole = rewrites.length > 0 && rewrites.every(({runs}) => runs !== null)
  return [
    ...[...new Set(differences.map((turn) => sentence(report.differences[turn]!.words)))].flatMap((said) =>
      words('Procedures', said),
    ),
    ...rewrites.map((rewrite) => rewriteLine(rewrite, policy)),
    ...words('Why', open ? sentence(finding.reason) : ''),
    ...words('Fix', open ? sentence(finding.remedy) : ''),
    ...words(
      'Words to use',
      open && !whole && finding.suggestedWording.trim() ? quoted(finding.suggestedWording.trim()) : '',
    ),
  ]
}

/** A sentence with what to take out and put in, or as it stands where a person has to find the words. */
function rewriteLine({quote, runs, place}: Rewrite, {title}: AffectedPolicy): Line {
  const label = runs ? 'Rewrite' : 'Says'
  return {label, runs: excerpt(runs ?? [{kind: 'same', text: quote}]), words: placeWords(place, title)}
}

/** The sentences that no finding tells of, each with what the procedures now say. */
export function alsoLines(policy: AffectedPolicy, report: Affected): readonly Line[] {
  return policy.also.flatMap((rewrite) => [
    rewriteLine(rewrite, policy),
    ...words('', rewrite.runs ? '' : sentence(report.differences[rewrite.difference ?? 0]!.words)),
  ])
}

export const alsoTitle = 'Also written in the policy'

/** "2 gaps opened (1 critical), 1 asks for something else; 4 sentences to rewrite." */
export function summaryOf({findings, also}: AffectedPolicy): string {
  const of = (...courses: readonly string[]) => findings.filter(({change}) => courses.includes(change.course))
  const critical = of('opened', 'worse').filter(
    ({change}) => findingOf(change).requirement.severity === 'critical',
  ).length
  const parts = [
    [
      of('opened', 'worse').length,
      (count: number) => `${counted(count, 'gap')} opened or grew${critical > 0 ? ` (${critical} critical)` : ''}`,
    ],
    [of('stayed').length, (count: number) => `${counted(count, 'gap')} now to be put right otherwise`],
    [of('closed', 'better', 'set-aside').length, (count: number) => `${counted(count, 'gap')} closed or smaller`],
    [rewritesOf(findings, also), (count: number) => `${counted(count, 'sentence')} to rewrite`],
  ] as const
  const told = parts.flatMap(([count, say]) => (count > 0 ? [say(count)] : []))
  return told.length === 0 ? 'Untouched: nothing that changed is said in it.' : `${capital(listed(told))}.`
}

function rewritesOf(findings: AffectedPolicy['findings'], also: AffectedPolicy['also']): number {
  const all = [...findings.flatMap(({rewrites}) => rewrites), ...also]
  return new Set(all.map(({passageId, quote}) => `${passageId} ${quote}`)).size
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Which exit code the run ends with, and why. */
export function closingOf({verdict, policies}: Affected, {unread}: Pick<RenderOptions, 'unread'>): string {
  const {failing, failOn} = verdict
  if (unread > 0) return `${counted(unread, 'policy', 'policies')} could not be read: exit 2.`
  if (failOn === 'never') return neverFails
  const level = levelWords[failOn]
  const where = `in ${counted(policies.length, 'policy', 'policies')}`
  if (failing === 0)
    return `The new procedures open no gap ${where} that is ${level}: exit 0. That is no approval: only wording was compared.`
  return `${counted(failing, 'gap')} ${where} ${failing === 1 ? 'is' : 'are'} ${level} by the new procedures: exit 1, because --fail-on is ${failOn}.`
}
