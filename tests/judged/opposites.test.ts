import {expect, test} from 'vitest'
import {judged} from '../support/judged.js'
import {eastmere} from '../support/model.js'

// Ways of saying the opposite that were met in nobody's policy, and the same words denied. Each pair: a requirement, what
// contradicts it, and what does not.

const model = eastmere()

test.each([
  [
    'gov-anyone-can-refer',
    'Nobody may ring the council without the approval of the manager; obtain the manager’s approval before ringing the council.',
    'You need nobody’s approval before ringing the council.',
  ],
  ['gov-anyone-can-refer', 'Only the lead may refer.', 'It is a myth that only the lead may refer.'],
  [
    'infosharing-law-not-barrier',
    'GDPR means that we do not tell other organisations what we know.',
    'GDPR does not mean that we do not tell other organisations what we know.',
  ],
  [
    'referral-threshold-document',
    'Suspicion alone is no ground for a referral.',
    'You need not be sure of your facts before you refer.',
  ],
  ['escalation-route-present', 'The social worker’s decision is final.', 'The social worker’s decision is not final.'],
  [
    'partnership-not-hand-over',
    'Our involvement comes to an end with the referral.',
    'Our involvement does not come to an end with the referral.',
  ],
  [
    'record-storage-transfer',
    'Safeguarding notes are kept on the coach’s own phone.',
    'Safeguarding notes are not kept on anybody’s own phone.',
  ],
  [
    'children-child-on-child',
    'Sexual teasing between children is put down to high spirits.',
    'Sexual teasing between children is never put down to high spirits.',
  ],
  [
    'domestic-abuse-response',
    'We offer couples mediation where there is violence at home.',
    'We never offer couples mediation where there is violence at home.',
  ],
  [
    'meetings-marac',
    'MARAC referrals are made by the police only.',
    'MARAC referrals are not made by the police only.',
  ],
  ['allegation-lado-timescale', 'The LADO is told by the end of the month.', 'The LADO is told the same day.'],
] as const)('%s: %s', async (requirement, opposite, right) => {
  const [wrong, fine] = await Promise.all(
    [opposite, right].map(async (words) => {
      const policy = `# Safeguarding policy\n\nWe work with children and adults at risk.\n\n## What we do\n\n${words}\n`
      return (await judged(policy, model)).get(requirement)!
    }),
  )
  expect(wrong!.status, wrong!.reason).toBe('conflict')
  expect(fine!.status, fine!.reason).not.toBe('conflict')
})
