import {describe, expect, test} from 'vitest'
import {placesOf} from '../../src/cli/outputs.js'
import type {AlignmentReport} from '../../src/model/report.js'
import {plain} from '../../src/report/escape.js'
import {reporterNamed, reporters} from '../../src/report/index.js'
import {renderJson} from '../../src/report/json.js'
import {sorted} from '../../src/report/order.js'
import type {RenderOptions} from '../../src/report/reporter.js'
import {renderTerminal} from '../../src/report/terminal.js'
import {dateWords, factWords, placeWords} from '../../src/report/words.js'
import {wrap} from '../../src/report/wrap.js'
import {awkward, finding, sampleReport} from './sample-report.js'
import {expectBySchema} from './schemas.js'

const plainly: RenderOptions = {color: false, width: 100, show: 'gaps', quiet: false, unread: 0}
const terminal = (options: Partial<RenderOptions> = {}, report: AlignmentReport = sampleReport()) =>
  renderTerminal(report, {...plainly, ...options})

describe('every reporter', () => {
  test.each(reporters.map(({name}) => name))(
    '%s gives the same bytes twice and leaves the report as it was',
    async (name) => {
      const render = await reporterNamed(name)!.load()
      const report = deepFrozen(sampleReport())
      expect(await render(report, plainly)).toEqual(await render(report, plainly))
      expect(report).toEqual(sampleReport())
    },
  )

  test('is found by its name and by the ending of a file', () => {
    const {reporter, outputs} = placesOf(reporters, {format: 'sarif', output: ['out/Report.JSON'], 'no-color': false})
    expect([reporter.name, ...outputs.map((each) => each.reporter.name)]).toEqual(['sarif', 'json'])
    expect(reporterNamed('terminal')?.extension).toBeNull()
  })
})

describe('JSON', () => {
  const parsed = JSON.parse(renderJson(sampleReport()))

  test('is as its schema says', () => expectBySchema('report', parsed))

  test('keeps every word', () => {
    const {title} = parsed.policies[0]
    // A lone surrogate is no character; JSON keeps it as an escape.
    expect(title).toBe(`Policy ${awkward}`)
  })

  test('holds findings in the order given and nothing internal', () => {
    expect(parsed.policies[0].findings.map(({requirement}: {requirement: {id: string}}) => requirement.id)).toEqual(
      sampleReport().policies[0]!.findings.map(({requirement}) => requirement.id),
    )
    expect(renderJson(sampleReport())).not.toContain('secret')
    expect(Object.keys(parsed.policies[0].findings[0].requirement)).toEqual([
      'id',
      'title',
      'topic',
      'audience',
      'modality',
      'severity',
      'kinds',
      'sources',
      'why',
      'claims',
    ])
  })

  test('holds no character that a terminal would obey', () => {
    expect(renderJson(sampleReport()).replaceAll('\n', '')).not.toMatch(
      /[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Surrogate}]/u,
    )
  })
})

