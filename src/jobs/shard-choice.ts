import {InputError} from '../model/input-error.js'

/** One part of several, counted from 1. */
export interface ShardChoice {
  readonly index: number
  readonly count: number
}

/** Variables that tell a job which of several it is. Some count from 0, and some say elsewhere how many there are. */
const schedulers = [
  {index: 'SHARD_INDEX', count: 'SHARD_COUNT', first: 1},
  // A matrix of GitHub Actions: env STRATEGY_JOB_INDEX: ${{ strategy.job-index }} and STRATEGY_JOB_TOTAL.
  {index: 'STRATEGY_JOB_INDEX', count: 'STRATEGY_JOB_TOTAL', first: 0},
  // A Kubernetes Indexed Job says the index; its completions have to be given as a variable too.
  {index: 'JOB_COMPLETION_INDEX', count: 'JOB_COMPLETIONS', first: 0},
  // A job array of Slurm counts from its least number, which need not be 0.
  {index: 'SLURM_ARRAY_TASK_ID', count: 'SLURM_ARRAY_TASK_COUNT', first: 'SLURM_ARRAY_TASK_MIN'},
  // Of GitLab, of CircleCI and of Buildkite.
  {index: 'CI_NODE_INDEX', count: 'CI_NODE_TOTAL', first: 1},
  {index: 'CIRCLE_NODE_INDEX', count: 'CIRCLE_NODE_TOTAL', first: 0},
  {index: 'BUILDKITE_PARALLEL_JOB', count: 'BUILDKITE_PARALLEL_JOB_COUNT', first: 0},
] as const

/** More parts than any run has. */
const most = 10_000

/**
 * Which part of how many --shard asks for: "2/8", or "auto" for what the variables of a scheduler say. Raises InputError
 * for what is neither, for a part that there is not, and where no variable says.
 */
export function shardChoice(asked: string, environment: NodeJS.ProcessEnv): ShardChoice {
  if (asked === 'auto') return fromScheduler(environment)
  const [, index, count] = /^(\d{1,5})\/(\d{1,5})$/.exec(asked) ?? []
  if (index === undefined) {
    throw new InputError('SHARD_INVALID', '--shard', `"${asked}" is no part of a whole`, 'Give 2/8, or auto.')
  }
  return within('--shard', Number(index), Number(count), 1)
}

function fromScheduler(environment: NodeJS.ProcessEnv): ShardChoice {
  for (const {index, count, first} of schedulers) {
    const at = environment[index]
    if (at === undefined || at === '') continue
    const least = typeof first === 'number' ? first : numberIn(environment, first)
    const step =
      index === 'SLURM_ARRAY_TASK_ID' && environment.SLURM_ARRAY_TASK_STEP
        ? numberIn(environment, 'SLURM_ARRAY_TASK_STEP')
        : 1
    return within(index, (numberIn(environment, index) - least) / step + 1, numberIn(environment, count), least)
  }
  const known = schedulers.map(({index, count}) => `${index} with ${count}`).join(', ')
  throw new InputError(
    'SHARD_UNKNOWN',
    '--shard',
    'no variable of the environment says which part this is',
    `Give it as 2/8, or set one of these pairs: ${known}.`,
  )
}

function numberIn(environment: NodeJS.ProcessEnv, name: string): number {
  const text = environment[name]
  if (text !== undefined && /^\d{1,9}$/.test(text)) return Number(text)
  const problem = text ? `"${text}" is no number` : 'it is not set'
  throw new InputError('SHARD_INVALID', name, problem, 'Set it, or give --shard as 2/8.')
}

function within(where: string, index: number, count: number, first: number): ShardChoice {
  if (Number.isInteger(index) && index >= 1 && index <= count && count <= most) return {index, count}
  throw new InputError(
    'SHARD_INVALID',
    where,
    `there is no part ${index - 1 + first} of ${count}`,
    `Parts count from ${first}, and there are at most ${most}.`,
  )
}
