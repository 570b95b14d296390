import fc from 'fast-check'
import {expect, test} from 'vitest'
import {textChanges} from '../../src/changes/text-changes.js'
import {comparePolicies} from '../../src/compare-versions.js'
import type {Course, Run, SectionChange, TextChange} from '../../src/model/comparison.js'
import {type Policy, passagesOf} from '../../src/model/policy.js'
import {readPolicy} from '../../src/read/policy.js'
import {labelledReport} from '../support/labelled.js'

// What holds of any two versions.

const words =
  'the lead council child adult concern refer tell write ring today record must may not within one two'.split(' ')
const sentence = fc
  .array(fc.constantFrom(...words), {minLength: 1, maxLength: 9})
  .map((each) => `${each.join(' ').replace(/^./, (letter) => letter.toUpperCase())}.`)
const section = fc.record({
  title: fc.constantFrom('Contacts', 'Reporting', 'People', 'Records', 'What we do', 'Contacts'),
  level: fc.constantFrom('#', '##', '###'),
  blocks: fc.array(fc.tuple(fc.constantFrom('', '- ', '> '), fc.array(sentence, {minLength: 1, maxLength: 3})), {
    maxLength: 4,
  }),
})
const version = fc
  .array(section, {maxLength: 6})
  .map((sections) =>
    sections
      .map(({title, level, blocks}) =>
        [`${level} ${title}`, ...blocks.map(([mark, sentences]) => `${mark}${sentences.join(' ')}`)].join('\n\n'),
      )
      .join('\n\n'),
  )

test('a version beside itself has no change', async () => {
  await fc.assert(
    fc.asyncProperty(version, async (text) => {
      const policy = await read(text)
      const {changes, sections} = textChanges(policy, policy)
      expect(changes).toEqual([])
      for (const each of sections)
        expect(each).toMatchObject({kind: 'same', renamed: false, renumbered: false, moved: false})
    }),
  )
})

test('the other way round it is the mirror', async () => {
  await fc.assert(
    fc.asyncProperty(version, version, async (old, current) => {
      const [one, other] = [await read(old), await read(current)]
      const [forth, back] = [textChanges(one, other), textChanges(other, one)]
      expect(sortedTexts(back.changes.map(turnedChange))).toEqual(sortedTexts(forth.changes.map(withoutId)))
      expect(sortedTexts(back.sections.map(turnedSection))).toEqual(sortedTexts(forth.sections.map(withoutIds)))
    }),
    {numRuns: 150},
  )
})

test('every change stands word for word in its version, and no sentence is lost or told twice', async () => {
  await fc.assert(
    fc.asyncProperty(version, version, async (old, current) => {
      const [one, other] = [await read(old), await read(current)]
      const {changes, sections} = textChanges(one, other)
      for (const {kind, runs, old: before, new: after} of changes) {
        expect(joined(runs, 'added')).toBe(after?.text ?? '')
        if (kind !== 'moved') expect(joined(runs, 'removed')).toBe(before?.text ?? '')
        if (before) expect(textOf(one, before.passageId)).toContain(before.text)
        if (after) expect(textOf(other, after.passageId)).toContain(after.text)
      }
      // What is left of either version says the same.
      const [left, right] = (['old', 'new'] as const).map((side) => {
        const told = changes.flatMap((each) => each[side]?.text ?? [])
        return without(allSentences(side === 'old' ? one : other), told)
      })
      expect(left).toEqual(right)
      // Each change belongs to one section.
      expect(sections.flatMap((each) => each.changes).sort()).toEqual(changes.map(({id}) => id).sort())
    }),
    {numRuns: 150},
  )
})

test('findings beside each other: the same is the same, and the other way round is the mirror', async () => {
  const reports = await labelledReport(
    ['tidemark-swimming-club/good', 'tidemark-swimming-club/planted'],
    'policy.docx',
    {
      keepTexts: true,
    },
  )
  const [good, planted] = reports.policies
  const same = comparePolicies(good!, good!)
  expect(same.changes).toEqual([])
  expect(same.tally.stayed + same.tally.clear).toBe(same.findings.length)
  expect(same.findings.flatMap(({changes, near}) => [...changes, ...near])).toEqual([])

  const [forth, back] = [comparePolicies(good!, planted!), comparePolicies(planted!, good!)]
  const mirrors: Readonly<Record<Course, readonly Course[]>> = {
    opened: ['closed', 'set-aside'],
    closed: ['opened'],
    'set-aside': ['opened'],
    worse: ['better'],
    better: ['worse'],
    stayed: ['stayed'],
    clear: ['clear'],
  }
  for (const [at, {course}] of forth.findings.entries()) expect(mirrors[course]).toContain(back.findings[at]!.course)
  // Every gap that was planted is told with the words that made it.
  const opened = forth.findings.filter(({course}) => course === 'opened' || course === 'worse')
  expect(opened.length).toBeGreaterThan(5)
  for (const {changes} of opened) expect(changes.length).toBeGreaterThan(0)
})

async function read(text: string): Promise<Policy> {
  return readPolicy({path: 'policy.md', bytes: new TextEncoder().encode(text || ' ')}, {revisions: 'accepted'})
}

function textOf(policy: Policy, id: string): string {
  return passagesOf(policy).find((passage) => passage.id === id)!.text
}

function allSentences(policy: Policy): string[] {
  return passagesOf(policy).flatMap(({text}) => text.split(/(?<=\.)\s+/))
}

/** A list without others, each as often as it stands there. */
function without(all: readonly string[], others: readonly string[]): string[] {
  const left = [...all].sort()
  for (const other of others) left.splice(left.indexOf(other), 1)
  return left
}

function joined(runs: readonly Run[], side: 'added' | 'removed'): string {
  return runs
    .filter(({kind}) => kind === 'same' || kind === side)
    .map(({text}) => text)
    .join('')
}

function withoutId({id: _, ...change}: TextChange) {
  // Of a moved sentence the newer one is told.
  return change.kind === 'moved' ? {...change, runs: []} : change
}

function turnedChange(change: TextChange) {
  const kinds = {added: 'removed', removed: 'added', reworded: 'reworded', moved: 'moved'} as const
  const turned = change.runs.map(({kind, text}): Run => ({kind: kind === 'same' ? kind : kinds[kind], text}))
  return withoutId({...change, kind: kinds[change.kind], old: change.new, new: change.old, runs: removedFirst(turned)})
}

function removedFirst(runs: readonly Run[]): Run[] {
  const told = [...runs]
  for (let at = 0; at + 1 < told.length; at++) {
    if (told[at]!.kind === 'added' && told[at + 1]!.kind === 'removed') {
      told.splice(at, 2, told[at + 1]!, told[at]!)
      at++
    }
  }
  return told
}

function withoutIds({changes: _, kind, ...section}: SectionChange) {
  return section
}

function turnedSection(section: SectionChange) {
  return withoutIds({...section, old: section.new, new: section.old})
}

function sortedTexts(list: readonly unknown[]): string[] {
  return list.map((each) => JSON.stringify(each)).sort()
}
