import {describe, expect, test} from 'vitest'
import {textChanges} from '../../src/changes/text-changes.js'
import {wholeAllowance, wordRuns} from '../../src/changes/word-runs.js'
import type {Run, TextChange} from '../../src/model/comparison.js'
import {readPolicy} from '../../src/read/policy.js'

/** What a reader is told of a change: its kind and its words with their marks. */
function told({kind, moved, runs}: Pick<TextChange, 'kind' | 'moved' | 'runs'>): string {
  return `${kind}${moved && kind !== 'moved' ? ' moved' : ''}: ${marked(runs)}`
}

function marked(runs: readonly Run[]): string {
  return runs
    .map(({kind, text}) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('')
}

async function between(old: string, current: string) {
  const [one, other] = await Promise.all(
    [old, current].map((text) =>
      readPolicy({path: 'policy.md', bytes: new TextEncoder().encode(text)}, {revisions: 'accepted'}),
    ),
  )
  return textChanges(one!, other!)
}

const report = '## 1 Reporting\n\nTell the lead at once. The lead rings the council within one working day.\n'
const people = '## 2 People\n\nThe lead is Hannah Okafor. Her deputy is Daniel Marsh, who works on Fridays.\n'
const record = '## 3 Records\n\nWrite it down on the green form on the same day. Keep it locked away for ten years.\n'

describe('sections', () => {
  test('one that moved is not told as deleted and added', async () => {
    const {sections, changes} = await between(
      report + people + record,
      record.replace('3', '1') + report.replace('1', '2') + people.replace('2', '3'),
    )
    expect(changes).toEqual([])
    expect(sections.filter(({moved}) => moved).map(({old}) => old?.title)).toEqual(['Records'])
    expect(sections.map(({kind}) => kind)).toEqual(['same', 'same', 'same'])
    expect(sections.every(({renumbered}) => renumbered)).toBe(true)
  })

  test('one that was renamed is known by its text, and a change in it is one of words', async () => {
    const {sections, changes} = await between(
      report + people,
      people.replace('2 People', '1 Who is who') +
        report.replace('1 Reporting', '2 What to do').replace('one', 'three'),
    )
    expect(sections.map(({old, new: current, renamed}) => [old?.title, current?.title, renamed])).toEqual([
      ['People', 'Who is who', true],
      ['Reporting', 'What to do', true],
    ])
    expect(changes.map(told)).toEqual(['reworded: The lead rings the council within [-one-]{+three+} working day.'])
  })

  test('new and gone sections stand at their turn', async () => {
    const {sections} = await between(report + people, report + record.replace('3', '2'))
    expect(sections.map(({kind, old, new: current}) => [kind, (current ?? old)?.title])).toEqual([
      ['same', 'Reporting'],
      ['removed', 'People'],
      ['added', 'Records'],
    ])
  })

  test('of two with the same heading each keeps its own text', async () => {
    const double = (one: string, other: string) =>
      `# Children\n\n## Contacts\n\n${one}\n\n# Adults\n\n## Contacts\n\n${other}\n`
    const {changes} = await between(
      double('Ring the hub on 01632 960111.', 'Ring the team on 01632 960222.'),
      double('Ring the hub on 01632 960111.', 'Ring the team on 01632 960333.'),
    )
    expect(changes.map(told)).toEqual(['reworded: Ring the team on [-01632 960222-]{+01632 960333+}.'])
    expect(changes[0]!.new!.place.headings).toEqual(['Adults', 'Contacts'])
  })
})

describe('sentences', () => {
  test('a paragraph that was broken in two or joined says the same', async () => {
    const {changes} = await between('One is here. Two is there.\n\nThree.', 'One is here.\n\nTwo is there. Three.')
    expect(changes).toEqual([])
  })

  test('quotation marks and dashes of another shape are no change; a capital is', async () => {
    expect((await between('Say "no" - at once.', 'Say “no” – at once.')).changes).toEqual([])
    expect((await between('Tell the lead today.', 'Tell the Lead today.')).changes.map(told)).toEqual([
      'reworded: Tell the [-lead-]{+Lead+} today.',
    ])
  })

  test('one that went to another section moved, also where it was reworded on the way', async () => {
    const {changes} = await between(
      report + record,
      report.replace('at once.', 'at once. Keep it locked away for ten years.') +
        record.replace(' Keep it locked away for ten years.', '').replace('same day', 'next day') +
        'The lead rings somebody else now and then.',
    )
    expect(changes.map(told)).toContain('moved: Keep it locked away for ten years.')
    const far = await between(
      report + record,
      `${report.replace(' The lead rings the council within one working day.', '')}${record}\nThe lead rings the council within two working days.`,
    )
    expect(far.changes.map(told)).toEqual([
      'reworded moved: The lead rings the council within [-one-]{+two+} working [-day-]{+days+}.',
    ])
  })

  test('steps that changed places are told', async () => {
    const list = (steps: readonly string[]) => `## Steps\n\n${steps.map((step) => `1. ${step}`).join('\n')}\n`
    const [one, two, three] = [
      'Speak to the worker.',
      'Speak to the manager of the team.',
      'Write to the director.',
    ] as const
    const {changes} = await between(list([one, two, three]), list([two, one, three]))
    expect(changes.map(told)).toEqual(['moved: Speak to the worker.'])
  })

  test('what has little in common is removed and added, not reworded', async () => {
    const {changes} = await between(
      '## A\n\nNever promise to keep a secret.',
      '## A\n\nReassure the child that it stays between the two of you.',
    )
    expect(changes.map(({kind}) => kind).sort()).toEqual(['added', 'removed'])
  })

  test('the values of front matter are compared, the lines of a contents table are not', async () => {
    const {changes} = await between(
      '---\nreview_date: 2026-09-01\n---\n\nText.',
      '---\nreview_date: 2027-09-01\n---\n\nText.',
    )
    expect(changes.map(told)).toEqual(['reworded: review_date: [-2026-09-01-]{+2027-09-01+}'])
  })
})

describe('words', () => {
  const runs = (old: string, other: string) => marked(wordRuns(old, other, wholeAllowance()))

  test.each([
    ['Ring 01632 960451 now.', 'Ring 01632 960415 now.', 'Ring [-01632 960451-]{+01632 960415+} now.'],
    ['by 2026-09-08', 'by 2026-10-08', 'by [-2026-09-08-]{+2026-10-08+}'],
    ['Write to a@b.example today.', 'Write to c@b.example today.', 'Write to [-a@b.example-]{+c@b.example+} today.'],
    ['within three working days of it', 'within one day of it', 'within [-three working days-]{+one day+} of it'],
    ['They may refer.', 'They must not refer.', 'They [-may-]{+must not+} refer.'],
    ['All staff read it.', 'All staff read it, and sign.', 'All staff read it{+, and sign+}.'],
    ['A, B and C', 'A and C', 'A[-, B-] and C'],
  ])('%s > %s', (old, other, expected) => {
    expect(runs(old, other)).toBe(expected)
    expect(runs(other, old)).toBe(
      expected.replace(
        /(?:\[-(.*?)-\])?(?:\{\+(.*?)\+\})?/g,
        (_, gone, come) => `${come ? `[-${come}-]` : ''}${gone ? `{+${gone}+}` : ''}`,
      ),
    )
  })

  test('a clause is a clause, not each of its small words for itself', () => {
    expect(
      runs(
        'It is not treated as a choice of lifestyle about which nothing can be done, and staff act.',
        'It is a matter of personal choice and lies outside this document, and staff act.',
      ),
    ).toBe(
      'It is [-not treated as a choice of lifestyle about which nothing can be done-]{+a matter of personal choice and lies outside this document+}, and staff act.',
    )
  })
})

describe('hostile versions', () => {
  // No test of time: that each ends within the runner's limit is what is asked.
  const page = (texts: readonly string[]) => ({
    sections: [
      {
        id: 's1',
        level: 1,
        number: null,
        title: 'A',
        place,
        passages: texts.map((text, at) => ({id: `p${at}`, form: 'paragraph' as const, label: null, text, place})),
        sections: [],
      },
    ],
  })
  const place = {headings: ['A'], number: null, ordinal: 1, lines: null}
  const words = (from: number, count: number) =>
    Array.from({length: count}, (_, at) => `w${(from + at * 7919) % 99991}`)

  test('a word of a megabyte', () => {
    const {changes} = textChanges(page(['x'.repeat(1 << 20)]), page([`${'x'.repeat(1 << 20)}y`]))
    expect(changes.map(({kind}) => kind).sort()).toEqual(['added', 'removed'])
  })

  test('a sentence of a hundred thousand words with one change, and with nothing in common', () => {
    const long = words(0, 100_000)
    const [change, ...more] = textChanges(page([long.join(' ')]), page([long.with(50_000, 'other').join(' ')])).changes
    expect(more).toEqual([])
    expect(change!.runs.filter(({kind}) => kind !== 'same').map(({text}) => text)).toEqual([long[50_000], 'other'])
    const same = long.map((word, at) => (at < 150 ? word : `z${word}`))
    const [rewritten] = textChanges(page([long.join(' ')]), page([same.join(' ')])).changes
    expect(rewritten!.runs.map(({kind}) => kind)).toEqual(['removed', 'added'])
  })

  test('twenty thousand sentences of which none is the same, and as many of which all are', () => {
    const sentences = (from: number) => Array.from({length: 20_000}, (_, at) => `${words(from + at, 12).join(' ')}.`)
    expect(textChanges(page(sentences(0)), page(sentences(31))).changes.length).toBeGreaterThan(0)
    const alike = Array.from({length: 20_000}, () => 'The same words.')
    expect(textChanges(page(alike), page(alike.slice(1))).changes).toHaveLength(1)
  })
})
