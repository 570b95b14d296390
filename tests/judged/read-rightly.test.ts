import {expect, test} from 'vitest'
import type {Status} from '../../src/model/finding.js'
import {readProcedures} from '../../src/read/procedures.js'
import {judged} from '../support/judged.js'
import {packs} from '../support/pack.js'

// Sentences that were once taken for the opposite of what they say, or for nothing, and those of the same build that are
// what they seem. Each row: the requirement, the words under a heading of their own, and whether they are a conflict.

const model = readProcedures(
  [
    {
      path: 'm.yaml',
      bytes: new TextEncoder().encode(`id: a
title: A
audience: [children, adults]
provenance: {source: S, verifiedOn: 2026-11-01}
contacts:
  childrenFrontDoor: {name: Cragwell Children's Desk, phone: 01632 960011}
  childrenOutOfHours: {name: Night Duty Team, phone: 01632 960012}
  adultsFrontDoor: {name: Cragwell Adults' Desk, phone: 01632 960015}
  lado: {name: LADO, phone: 01632 960013}
  idva: {name: Cragwell Safe Homes Service, phone: 01632 960014}
escalation:
  children:
    title: Cragwell Challenge Pathway
    notifyStage: 2
    stages:
      - {order: 1, fromRole: worker, toRole: worker}
      - {order: 2, fromRole: safeguarding lead, toRole: team manager}
      - {order: 3, fromRole: chief executive, toRole: head of service}
forums:
  marac: {name: MARAC, threshold: 12, contact: marac@cragwell.example}
timescales:
  childReferral: {value: 0, unit: working-days, words: the same working day}
  adultConcern: {value: 24, unit: hours}
`),
    },
  ],
  packs(),
)

const conflict: Status = 'conflict'
const other = expect.not.stringMatching(/^conflict$/)

