import {expect, test} from 'vitest'
import {judged} from '../support/judged.js'
import {eastmere} from '../support/model.js'

// One thing again and again, with something at its end that it does not fit: where a search begins anew at each place, or
// tries every way of parting what it found, this takes minutes or for ever, and the test's own limit ends it.

const model = eastmere()
const units = [
  ...[
    '.',
    ',',
    ':',
    ';',
    '!',
    '?',
    '-',
    '–',
    '_',
    '…',
    '(',
    '[',
    '<',
    '{',
    '|',
    '/',
    '&',
    '@',
    '#',
    '"',
    '’',
    '*',
    '`',
  ],
  ...[
    'X',
    'x',
    'XXX-',
    'XXX ',
    'a',
    'a.',
    'a-',
    'a@',
    'A. ',
    '. ',
    '. . ',
    '- ',
    '_ ',
    '1',
    '1.',
    '1 ',
    '07 ',
    '01632 ',
  ],
  ...[
    'https://',
    'www.',
    '<!--',
    '![',
    '](',
    '{{',
    '&amp;',
    'TBC ',
    'Stage 1 ',
    'within ',
    'within 5 ',
    'not ',
    'and ',
  ],
  ...['the DSL ', 'January 2026 ', 'section ', 'Act 2014 ', 'Mr Lee, ', '(DSL) ', '24 hours ', 'Working Together '],
]

test.each(units)('%j', {timeout: 30_000}, async (unit) => {
  const run = unit.repeat(Math.ceil(20_000 / unit.length))
  const findings = await judged(`# Policy\n\nStaff tell ${run}y the LADO.\n\n- ${run}§\n`, model)
  expect(findings.size).toBe(model.requirements.length)
})
