import type {AlignmentReport, PolicyReport} from '../../model/report.js'
import {counted, dateWords, documentWords, listed} from '../words.js'
import {html, type Markup} from './markup.js'

/** Whose policy it is, what it was held against and as of when, and by which program. */
export function coverOf(report: AlignmentReport): Markup {
  const {policies, procedures, organisation, asOf, tool} = report
  const [only] = policies
  const title = policies.length === 1 && only ? only.title || only.path : counted(policies.length, 'policy', 'policies')
  const against = procedures.map(({title, edition}) => `${title}${edition ? `, edition ${edition}` : ''}`)
  return html`<header class="cover">
<p class="kicker">Alignment with local safeguarding procedures</p>
<h1>${title}</h1>
${organisation && html`<p class="organisation">${organisation.name}</p>`}
<dl class="facts">
<dt>Held against</dt><dd>${listed(against)}</dd>
<dt>As of</dt><dd>${dateWords(asOf)}</dd>
${policies.length === 1 && only && documentRow(only)}
<dt>Made with</dt><dd>${tool.name} ${tool.version}</dd>
</dl>
<p class="where">This report may name people and numbers. Share it with those who need it.</p>
</header>
`
}

/** Which file a policy was, so that it can be known again. */
export function documentRow(policy: PolicyReport): Markup {
  return html`<dt>Document</dt><dd>${policy.path} (${documentWords(policy)}) <span class="where checksum" title="SHA-256">${policy.sha256.slice(0, 16)}</span></dd>`
}