test.each([
  // A denial of a denial grants.
  ['gov-anyone-can-refer', 'There is nobody on this staff who may not ring the council about a child.', other],
  ['gov-anyone-can-refer', 'Staff may not ring the council about a child; only the safeguarding lead may.', conflict],
  // What is denied goes on behind an exception.
  [
    'referral-threshold-document',
    'Workers will not examine injuries other than in giving first aid, or gather proof before a referral is made.',
    other,
  ],
  ['referral-threshold-document', 'Staff must have clear proof before making a referral.', conflict],
  // An old name that is told of as past is no use of it.
  [
    'currency-care-act-guidance',
    'We follow the Care and Support Statutory Guidance, which took the place of No Secrets.',
    other,
  ],
  ['currency-care-act-guidance', 'We follow No Secrets, the guidance from the Department of Health.', conflict],
  // A scenario that a question follows is asked about, not told to do.
  [
    'respond-disclosure',
    "**A pupil says she'll only talk if I keep it secret. What now?** Tell her kindly that you can't.",
    other,
  ],
  ['respond-disclosure', 'Tell the child that whatever they say will stay secret.', conflict],
  // Fewer ticks than locally are stricter; more are not.
  ['meetings-marac', 'We refer to MARAC at marac@cragwell.example where the DASH comes to ten ticks or more.', other],
  [
    'meetings-marac',
    'We refer to MARAC at marac@cragwell.example where the DASH produces sixteen or more ticks.',
    conflict,
  ],
  ['meetings-marac', 'We refer to MARAC at marac@cragwell.example where the DASH scores 14 or above.', conflict],
  // The stage at which the partnership is told.
  [
    'escalation-partnership-notified',
    'At Stage 2 of a disagreement about a child the partnership manager is told.',
    other,
  ],
  [
    'escalation-partnership-notified',
    'At Stage 3 of a disagreement about a child the partnership manager is told.',
    conflict,
  ],
  // A number beside the name of the service that it rings is that service's.
  [
    'contact-children-front-door',
    'Survivors are offered the Cragwell Safe Homes Service (01632 960014), and children our own workers.',
    other,
  ],
  ['contact-children-front-door', "Ring the Cragwell Children's Desk on 01632 960014.", conflict],
  // The address of a panel in brackets, our own manager's number, and people of ours on call.
  [
    'contact-children-front-door',
    "The lead asks the Cragwell Children's Desk whether it should go to the exploitation panel (exploitation@cragwell.example).",
    other,
  ],
  [
    'contact-lado',
    'A concern about the lead goes to the Chief Executive, Ann Poole (01632 960099), and not to the LADO.',
    other,
  ],
  // Two numbers for one service, whatever else is said of it.
  [
    'contact-internal-consistency',
    'Outside office hours the call is made to the Night Duty Team on 01632 960012.\n\n- Night Duty Team (children), all other times: 01632 960021',
    conflict,
  ],
  // A slip of the pen beside one name; people beside each other; a line by day and one by night.
  [
    'contact-internal-consistency',
    'The Harbour Family Team is on 01632 960407.\n\n| Who | Number |\n|---|---|\n| Harbour Family Team | 01632 960470 |',
    conflict,
  ],
  [
    'contact-internal-consistency',
    'Ann Poole is on 07700 900411.\n\n| Who | Number |\n|---|---|\n| Bea Lund, deputy | 07700 900412 |',
    other,
  ],
  [
    'contact-internal-consistency',
    "| Who | Number |\n|---|---|\n| Cragwell Children's Desk | 01632 960011, at night 01632 960012 |",
    other,
  ],
  // The number of another helpline, and a further line of the same one.
  ['contact-national-helplines', 'The Modern Slavery Helpline will talk it over with you on 0800 789 321.', conflict],
  ['contact-national-helplines', 'Childline is on 0800 1112.', conflict],
  ['contact-national-helplines', 'The Samaritans answer in Welsh on 0808 164 0123.', other],
  ['contact-national-helplines', '| NSPCC Helpline | 0808 800 5000, open day and night |', conflict],
  // Told in order not to be rung.
  [
    'contact-children-front-door',
    "The old number of the Cragwell Children's Desk, 01632 960019, was switched off; it is 01632 960011 now.",
    other,
  ],
  ['contact-children-front-door', "The Cragwell Children's Desk is on 01632 960019.", conflict],
  // Numbers of each group side by side.
  [
    'contact-children-front-door',
    "The Cragwell Children's Desk is on 01632 960011 for a child, 01632 960015 for an adult.",
    other,
  ],
  // What the clock counts from, behind the limit or in a column of its own.
  [
    'referral-timescale-children',
    "A concern about a child is referred to the Cragwell Children's Desk the same working day, the clock running from the time at which the signed form arrives.",
    conflict,
  ],
  [
    'referral-timescale-children',
    "| What | Limit | Counted from |\n|---|---|---|\n| Refer a child to the Cragwell Children's Desk | the same working day | The weekly triage meeting |",
    conflict,
  ],
  [
    'referral-timescale-children',
    "| What | Limit | Counted from |\n|---|---|---|\n| Refer a child to the Cragwell Children's Desk | the same working day | The concern |",
    other,
  ],
  // A limit that belongs to others, or to the answer of others.
  [
    'referral-timescale-children',
    "A concern about a child is referred to the Cragwell Children's Desk the same working day. The council should let the referrer know within three working days what it does.",
    other,
  ],
  // The last stage of all is later than the second.
  [
    'escalation-partnership-notified',
    'In a disagreement about a child the partnership office hears of it only when it reaches the top step.',
    conflict,
  ],
  // A ladder that turns back inside.
  [
    'escalation-stage-sequence',
    "**Children.** Where professionals disagree, the worker speaks to the worker there. The lead then takes it to the team manager. If it is still stuck, the chief executive puts it before our own trustees' committee.",
    conflict,
  ],
  // What is reviewed is the policy, and no plan, decision or other paper.
  ['review-date-current', 'Adopted in January 2025. The decision is reviewed weekly.', other],
  ['review-date-current', 'Adopted in January 2025. This policy is reviewed every year.', conflict],
  // Lines of a form are filled in each time; an empty field in a sentence was left.
  ['gov-dsl-named', '## Concern form\n\nGiven to (safeguarding lead) at: ______________', other],
  ['gov-dsl-named', 'Our safeguarding lead is ______________.', conflict],
  ['currency-placeholders', '## Checklist\n\n- [ ] references\n- [ ] identity', other],
  ['currency-placeholders', '## Checklist\n\n- [x] references\n- [ ] identity', conflict],
  ['currency-placeholders', 'The adviser is new (name and number to follow).', conflict],
  // An old edition that a sentence, or the one after it, calls past; and one in the table of versions.
  [
    'currency-care-act-guidance',
    'We follow the Care and Support Statutory Guidance. You may find No Secrets (2000) on a shelf. It has been overtaken.',
    other,
  ],
  ['currency-care-act-guidance', 'No secrets, no nicknames, no favourites.', other],
  [
    'currency-working-together',
    'We follow Working Together to Safeguard Children (2026).\n\n## Version history\n\n| Version | Change |\n|---|---|\n| 2 | Working Together to Safeguard Children (2018) taken in |',
    other,
  ],
  // By telephone or on a form: neither follows the other.
  [
    'referral-timescale-adults',
    'A concern about an adult at risk is reported to adult social care, by telephone or on its online form, within two working days.',
    conflict,
  ],
  // A duty that is handed on, or left to discretion.
  ['children-fgm-honour-based', 'FGM. You need not contact the police yourself: the lead does that.', conflict],
  [
    'allegation-dbs-referral',
    'Whether to report somebody whom we removed for harm to the DBS is up to the committee.',
    conflict,
  ],
  // Harm that is significant is the test for a child, not for an adult.
  [
    'adults-definition-and-s42',
    'An adult at risk is a person over 18 who has care and support needs and is suffering significant harm as a result of abuse.',
    conflict,
  ],
] as const)('%s: %s', async (requirement, words, expected) => {
  const policy = `# Safeguarding policy\n\nWe work with children and adults at risk.\n\n## What we do\n\n${words}\n`
  const finding = (await judged(policy, model)).get(requirement)!
  expect(finding.status, finding.reason).toEqual(expected)
})

test('a ladder under a heading in plain words, and one with typed letters, are both read', async () => {
  const ladder = (heading: string, stages: readonly string[]) =>
    `# Safeguarding children\n\nWe work with children.\n\n## ${heading}\n\nWe use the Cragwell Challenge Pathway about a child.\n\n${stages.join('\n\n')}\n`
  const stages = [
    'our worker speaks to their worker',
    'our lead speaks to the team manager',
    'our chief executive writes to the head of service',
  ]
  const plain = ladder('When they have got it wrong', [stages.map((stage, i) => `${i + 1}. ${stage}.`).join('\n')])
  const typed = ladder(
    'Professional disagreement',
    stages.map((stage, i) => `(${'abc'[i]}) Stage ${i + 1}: ${stage};`),
  )
  for (const policy of [plain, typed]) {
    const finding = (await judged(policy, model)).get('escalation-stage-sequence')!
    expect(finding.status, finding.reason).toBe('met')
  }
})
