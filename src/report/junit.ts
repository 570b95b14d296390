import type {Finding} from '../model/finding.js'
import {type AlignmentReport, isFailing, type LongReport, type PolicyReport} from '../model/report.js'
import {xml, xmlAttribute} from './escape.js'
import {findingHeadline, findingText} from './finding-lines.js'
import type {RenderOptions} from './reporter.js'
import {counted, sentence, statusWords} from './words.js'
import {packWords} from './yardstick-words.js'

/**
 * A report as JUnit XML: a suite for each policy, a case for each requirement, those that are met too. What fails the
 * run fails its case; what is accepted, does not apply, cannot be told or stays below --fail-on is skipped, with why.
 */
export function renderJunit(report: AlignmentReport, options: RenderOptions): string {
  return [...junitPieces(report, options)].join('')
}

/** The same, policy by policy: once through for the counts, which stand first, and once more for the suites. */
export function* junitPieces(report: LongReport, {unread}: RenderOptions): Generator<string> {
  const totals = {tests: 0, failures: 0, errors: 0, skipped: 0}
  let suites = 0
  const last = unread > 0 ? unreadSuite(unread) : null
  const add = (counts: Counts) => {
    for (const count of Object.keys(totals) as (keyof Counts)[]) totals[count] += counts[count]
    suites++
  }
  for (const policy of report.policies) add(suiteOf(policy, report).counts)
  if (last) add(last.counts)
  // An element without content is closed at once: only one with a suite is open.
  const whole = element('testsuites', {name: report.tool.name, ...totals, time: 0}, suites > 0 ? '<' : '')
  const [start = '', end = ''] = whole.split('\n<\n')
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${start}\n`
  for (const policy of report.policies) yield `${suiteOf(policy, report).text}\n`
  if (last) yield `${last.text}\n`
  if (end) yield `${end}\n`
}

interface Counts {
  readonly tests: number
  readonly failures: number
  readonly errors: number
  readonly skipped: number
}

interface Suite {
  readonly counts: Counts
  readonly text: string
}

function suiteOf(policy: PolicyReport, report: LongReport): Suite {
  const {path, title, sha256, findings} = policy
  const outcomes = findings.map((finding) => outcomeOf(finding, policy, report))
  const counts = {
    tests: findings.length,
    failures: outcomes.filter(({name}) => name === 'failure').length,
    errors: 0,
    skipped: outcomes.filter(({name}) => name === 'skipped').length,
  }
  const facts = [
    ['policy.sha256', sha256],
    ['as-of', report.asOf],
    ...report.procedures.map(({id, edition, sha256}) => [`procedures.${id}`, edition ?? sha256]),
    ...(report.packs ?? []).map((pack) => [`pack.${pack.id}`, packWords(pack)]),
    ...report.notices.map(({code, message}) => [`notice.${code}`, sentence(message)]),
  ] as const
  const properties = facts.map(([name, value]) => element('property', {name: name!, value: value!}))
  const cases = findings.map(({requirement}, at) =>
    element(
      'testcase',
      {classname: requirement.topic, name: `${requirement.title} [${requirement.id}]`, file: path, time: 0},
      outcomes[at]!.text,
    ),
  )
  const said = [...report.notices, ...policy.notices].map(({message}) => sentence(message))
  const output = said.length > 0 ? [element('system-out', {}, xml(said.join('\n')))] : []
  const inside = [element('properties', {}, properties.join('\n')), ...cases, ...output].join('\n')
  return {counts, text: element('testsuite', {name: title || path, file: path, ...counts, time: 0}, inside)}
}

interface Outcome {
  readonly name: 'passed' | 'failure' | 'skipped'
  readonly text: string
}

function outcomeOf(finding: Finding, {title}: PolicyReport, {procedures, verdict}: LongReport): Outcome {
  const {status, requirement, reason, waived} = finding
  const text = () => findingText(finding, {title, heldAgainst: procedures.map((each) => each.title)})
  const skipped = (message: string, body = '') =>
    ({name: 'skipped', text: element('skipped', {message}, xml(body))}) as const
  if (status === 'met') return {name: 'passed', text: ''}
  if (isFailing(finding, verdict.failOn)) {
    const type = `${statusWords[status]}, ${requirement.severity}`
    return {name: 'failure', text: element('failure', {type, message: findingHeadline(finding)}, xml(text()))}
  }
  if (waived) return skipped(`${statusWords[status]}, accepted: ${sentence(waived.reason)}`, text())
  if (status === 'not-applicable' || status === 'cannot-tell') {
    return skipped(`${statusWords[status]}: ${sentence(reason)}`)
  }
  return skipped(`${findingHeadline(finding)} It is ${requirement.severity}: --fail-on is ${verdict.failOn}.`, text())
}

/** A document that is not in the report must not look like one without a gap. */
function unreadSuite(unread: number): Suite {
  const message = `${counted(unread, 'document')} could not be read.`
  const counts = {tests: 1, failures: 0, errors: 1, skipped: 0}
  const name = 'Every document is read'
  const inside = element('testcase', {classname: 'input', name, time: 0}, element('error', {type: 'input', message}))
  return {counts, text: element('testsuite', {name: 'Documents', ...counts, time: 0}, inside)}
}

/** An element of attributes, escaped here, and of content, escaped already. */
function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlAttribute(String(value))}"`)
  const start = `<${name}${pairs.join('')}`
  if (content === '') return `${start}/>`
  return content.startsWith('<') ? `${start}>\n${content}\n</${name}>` : `${start}>${content}</${name}>`
}
