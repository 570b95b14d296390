import {expect, test} from 'vitest'
import {readMarkdown} from '../../src/read/markdown/index.js'
import {historyYears} from '../../src/text/date.js'
import {factsIn} from '../../src/text/facts.js'
import {england} from '../support/model.js'

const dates = (text: string) =>
  factsIn(readMarkdown({path: 'p.md', bytes: new TextEncoder().encode(`# Policy\n\n${text}\n`)}), england().registers)
    .dates.map(({what, iso}) => `${what} ${iso}`)
    .join(', ')

test.each([
  ['Written 2012. Updated June 2018 (checks), Sept 2022 (posts). Next update 2024.', '2012 2024'],
  ['Re-adopted without amendment, A.G.M. 2019, 2022, 2025.', '2019 2022 2025'],
  ['Amendment history: v1 2014 (new). v2 2019 checks added.', '2014 2019'],
  ['1.0 (2017): first version', '2017'],
  ['Amended 2021. It took the place of "Safe Together" (2004).', '2021'],
  ['1.4 We follow the partnership, which until 2019 had another name.', ''],
  ['In 2019 we moved to the new hall.', ''],
])('%s: %s', (text, years) => {
  expect(
    historyYears(text)
      .map(({iso}) => iso)
      .join(' '),
  ).toBe(years)
})

test('dates that go on in one breath are of one sort', () => {
  expect(dates('Amended Jan 2019 (officer), April 2020 (online), and September 2023.')).toBe(
    'last-reviewed 2019-01, last-reviewed 2020-04, last-reviewed 2023-09',
  )
  expect(dates('Approved on 3 May 2026. The hall was built in June 1911.')).toBe('approved 2026-05-03')
})

test('years of the history stand among its dates', () => {
  expect(dates('Written 2012. Updated June 2018.')).toBe('issued 2012, last-reviewed 2018-06')
})
