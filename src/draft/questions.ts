import type {Notice} from '../model/policy.js'
import type {Group} from '../model/procedures.js'
import type {Drafted, Question, Read} from './fact.js'
import type {Ladder} from './ladder.js'

export interface Understood {
  readonly control: Readonly<Record<string, Read>>
  readonly audience: readonly Group[]
  readonly partnerships: Readonly<Record<string, Drafted>>
  readonly contacts: Readonly<Record<string, Drafted>>
  readonly ladders: readonly Ladder[]
  readonly notices: readonly Notice[]
  /** How many passages were too long to be read. */
  readonly overlong: number
}

/** What a person still has to answer: what a model should say and the document was not seen to say. */
export function questionsOn(understood: Understood): Question[] {
  return [
    ...controlQuestions(understood),
    ...contactQuestions(understood),
    ...understood.ladders.flatMap(ladderQuestions),
    ...missingLadders(understood),
    ...(understood.overlong > 0
      ? [
          {
            ask: `Does the text hold facts that was too long for a paragraph and was not read (${understood.overlong} such)?`,
          },
        ]
      : []),
    ...unreadQuestions(understood.notices),
  ]
}

function controlQuestions({control, audience, partnerships}: Understood): Question[] {
  const asks: readonly (readonly [string, string])[] = [
    ['title', 'What is the title of the document?'],
    ['edition', 'Which edition or version is it?'],
    ['publishedOn', 'When was it published?'],
    ['reviewOn', 'When is it due for review?'],
  ]
  return [
    ...asks.filter(([field]) => !(field in control)).map(([, ask]) => ({ask})),
    ...(audience.length === 0 ? [{ask: 'Does it serve children, adults or both? It was taken to serve both.'}] : []),
    ...(Object.keys(partnerships).length === 0 ? [{ask: 'Which safeguarding partnership or board publishes it?'}] : []),
  ]
}

const services: Readonly<Record<Group, readonly (readonly [string, string])[]>> = {
  children: [
    ['childrenFrontDoor', 'the front door for children'],
    ['childrenOutOfHours', 'the out-of-hours team for children'],
    ['lado', 'the LADO'],
  ],
  adults: [
    ['adultsFrontDoor', 'the front door for adults'],
    ['adultsOutOfHours', 'the out-of-hours team for adults'],
  ],
}

function contactQuestions({audience, contacts}: Understood): Question[] {
  const missing = audience
    .flatMap((group) => services[group])
    .filter(([key]) => !(key in contacts) && !(key.endsWith('OutOfHours') && 'outOfHours' in contacts))
  const shared =
    'outOfHours' in contacts
      ? [
          {
            ask: 'Does contacts.outOfHours serve children, adults or both? Name it childrenOutOfHours or adultsOutOfHours, or give it under both, and it will be held against policies.',
          },
        ]
      : []
  const hourless = Object.entries(contacts).filter(([, {fields}]) => !fields.hours && fields.phone)
  return [
    ...(missing.length > 0
      ? [{ask: `How does one reach ${missing.map(([, name]) => name).join(', ')}? The document was not seen to say.`}]
      : []),
    ...shared,
    ...(hourless.length > 0
      ? [
          {
            ask: `When can they be reached: ${hourless
              .map(([key]) => `contacts.${key}`)
              .slice(0, 12)
              .join(', ')}?`,
          },
        ]
      : []),
  ]
}

function missingLadders({ladders}: Understood): Question[] {
  return ladders.some(({kind}) => kind === null)
    ? []
    : [
        {
          ask: 'What are the stages of escalation, who takes a disagreement to whom, and how fast? None were read in this document.',
        },
      ]
}

function ladderQuestions({drafted, first, repeated, kind}: Ladder): Question[] {
  const {fields, lists = {}, parts = {}} = drafted
  const noun = String(fields.stageNoun?.value ?? 'step').toLowerCase()
  const stages = lists.stages ?? []
  const named = ({fields: own}: Drafted) => `${noun} ${own.label?.value ?? own.order?.value}`
  const list = (some: readonly Drafted[]) => some.map(named).join(', ')
  const lacking = (field: string) => stages.filter(({fields: own}) => !own[field])
  const clockless = stages.filter(({lists: own}) => (own?.clocks ?? []).length === 0)
  const branches = stages.filter(({fields: own}) => own.when?.confidence === 'low')
  const clocks = stages.flatMap(({lists: own}) => own?.clocks ?? [])
  const units = new Set(clocks.map(({fields: own}) => own.unit?.value))
  const questions: (Question | null)[] = [
    repeated
      ? {
          ask: 'The steps are told more than once; the fullest telling was taken. Do the others say the same?',
          quote: first,
        }
      : null,
    lacking('fromRole').length > 0 ? {ask: `Who takes the matter up at ${list(lacking('fromRole'))}?`} : null,
    lacking('toRole').length > 0 ? {ask: `To whom does it go at ${list(lacking('toRole'))}?`} : null,
    branches.length > 0 ? {ask: `When is ${list(branches)} taken? Write when on it.`} : null,
    clockless.length > 0 ? {ask: `How long may ${list(clockless)} take?`} : null,
    units.has('hours') && (units.has('working-days') || units.has('days'))
      ? {ask: 'Hours stand beside days: do the hours run over weekends and bank holidays? Write weekends on the clock.'}
      : null,
    kind === null && !fields.notifyStage ? {ask: 'At which step is the partnership told, and how?'} : null,
    kind === null && !parts.immediateRisk ? {ask: 'What is to be done where somebody is at immediate risk?'} : null,
    kind === null && !stages.some(({fields: own}) => own.ending)
      ? {ask: 'Does the last step decide, mediate or only hear of it? Write ending on it.'}
      : null,
  ]
  return questions.filter((question): question is Question => question !== null)
}

/** Pictures, embedded objects and the like: there may be facts in them. */
function unreadQuestions(notices: readonly Notice[]): Question[] {
  const seen = new Map<string, {count: number; notice: Notice}>()
  for (const notice of notices) {
    if (!/not-read|unread|image|object|embedded|linked/.test(notice.code)) continue
    seen.set(notice.code, {
      count: (seen.get(notice.code)?.count ?? 0) + 1,
      notice: seen.get(notice.code)?.notice ?? notice,
    })
  }
  return [...seen.values()].map(({count, notice}) => ({
    ask: `Does anything that could not be read hold facts? ${notice.message}${count > 1 ? ` (${count} such)` : ''}`,
  }))
}
