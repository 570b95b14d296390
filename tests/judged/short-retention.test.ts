import {describe, expect, test} from 'vitest'
import type {Organisation} from '../../src/model/procedures.js'
import {registerChecks} from '../../src/requirements/prohibited-registers.js'
import {groundsOf} from '../support/grounds.js'

const check = {kind: 'prohibited-statement-absent', claim: 'kept long enough', register: 'short-retention'} as const

function judge(text: string, retention?: string) {
  const organisation = {name: 'Cragwell Club', path: 'organisation.yaml', profile: [], ...(retention && {retention})}
  return registerChecks['short-retention'](check, groundsOf(text, {}, {organisation: organisation as Organisation}))
}

describe('how long records are kept, against the schedule of the organisation', () => {
  test.each([
    ['Records are kept for three years.', 'eight years after the last contact', 'contradicted'],
    ['Records are kept for eight years.', 'eight years after the last contact', 'clear'],
    ['Records are kept for ten years.', 'eight years after the last contact', 'clear'],
    ['Files are cleared from the drive twelve months after the tenancy ends.', 'ten years', 'contradicted'],
    ['Notes are shredded at the end of the calendar year.', 'six years', 'contradicted'],
    ["A player's papers stay for three summers and are then burnt.", 'seven years', 'contradicted'],
    ['Files are kept until the 21st birthday.', "until the pupil's 25th birthday", 'contradicted'],
    ['Files are kept until the 25th birthday.', "until the pupil's 25th birthday", 'clear'],
    ['Files are kept until they turn 21.', "until the pupil's 25th birthday", 'contradicted'],
    ['Files are kept to the 75th anniversary of birth.', "until the pupil's 25th birthday", 'clear'],
    ['Files are kept for seven years after a pupil leaves.', "until the pupil's 25th birthday", 'contradicted'],
    ['DBS certificates are destroyed after six months, with the file note.', 'ten years', 'clear'],
    ['Accident forms and other papers are kept for three years.', 'ten years', 'clear'],
  ])('%s (%s): %s', (text, schedule, result) => {
    expect(judge(text, schedule).result).toBe(result)
  })

  test('is not compared where the profile names no time', () => {
    expect(judge('Records are kept for a year.', 'our retention schedule').result).toBe('inapplicable')
    expect(judge('Records are kept for a year.').result).toBe('inapplicable')
  })

  test('quotes the sentence and says what the schedule asks', () => {
    const {evidence, expected, remedy} = judge('We care.\n\nRecords are kept for three years.', 'eight years')
    expect(evidence.map(({quote}) => quote)).toEqual(['Records are kept for three years.'])
    expect(expected.map(({fact, value}) => [fact, value])).toEqual([['organisation.retention', 'eight years']])
    expect(remedy).toBe('Keep them as the schedule says: eight years.')
  })
})
