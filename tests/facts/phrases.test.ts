import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {readMarkdown} from '../../src/read/markdown/index.js'
import {contactsIn} from '../../src/text/contact.js'
import {emailFault, phoneFault, urlFault} from '../../src/text/contact-faults.js'
import {contactRoleOf} from '../../src/text/contact-role.js'
import {dateKindOf, datesIn} from '../../src/text/date.js'
import {negatedWords} from '../../src/text/negation.js'
import {obsoleteIn} from '../../src/text/obsolete.js'
import {ordinalLimits} from '../../src/text/ordinal-limits.js'
import {partnershipsIn} from '../../src/text/partnership.js'
import {peopleIn} from '../../src/text/person.js'
import {placeholdersIn} from '../../src/text/placeholder.js'
import {proseStagesIn} from '../../src/text/prose-stages.js'
import {readingOf} from '../../src/text/reading.js'
import {referencesIn} from '../../src/text/reference.js'
import {sentencesIn} from '../../src/text/sentence.js'
import {type StageWords, stageOfItem, stagesIn} from '../../src/text/stage.js'
import {timescalesIn} from '../../src/text/timescale.js'
import {timescaleRoleOf} from '../../src/text/timescale-role.js'
import {tokensOf} from '../../src/text/token.js'
import {triggerAfter} from '../../src/text/trigger.js'
import {urgencyOf} from '../../src/text/urgency.js'
import {england} from '../support/model.js'

// Each file of phrases holds what one reader makes of them: "phrase => what is read". The first were written for a reason;
// the rest was put together from the words that the reader knows, a phrase for each that makes a difference, and holds
// them to what they were. UPDATE=1 writes what is read today: look at what changed.

const {registers} = england()
const folder = fileURLToPath(new URL('phrases/', import.meta.url))

/** What is read in a phrase, by the name of its file. */
const readers: Readonly<Record<string, (phrase: string) => readonly unknown[]>> = {
  'contact-faults': (phrase) =>
    [phoneFault, emailFault, urlFault].map((fault, i) => (fault(phrase) ? [] : ['phone', 'email', 'address'][i])),
  'contact-roles': (phrase) => [contactRoleOf(phrase)],
  contacts: (phrase) => contactsIn(phrase).map(({kind, normalised}) => [kind, normalised]),
  dates: (phrase) => [...datesIn(phrase).map(({iso}) => iso), dateKindOf(phrase, '')],
  'limits-by-ordinal': (phrase) => ordinalLimits(phrase).map(({amount, unit}) => [amount, unit]),
  'limits-for': (phrase) =>
    [false, true].map((recurring) => timescaleRoleOf(phrase, '', {recurring, start: phrase.length})),
  'limits-from': (phrase) => [triggerAfter(phrase, 0)?.trigger],
  limits: (phrase) =>
    timescalesIn(phrase).map(({value, amount, unit, boundary, recurring}) => [
      `"${value}"`,
      amount,
      unit,
      boundary,
      recurring && 'each time',
    ]),
  negation: (phrase) => {
    const tokens = tokensOf(phrase)
    return [negated(tokens, negatedWords(phrase, tokens))]
  },
  'obsolete-terms': (phrase) => obsoleteIn(phrase, registers.obsoleteTerms).map(({term}) => term),
  partnerships: (phrase) => partnershipsIn(phrase).map(({name}) => name),
  people: (phrase) => peopleIn(phrase).map(({role, title, name}) => [`${role}:`, name, `(${title})`]),
  placeholders: (phrase) => placeholdersIn(phrase, registers.placeholders).map(({text}) => text),
  'questions-and-lists': (phrase) => {
    const text = `# P\n\n${phrase.replaceAll(' / ', '\n\n')}\n`
    const policy = readMarkdown({path: 'p.md', bytes: new TextEncoder().encode(text)})
    return readingOf(policy, {}).sentences.map((each) => [each.question && '?', negated(each.tokens, each.negated)])
  },
  references: (phrase) =>
    referencesIn(phrase, registers).map(({title, edition, document, current}) => [
      `"${title}"`,
      edition,
      document,
      current === false && 'not in force',
    ]),
  sentences: (phrase) => sentencesIn(phrase).map(({text}) => `"${text}"`),
  stages: (phrase) => {
    const item = stageOfItem(phrase, '2')
    return [...stagesIn(phrase).map(stage), ...(item ? [stage(item)] : [])]
  },
  'stages-as-a-story': (phrase) => proseStagesIn(phrase).map(stage),
  urgency: (phrase) => [urgencyOf(phrase)],
}

/** The words of a sentence, those that are denied in capitals. */
function negated(tokens: readonly {readonly lower: string}[], denied: readonly boolean[]): string {
  return tokens.map(({lower}, i) => (denied[i] ? lower.toUpperCase() : lower)).join(' ')
}

function stage({order, from, to}: StageWords): string {
  return `${order}: ${from ?? '?'} to ${to ?? '?'}`
}

function told(read: readonly unknown[]): string {
  const words = (each: unknown): string => (Array.isArray(each) ? each.filter(isTold).map(words).join(' ') : `${each}`)
  return read.filter(isTold).map(words).filter(Boolean).join(' | ') || '-'
}

function isTold(each: unknown): boolean {
  return each !== null && each !== undefined && each !== false
}

test('every file of phrases has its reader', () => {
  expect(readdirSync(folder).sort()).toEqual(
    Object.keys(readers)
      .map((name) => `${name}.txt`)
      .sort(),
  )
})

test.each(Object.keys(readers))('what is read in phrases: %s', (name) => {
  const file = `${folder}${name}.txt`
  const kept = readFileSync(file, 'utf8')
  const lines = kept.trim().split('\n')
  const phrases = lines.map((line) => (line.includes(' => ') ? line.slice(0, line.lastIndexOf(' => ')) : line))
  const read = phrases.map((phrase) => `${phrase} => ${told(readers[name]!(phrase))}\n`).join('')
  if (process.env.UPDATE !== undefined) writeFileSync(file, read)
  else expect(read).toBe(kept)
})
