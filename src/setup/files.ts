import {stringify} from 'yaml'
import {slug} from '../procedures/new/model-text.js'
import type {Answers, Question} from '../procedures/new/question.js'

export const configName = 'policy-align.config.yaml'
export const organisationName = 'organisation.yaml'

/** The model that the configuration names: one that is there already, or one that is to be written. */
export function modelName({procedures, area = ''}: Answers): string {
  return procedures || `${slug(area)}.procedures.yaml`
}

/** The configuration. What most teams come to want later stands in it as a remark. */
export function configText(answers: Answers, taken: ReadonlyMap<string, unknown>): string {
  const settings = {
    policies: taken.get('policies') ?? ['.'],
    procedures: taken.get('procedures') ?? modelName(answers),
    organisation: organisationName,
    failOn: 'major',
  }
  return `# What every run of policy-align in this folder and below has in common.
# policy-align check --print-config shows what holds, and where it came from.
${yaml(settings)}
# Gaps that somebody has accepted for a time, each with reason, approver and expiry:
# waivers: policy-align.waivers.yaml

# Gaps that were there at the beginning; check --baseline policy-align.baseline.json --update-baseline writes it:
# baseline: policy-align.baseline.json
`
}

/** The profile of the organisation. */
export function organisationText(taken: ReadonlyMap<string, unknown>): string {
  const lead = taken.get('lead') as {name: string; phone?: string; email?: string} | undefined
  const {name, phone, email} = lead ?? {}
  const fields = {
    name: taken.get('name'),
    profile: taken.get('profile'),
    ...(lead && {roles: {dsl: {name, ...(phone && {phone}), ...(email && {email})}}}),
  }
  return `# Who the organisation is: it decides which requirements apply, and what your own register of roles says.
${yaml(fields)}
# When the policies were approved and are due again, so that dates in them are held against your own:
# approvedOn: 2026-06-02
# nextReview: 2027-06-01
`
}

/** A model without facts, that says what belongs into it and how it gets there. */
export function emptyModelText(area: string, audience: string): string {
  const fields = {
    id: slug(area),
    title: `${area} local procedures`,
    extends: ['england'],
    audience: audience === 'both' ? ['children', 'adults'] : [audience],
    area: {name: area},
  }
  return `# The local procedures, with nothing in them yet: only the England pack is checked. To fill it in, either
#   policy-align procedures draft DOCUMENT --output draft.yaml   from your partnership's own document, or
#   policy-align procedures new --output new.yaml                by answering questions,
# and name that file in ${configName}; or write the facts here, like those below.
${yaml(fields)}
# contacts:
#   childrenFrontDoor:
#     name: ${oneLine(area)} MASH
#     phone: "01632 960301"
#     hours: Mon-Fri 9am-5pm
#   lado:
#     name: ${oneLine(area)} LADO
#     phone: "01632 960305"

# timescales:
#   ladoNotify:
#     value: 1
#     unit: working-days
#     trigger: allegation-known

# provenance:
#   source: ${oneLine(area)} partnership website
#   verifiedOn: 2026-11-23
#   verifiedBy: Ann Lee, DSL
`
}

/** What the answers were taken as, by the key of their question. */
export function takenOf(questions: readonly Question[], answers: Answers): ReadonlyMap<string, unknown> {
  return new Map(
    questions.flatMap(({key, take}) => {
      const taken = answers[key] ? take(answers[key]) : null
      return taken && 'value' in taken ? [[key, taken.value] as const] : []
    }),
  )
}

function yaml(fields: object): string {
  return stringify(fields, {lineWidth: 0})
}

/** Words that stand in a remark: a line end would end it. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
}