describe('terminal', () => {
  test.each(['gaps', 'all'] as const)('shows hostile text harmlessly (%s)', (show) => {
    const text = terminal({show}).replaceAll('\n', '')
    expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Surrogate}]/u)
    expect(text).toContain('␛[31mred')
    expect(text).toContain('<U+202E>')
  })

  test('is the same with colour but for the colour', () => {
    const colored = terminal({color: true})
    expect(colored).toContain('\u001b[31m')
    expect(
      colored
        .split('\u001b')
        .map((piece, at) => (at === 0 ? piece : piece.slice(piece.indexOf('m') + 1)))
        .join(''),
    ).toBe(terminal())
  })

  test('puts what is dangerous first and what is good last', () => {
    const text = terminal({show: 'all'})
    const at = [
      '[critical-conflict]',
      '[critical-missing]',
      '[major-conflict]',
      '[critical-partial]',
      '[major-missing]',
      '[minor-partial]',
      '[waived-conflict]',
      '[undecided]',
      '[first-met]',
      '[no-scope]',
    ].map((id) => text.indexOf(id))
    expect(at).not.toContain(-1)
    expect(at).toEqual([...at].sort((a, b) => a - b))
    expect(text.indexOf('FIX TODAY')).toBeLessThan(text.indexOf('[critical-conflict]'))
  })

  test('tells what the policy says and where, what the procedures say, why, the fix and the words', () => {
    const text = terminal().replace(/\s+/g, ' ')
    expect(text).toContain('Your policy says: “Quotation')
    expect(text).toContain('(4.2), lines 88-89)')
    expect(text).toContain('Local procedures say: lado: 01632 960303')
    expect(text).toContain('verified 2 June 2026')
    expect(text).toContain('Fix: Change it')
    expect(text).toContain('Words to use: “Suggested')
    expect(text).toContain('Not found: searched for the LADO and a number')
    expect(text).toContain('Nearest: “Quotation')
  })

  test('counts, and gives no percentage', () => {
    const text = terminal().replace(/\s+/g, ' ')
    expect(text).toContain(
      '10 requirements: 3 conflicts, 2 missing, 2 partial, 1 met, 1 cannot tell and 1 not applicable.',
    )
    expect(text).not.toContain('%')
  })

  test('says the limits, and ends with one sentence that explains the exit code', () => {
    expect(terminal()).toMatch(/6 gaps are major or critical: exit 1, because --fail-on is major\.\n$/)
    expect(terminal().replace(/\s+/g, ' ')).toContain('It finds wording; a person decides.')
    const verdict = {failing: 0, failOn: 'critical'} as const
    expect(terminal({}, {...sampleReport(), verdict})).toMatch(/No gap is critical: exit 0\./)
    expect(terminal({}, {...sampleReport(), verdict: {failing: 0, failOn: 'never'}})).toMatch(/Exit 0: .*never\.\n$/)
  })

  test('says that a document could not be read rather than what the findings alone would give', () => {
    expect(terminal({unread: 1})).toMatch(/6 gaps are major or critical, but 1 document could not be read: exit 2\.\n$/)
  })

  test('shows only what fails when it is told to be quiet', () => {
    const text = terminal({quiet: true})
    expect(text).not.toContain('[minor-partial]')
    expect(text).not.toContain('[waived-conflict]')
    expect(text).not.toContain('Please note')
    expect(text).toContain('[major-missing]')
    expect(text).toMatch(/exit 1, because --fail-on is major\.\n$/)
  })

  test('says what is waived, by its reason', () => {
    expect(terminal().replace(/\s+/g, ' ')).toMatch(
      /\[waived-conflict\]: conflict, accepted by Ann Lee .{1,120} until 1 January 2027: Agreed/,
    )
  })

  test('tells notices of one sort together', () => {
    const text = terminal()
    expect(text).toContain('Picture 3 was not read.')
    expect(text).not.toContain('Picture 4')
    expect(text).toContain('And 2 more of the same.')
  })

  test('keeps to the width', () => {
    const short = {...sampleReport(), policies: []}
    for (const line of terminal({width: 60}, short).split('\n')) expect([...line].length).toBeLessThanOrEqual(60)
  })
})

test('findings are sorted worst first without touching the list', () => {
  const findings = Object.freeze([
    finding('a', 'partial', 'minor'),
    finding('b', 'conflict', 'minor'),
    finding('c', 'missing', 'critical'),
  ])
  const groups = sorted(findings)
  expect(groups.today.map(({requirement}) => requirement.id)).toEqual(['c'])
  expect(groups.next.map(({requirement}) => requirement.id)).toEqual(['b'])
  expect(groups.later.map(({requirement}) => requirement.id)).toEqual(['a'])
})

test('words are broken at spaces only, and colour takes no room', () => {
  expect(wrap('one two three', 7, '  ')).toBe('one two\n  three')
  expect(wrap('\u001b[1mone\u001b[22m two', 7)).toBe('\u001b[1mone\u001b[22m two')
  expect(wrap('a https://a-very-long-address.example/path b', 10)).toBe(
    'a\nhttps://a-very-long-address.example/path\nb',
  )
})

test('places, dates and facts are said in words', () => {
  expect(placeWords({headings: [], number: null, ordinal: 3, lines: null})).toBe(
    'before the first heading, paragraph 3',
  )
  expect(placeWords({headings: ['A', 'B'], number: '3.2', ordinal: 3, lines: [7, 7]})).toBe('A › B (3.2), line 7')
  expect(dateWords('2026-06-02')).toBe('2 June 2026')
  expect(dateWords('2026-06')).toBe('2026-06')
  expect(factWords('contacts.childrenFrontDoor.phone')).toBe('children front door, phone')
  expect(factWords('escalation.adults.stages.2.maxDuration')).toBe('escalation, adults, stage 2, max duration')
})

test('plain text keeps words and shows the rest', () => {
  expect(plain('a\u0007b\u009bc\u200fd\ufeffe')).toBe('a␇b<U+009B>c<U+200F>d<U+FEFF>e')
  expect(plain('Zoë 👩‍👧 £5')).toBe('Zoë 👩‍👧 £5')
})

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null)
    for (const each of Object.values(Object.freeze(value))) deepFrozen(each)
  return value
}
