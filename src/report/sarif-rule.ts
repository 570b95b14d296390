import type {Confidence} from '../model/finding.js'
import type {Requirement, Severity} from '../model/requirement.js'
import {clipped} from './clipped.js'
import {markdown, plain, sarifText} from './escape.js'
import {sentence} from './words.js'

/** A requirement as SARIF's rule, with all that code scanning asks of one; none of its texts is empty. */
export function ruleOf(requirement: Requirement, confidence: Confidence) {
  const {id, title, topic, audience, modality, severity, sources, why, checks} = requirement
  const claims = [...new Set(checks.map(({claim}) => sentence(claim)))]
  const name = plain(title).trim() || plain(id)
  const asked = `A policy ${modality} say this; a gap is ${severity}.`
  return {
    id,
    shortDescription: {text: clipped(sarifText(name), mostInDescription)},
    fullDescription: {text: clipped(sarifText(sentence(why) || name), mostInDescription)},
    help: {
      text: sarifText(
        [name, asked, ...claims, sentence(why), `Sources: ${sources.join('; ')}`].filter(Boolean).join('\n'),
      ),
      markdown: [
        `**${markdown(name)}**`,
        asked,
        claims.map((claim) => `- ${markdown(claim)}`).join('\n'),
        markdown(sentence(why)),
        sources.length > 0 ? `Sources:\n\n${sources.map((source) => `- ${markdown(source)}`).join('\n')}` : '',
      ]
        .filter(Boolean)
        .join('\n\n'),
    },
    defaultConfiguration: {level: levels[severity]},
    // No security-severity: a gap in a policy is no security alert.
    properties: {
      tags: ['safeguarding', plain(topic), ...(audience === 'both' ? ['children', 'adults'] : [audience])],
      precision: confidence,
      'problem.severity': problems[severity],
    },
  }
}

/** How grave a gap is, in SARIF's words. */
export const levels = {critical: 'error', major: 'warning', minor: 'note'} as const satisfies Record<Severity, string>

const problems = {critical: 'error', major: 'warning', minor: 'recommendation'} as const satisfies Record<
  Severity,
  string
>

/** GitHub refuses a longer one. */
const mostInDescription = 1024
