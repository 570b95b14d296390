import {boolean, option, string} from '@oclif/core/flags'
import {severities} from '../model/requirement.js'
import {reporters} from '../report/index.js'

/** Flags that several commands share, told in the same words everywhere. */
export const answer = string({
  summary: 'An answer to a question. Repeatable.',
  helpValue: 'QUESTION=ANSWER',
  multiple: true,
  multipleNonGreedy: true,
})

export const questions = boolean({summary: 'List the questions with their names and examples, and end.'})

export const procedures = string({
  summary: 'The local procedures, YAML or JSON. Repeatable: a later file goes over an earlier one.',
  helpValue: 'FILE',
  multiple: true,
  multipleNonGreedy: true,
})

export const pack = string({
  summary: 'Another pack of requirements: its folder, file or package. Repeatable; laid over what the models extend.',
  helpValue: 'PATH',
  multiple: true,
  multipleNonGreedy: true,
})

export const organisation = string({summary: 'The profile of your organisation, YAML or JSON.', helpValue: 'FILE'})

export const revisions = option({
  summary: 'How tracked changes in Word are read: as if accepted, or as the text was before.',
  options: ['accepted', 'original'] as const,
  default: 'accepted',
})()

export const noColor = boolean({summary: 'No colour, as with NO_COLOR set. Colour is only for terminals.'})

export const standardInputName = string({
  summary: 'What the document on standard input is called, for its format and for messages.',
  helpValue: 'NAME',
  default: 'standard input',
})

export const asOf = string({
  summary: 'The day as of which dates and editions are judged; today if not given.',
  helpValue: 'DATE',
})

export const only = string({
  summary: 'Report on these topics or requirements only.',
  helpValue: 'NAME',
  multiple: true,
  multipleNonGreedy: true,
  delimiter: ',',
})

export const skip = string({
  summary: 'Leave these topics or requirements out.',
  helpValue: 'NAME',
  multiple: true,
  multipleNonGreedy: true,
  delimiter: ',',
})

export const audience = option({
  summary: 'Whom the policy is for; read from the profile, else from the policy, if not given.',
  options: ['children', 'adults', 'both'] as const,
})()

/** The flags by which a command writes in the formats of a table; `what` says what it writes. */
export const formatFlags = (
  table: readonly {readonly name: string; readonly extension: string | null}[] = reporters,
  what = 'report',
) => ({
  format: option({
    char: 'f',
    summary: `The format of the ${what} on standard output.`,
    options: table.map(({name}) => name),
    default: 'terminal',
  })(),
  output: string({
    char: 'o',
    summary: `A file for the ${what} as well; its ending gives the format (${table.flatMap(({extension}) => extension ?? []).join(' ')}). Repeatable.`,
    helpValue: 'FILE',
    multiple: true,
    multipleNonGreedy: true,
  }),
  'no-color': noColor,
})

export const show = option({
  summary: 'Show what is to be done, or what is met as well.',
  options: ['gaps', 'all'] as const,
  default: 'gaps',
})()

export const quiet = boolean({char: 'q', summary: 'Show only the gaps that give exit code 1.'})

export const jobs = string({
  summary: 'How many policies to judge at once; auto is one for each core, where there are enough policies.',
  helpValue: 'N',
  default: 'auto',
})

export const cache = boolean({
  summary: 'Keep what was found of each policy, and judge only those again that changed, or whose yardstick did.',
  allowNo: true,
})

export const cacheLocation = string({
  summary: 'The folder in which --cache keeps it.',
  helpValue: 'FOLDER',
  default: '.policy-align-cache',
})

export const shard = string({
  summary: 'Check one part of the policies, for report to put together; auto asks the variables of the scheduler.',
  helpValue: 'I/N',
})

export const verbose = boolean({
  summary: 'Tell each policy on standard error as it is done.',
  exclusive: ['quiet'],
})

export const config = string({
  summary: 'The configuration; policy-align.config.yaml is looked for from the policy upward if not given.',
  helpValue: 'FILE',
  exclusive: ['no-config'],
})

export const noConfig = boolean({summary: 'Read no configuration.'})

export const waivers = string({
  summary: 'The gaps that somebody has accepted, each with reason, approver and expiry, YAML or JSON.',
  helpValue: 'FILE',
})

export const baseline = string({
  summary: 'The gaps that were there at the beginning, so that only new ones fail a run.',
  helpValue: 'FILE',
})

export const failOn = option({
  summary: 'The least severity of a gap that gives exit code 1.',
  options: [...severities, 'never'] as const,
  default: 'major',
})()
