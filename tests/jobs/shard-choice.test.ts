import {describe, expect, test} from 'vitest'
import {shardChoice} from '../../src/jobs/shard-choice.js'

describe('which part is asked for', () => {
  test.each([
    ['1/1', {}, {index: 1, count: 1}],
    ['2/8', {}, {index: 2, count: 8}],
    ['auto', {JOB_COMPLETION_INDEX: '0', JOB_COMPLETIONS: '8'}, {index: 1, count: 8}],
    ['auto', {JOB_COMPLETION_INDEX: '7', JOB_COMPLETIONS: '8'}, {index: 8, count: 8}],
    ['auto', {STRATEGY_JOB_INDEX: '2', STRATEGY_JOB_TOTAL: '4'}, {index: 3, count: 4}],
    ['auto', {SLURM_ARRAY_TASK_ID: '5', SLURM_ARRAY_TASK_COUNT: '8', SLURM_ARRAY_TASK_MIN: '1'}, {index: 5, count: 8}],
    ['auto', {SLURM_ARRAY_TASK_ID: '0', SLURM_ARRAY_TASK_COUNT: '8', SLURM_ARRAY_TASK_MIN: '0'}, {index: 1, count: 8}],
    [
      'auto',
      {SLURM_ARRAY_TASK_ID: '14', SLURM_ARRAY_TASK_COUNT: '3', SLURM_ARRAY_TASK_MIN: '10', SLURM_ARRAY_TASK_STEP: '2'},
      {index: 3, count: 3},
    ],
    ['auto', {CI_NODE_INDEX: '1', CI_NODE_TOTAL: '3'}, {index: 1, count: 3}],
    ['auto', {CIRCLE_NODE_INDEX: '0', CIRCLE_NODE_TOTAL: '3'}, {index: 1, count: 3}],
    ['auto', {BUILDKITE_PARALLEL_JOB: '2', BUILDKITE_PARALLEL_JOB_COUNT: '3'}, {index: 3, count: 3}],
    // What is set for this program goes first.
    [
      'auto',
      {SHARD_INDEX: '2', SHARD_COUNT: '2', JOB_COMPLETION_INDEX: '0', JOB_COMPLETIONS: '8'},
      {index: 2, count: 2},
    ],
  ])('%s with %o', (asked, environment, choice) => {
    expect(shardChoice(asked, environment)).toEqual(choice)
  })

  test.each([
    ['8', {}, '--shard: "8" is no part of a whole'],
    ['0/8', {}, '--shard: there is no part 0 of 8'],
    ['9/8', {}, '--shard: there is no part 9 of 8'],
    ['1/0', {}, '--shard: there is no part 1 of 0'],
    ['1/99999', {}, 'there are at most 10000'],
    ['two/8', {}, 'is no part of a whole'],
    ['auto', {}, 'no variable of the environment says which part this is'],
    ['auto', {JOB_COMPLETION_INDEX: '3'}, 'JOB_COMPLETIONS: it is not set'],
    ['auto', {JOB_COMPLETION_INDEX: '8', JOB_COMPLETIONS: '8'}, 'JOB_COMPLETION_INDEX: there is no part 8 of 8'],
    ['auto', {JOB_COMPLETION_INDEX: 'x', JOB_COMPLETIONS: '8'}, 'JOB_COMPLETION_INDEX: "x" is no number'],
    ['auto', {CI_NODE_INDEX: '0', CI_NODE_TOTAL: '3'}, 'CI_NODE_INDEX: there is no part 0 of 3'],
    ['auto', {SLURM_ARRAY_TASK_ID: '5', SLURM_ARRAY_TASK_COUNT: '8'}, 'SLURM_ARRAY_TASK_MIN: it is not set'],
  ])('%s with %o is refused', (asked, environment, problem) => {
    let told = ''
    try {
      shardChoice(asked, environment)
    } catch (error) {
      const {message, fix} = error as {message: string; fix: string}
      told = `${message}. ${fix}`
    }
    expect(told).toContain(problem)
  })
})
