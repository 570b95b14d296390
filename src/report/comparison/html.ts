import type {Comparison, PolicyComparison, Run} from '../../model/comparison.js'
import {ragWords} from '../content/topics.js'
import {html, type Markup, type Piece} from '../html/markup.js'
import {page} from '../html/page.js'
import {heading} from '../html/parts.js'
import {ragOf} from '../rag.js'
import type {RenderOptions} from '../reporter.js'
import {counted, listed, sentence, topicWords} from '../words.js'
import {
  changeLine,
  closingOf,
  type Group,
  groupsOf,
  headRows,
  type Line,
  otherChanges,
  sectionLines,
  statusesOf,
  summaryOf,
  type ToldFinding,
  titleOf,
} from './told.js'

/** What changed between versions as one page that asks nothing of any network and reads without scripts. */
export function renderComparisonHtml(report: Comparison, options: RenderOptions): string {
  const chapters = report.policies.map((policy, at) => chapterOf(report, policy, `p${at + 1}`, options))
  const titles = report.policies.map((policy) => titleOf(policy) || 'Policy')
  const several = report.policies.length > 1
  return page(
    `${several ? counted(titles.length, 'policy', 'policies') : titles[0]}: what changed`,
    html`<div class="page">
${contentsOf(chapters, several)}
<main id="main" tabindex="-1">
${coverOf(report, options, {
  kicker: 'What changed in a policy, and what it did to its alignment with local procedures',
  title: several ? counted(titles.length, 'policy', 'policies') : titles[0]!,
})}
${chapters.map(
  ({title, facts, content, id}) => html`<section class="part" aria-labelledby="${id}">
${heading(2, several ? title : 'In short', id)}
${facts}${content}</section>
`,
)}
<footer class="closing"><p>${closingOf(report, options)}</p></footer>
</main>
</div>`,
  )
}

/** The head of a page: what it is, who made it, and what must be known before it is trusted. */
export function coverOf(
  {organisation, tool, notices}: Pick<Comparison, 'organisation' | 'tool' | 'notices'>,
  {quiet}: RenderOptions,
  {kicker, title}: {readonly kicker: string; readonly title: string},
): Markup {
  return html`<header class="cover">
<p class="kicker">${kicker}</p>
<h1>${title}</h1>
${organisation && html`<p class="organisation">${organisation.name}</p>`}
<p class="where">Made with ${tool.name} ${tool.version}. This page may name people and numbers. Share it with those who need it.</p>
</header>
${!quiet && notices.length > 0 && html`<div class="notice">${notices.map(({message}) => html`<p>${sentence(message)}</p>\n`)}</div>`}`
}

/** Rows of a label and words as a list. */
export function factsOf(rows: readonly (readonly [label: string, words: string])[]): Markup {
  return html`<dl class="facts">${rows.map(([label, words]) => html`<dt>${label.replace(/^./, (letter) => letter.toUpperCase())}</dt><dd>${words}</dd>\n`)}</dl>`
}

interface Chapter {
  readonly id: string
  readonly title: string
  readonly facts: Markup
  readonly content: readonly Piece[]
  readonly entries: readonly (readonly [id: string, title: string])[]
}

function chapterOf(report: Comparison, policy: PolicyComparison, id: string, options: RenderOptions): Chapter {
  const groups = groupsOf(policy, report, options)
  const rows = headRows(report, policy)
  return {
    id,
    title: titleOf(policy) || 'Policy',
    facts: html`<p class="lead">${summaryOf(policy)}</p>
${factsOf(rows)}
`,
    content: [
      ...groups.map((group) => groupOf(group, `${id}-${group.course}`)),
      options.quiet ? null : sectionsOf(policy, `${id}-sections`),
      options.quiet ? null : othersOf(policy, `${id}-others`),
    ],
    entries: groups.map(
      ({course, title}) => [`${id}-${course}`, title.replace(/^(.*?): (\d+).*$/, '$1 ($2)')] as const,
    ),
  }
}

function contentsOf(chapters: readonly Chapter[], several: boolean): Markup {
  return html`<nav class="contents" aria-label="Contents"><ol>
${chapters.map(
  ({id, title, entries}) => html`<li><a href="#${id}">${several ? title : 'In short'}</a></li>
${!several && entries.map(([to, words]) => html`<li><a href="#${to}">${words}</a></li>\n`)}`,
)}</ol></nav>`
}

function groupOf({title, findings, brief}: Group, id: string): Markup {
  if (brief) {
    return html`${heading(3, title, id)}
<details><summary>Show ${listed([counted(findings.length, 'gap')])}</summary>
<ul class="lines">${findings.map(({change, finding}) => html`<li>${badgeOf({change, finding, lines: []})} ${finding.requirement.title} <span class="where">${finding.requirement.severity}, ${finding.requirement.id}</span></li>\n`)}</ul>
</details>
`
  }
  return html`${heading(3, title, id)}
${findings.map(cardOf)}`
}

/** A finding as a card: its requirement, its words, and what is said of it. */
export function cardOf(told: ToldFinding): Markup {
  const {finding, lines} = told
  const {requirement} = finding
  const quoted = lines.filter(({runs}) => runs !== null)
  const rest = lines.filter(({runs}) => runs === null)
  return html`<article class="finding ${ragOf(finding)}">
${heading(4, requirement.title)}
<p class="tags">${badgeOf(told)} <span class="tag">${requirement.severity}</span> <span class="tag">${topicWords(requirement.topic)}</span></p>
${quoted.map(lineOf)}${rest.length > 0 && html`<dl class="facts">${rest.map(({label, words}) => html`<dt>${label}</dt><dd>${words}</dd>\n`)}</dl>`}
<p class="id">${requirement.id}</p>
</article>
`
}

function badgeOf({change, finding}: ToldFinding): Markup {
  const {now, was} = statusesOf(change)
  const rag = ragOf(finding)
  return html`<span class="badge ${rag}"><span class="rag">${ragWords[rag]}</span> ${now}</span>${was && html` <span class="tag">was ${was}</span>`}`
}

/** Words with what was removed and added in them. */
export function lineOf({label, runs, words}: Line): Markup {
  return html`<div class="change"><p class="label">${label || 'and'} <span class="where">${words}</span></p>
<p class="words" dir="auto">${(runs ?? []).map(runOf)}</p></div>
`
}

/** Struck out and underlined, and said to those who listen. */
function runOf({kind, text}: Run): Markup {
  if (kind === 'removed') return html`<del><span class="sr">[removed: </span>${text}<span class="sr">]</span></del>`
  if (kind === 'added') return html`<ins><span class="sr">[added: </span>${text}<span class="sr">]</span></ins>`
  return html`${text}`
}

function sectionsOf(policy: PolicyComparison, id: string): Piece {
  const lines = sectionLines(policy)
  return (
    lines.length > 0 &&
    html`${heading(3, 'Sections', id)}
<ul>${lines.map((line) => html`<li>${line}</li>\n`)}</ul>
`
  )
}

function othersOf(policy: PolicyComparison, id: string): Piece {
  const others = otherChanges(policy)
  if (others.length === 0 || !policy.old || !policy.new) return null
  return html`${heading(3, 'Other changes in the text', id)}
<p>No finding became another by these.</p>
<details><summary>Show ${counted(others.length, 'change')}</summary>
${others.map((change) => lineOf(changeLine(change, policy)))}
</details>
`
}
