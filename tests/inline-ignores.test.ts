import {expect, test} from 'vitest'
import {checkPolicy} from '../src/align.js'
import {InputError} from '../src/model/input-error.js'
import {eastmere, larkfield} from './support/model.js'

const checked = (text: string) =>
  checkPolicy(
    {path: 'policy.md', bytes: new TextEncoder().encode(text)},
    {model: eastmere(), organisation: larkfield()},
    {asOf: '2026-11-23', revisions: 'accepted'},
  )
const findingOf = async (text: string, id: string) =>
  (await checked(text)).findings.find(({requirement}) => requirement.id === id)!

test('a remark accepts the gap that it names, with its reason, and no status changes', async () => {
  const text = '# Safeguarding\n\nWe keep people safe.\n'
  const remark = '\n<!-- policy-align-ignore contact-lado: printed on the poster in the hall -->\n'
  const [before, after] = [await findingOf(text, 'contact-lado'), await findingOf(text + remark, 'contact-lado')]
  expect(before).toMatchObject({status: 'missing', waived: null})
  expect(after).toMatchObject({status: 'missing', waived: {reason: 'printed on the poster in the hall', expires: null}})
})

test('a remark on a requirement without a gap is said to be of no use', async () => {
  const {notices} = await checked(
    'Dial 999 where somebody is in danger or a crime is under way; 101 otherwise.\n\n<!-- policy-align-ignore contact-police: said elsewhere -->\n',
  )
  expect(notices).toContainEqual(
    expect.objectContaining({code: 'ignore-unused', message: expect.stringMatching(/line 3/)}),
  )
})

test('what stands in a block of code is an example', async () => {
  const text = 'We keep people safe.\n\n```\n<!-- policy-align-ignore contact-lado: an example -->\n```\n'
  expect((await findingOf(text, 'contact-lado')).waived).toBeNull()
})

test.each([
  ['no reason', 'Text.\n\n<!-- policy-align-ignore contact-lado -->', {line: 3, column: 1}],
  ['an empty reason', 'Text. <!-- policy-align-ignore contact-lado:   -->', {line: 1, column: 7}],
  ['another word', 'Text.\n<!-- policy-align-disable contact-lado: why -->', {line: 2, column: 1}],
  ['no end', 'Text.\n<!-- policy-align-ignore contact-lado: why', {line: 2, column: 1}],
  ['a wrong name', 'Text.\n<!-- policy-align-ignore contact-lados: why -->', {line: 2, column: 1}],
])('%s is refused where it stands', async (_, text, where) => {
  const error = await checked(text).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(InputError)
  expect((error as InputError).where).toEqual({path: 'policy.md', ...where})
})

test('a wrong name is told with the right one', async () => {
  await expect(checked('Text.\n<!-- policy-align-ignore contact-lados: why -->')).rejects.toMatchObject({
    fix: 'Did you mean contact-lado?',
  })
})
