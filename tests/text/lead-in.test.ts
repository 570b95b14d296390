import {expect, test} from 'vitest'
import {readPolicy} from '../../src/read/policy.js'
import {readingOf} from '../../src/text/reading.js'

const refused = async (text: string): Promise<string[]> => {
  const policy = await readPolicy({path: 'a.md', bytes: new TextEncoder().encode(text)}, {revisions: 'accepted'})
  return readingOf(policy, {}).sentences.flatMap(({tokens, negated}) =>
    tokens.filter((_, i) => negated[i]).map(({lower}) => lower),
  )
}

test.each([
  ['a lead-in that forbids', '# A\n\nStaff should not:\n\n- warn the accused\n'],
  ['a lead-in that breaks off in a denial', '# A\n\nEach coach agrees never to\n\n- warn the accused\n'],
  ['a lead-in of whom it is denied', '# A\n\nNo one may\n\n- warn the accused\n'],
  ['a heading that forbids', '# A\n\n## Do not\n\n- warn the accused\n'],
  ['a heading and a lead-in that both forbid', '# A\n\n## Never\n\nDo not:\n\n- warn the accused\n'],
  ['a heading that forbids, and an item that says so again', '# A\n\n## Do not\n\n- never warn the accused\n'],
])('forbids once: %s', async (_, text) => {
  expect(await refused(text)).toContain('warn')
})

test('leaves an item alone after a condition that denies', async () => {
  expect(await refused('# A\n\nIf they do not answer:\n\n- warn the lead\n')).not.toContain('warn')
})

test('leaves an item alone whose lead-in asks for it', async () => {
  expect(await refused('# A\n\nYou should:\n\n- warn the lead\n')).not.toContain('warn')
})
