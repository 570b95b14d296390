import type {AlignmentReport} from '../../src/model/report.js'
import type {RenderOptions} from '../../src/report/reporter.js'
import {sampleReport} from './sample-report.js'

export const plainly: RenderOptions = {color: false, width: 100, show: 'gaps', quiet: false, unread: 0}

/** Beginnings and pieces that some language or other would take for its own. */
const texts: readonly string[] = [
  '=1+1',
  '+44 1632 960303',
  '- a bullet',
  '@SUM(A1)',
  '\t=1',
  '\r\n=1',
  '  \uff1d1',
  '# heading',
  '> quotation',
  '1. item',
  '12) item',
  '    code',
  '```\ncode\n```',
  '~~~',
  '| a | b |\n| --- | --- |',
  '\\|',
  'a\\',
  '[words](https://evil.example)',
  '![picture](https://evil.example/x.png)',
  '[words]: https://evil.example',
  '[^1]',
  '<script>alert(1)</script>',
  '<!-- comment',
  '--> <img src=x onerror=alert(1)>',
  'https://evil.example/a_b?c&d www.evil.example <https://evil.example>',
  '@everybody and #12',
  '**bold** _it_ ~~gone~~ $x$ `code`',
  '&amp; &#60; &lt;',
  ']]> ]]> <![CDATA[ "\' <!--',
  '::error file=a,line=1::planted',
  '\n::error::planted',
  'see ##[error]planted',
  '100% %0A::error::planted, a:b',
  '{0} {{1}}',
  '"quoted", "twice"',
  '\u001b[31mred\u001b[0m\u001b]0;title\u0007\u0000\u0008\u007f\u0085\u009b',
  '\u202eevil\u202c \u2066\u200f\ufeff',
  '\ud800 \udc00 \ufffe \uffff \u{1fffe}',
  '\u{1f642} \u{1f469}\u200d\u{1f467} Zoë',
  '',
]

/** The same, each with a name that can be printed. */
export const hostileTexts = texts.map((text) => [JSON.stringify(text), text] as const)

/** The sample with this text wherever a policy, a model or a profile may put words of its own. */
export function sampleOf(text: string): AlignmentReport {
  return replaced(sampleReport(), text) as AlignmentReport
}

function replaced(value: unknown, text: string, key = ''): unknown {
  if (typeof value === 'string') return closed.has(key) ? value : text
  if (Array.isArray(value)) return value.map((each) => replaced(each, text, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replaced(each, text, name)]))
}

/** The sample with a paragraph of more than 100,000 characters, in words or in one, quoted in each finding. */
export function longReport(piece: 'a word ' | '\u{1f642}'): AlignmentReport {
  const report = sampleReport()
  const quote = piece.repeat(20_000)
  const policies = report.policies.map((policy) => ({
    ...policy,
    findings: policy.findings.map((finding) => ({
      ...finding,
      evidence: finding.evidence.map((each) => ({...each, quote})),
      closest: finding.closest.map((each) => ({...each, quote})),
    })),
  }))
  return {...report, policies}
}

/** Fields that hold a word of ours, a name that schemas restrict, a digest or a date. */
const closed = new Set([
  ...['name', 'version', 'asOf', 'sha256', 'verifiedOn', 'expires', 'id', 'code', 'passageId'],
  ...['format', 'status', 'confidence', 'audience', 'modality', 'severity', 'kind', 'fact', 'failOn'],
])
