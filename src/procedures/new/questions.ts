import type {Group} from '../../model/procedures.js'
import {urlFault} from '../../text/contact-faults.js'
import {bodyLine, contactLine, piecesOf, wholeUrl} from './contact-line.js'
import {limitLine} from './limit-line.js'
import type {Answers, Question, Taken} from './question.js'
import {stageLine, toldLine} from './stage-line.js'

/**
 * The questions that the answers so far lead to, in their order. A ladder is asked stage by stage until an empty
 * answer. All of it can be answered from a partnership's website.
 */
export function questionsFor(answers: Answers): Question[] {
  const asked = (['children', 'adults'] as const).filter((group) => serves(answers, group))
  const of = (group: Group, questions: readonly Question[]) => (asked.includes(group) ? questions : [])
  return [
    must('area', 'What is your area called?', 'Northmoor', words),
    must('audience', 'Are your procedures for children, adults or both?', 'both', audience),
    ...of('children', [
      may(
        'lscp',
        'The safeguarding children partnership: its name and its website',
        'Northmoor Safeguarding Children Partnership, www.northmoorscp.example',
        bodyLine,
      ),
    ]),
    ...of('adults', [
      may(
        'sab',
        'The safeguarding adults board: its name and its website',
        'Northmoor Safeguarding Adults Board, www.northmoorsab.example',
        bodyLine,
      ),
    ]),
    ...contacts
      .filter(({group}) => !group || asked.includes(group))
      .map(({key, ask, example}) => may(key, ask, example, contactLine)),
    ...limits
      .filter(({group}) => asked.includes(group))
      .map(({key, ask, example}) => may(key, ask, example, limitLine)),
    ...of('children', ladder('children', answers)),
    ...(asked.length === 2 && answers['children-stage-1']
      ? [must('adults-same', 'Is it the same procedure when agencies disagree about an adult?', 'no', yesOrNo)]
      : []),
    ...(isYes(answers['adults-same']) ? [] : of('adults', ladder('adults', answers))),
    may(
      'threshold',
      'The document with the levels of need or thresholds: its title and edition',
      'Northmoor Levels of Need, 2025',
      titled,
    ),
    must(
      'source',
      'Where did you read all this? The address of the procedures',
      'https://www.northmoorscp.example/procedures',
      url,
    ),
    may('edition', 'The edition or date of the procedures, as printed', '2026-06', words),
    must('by', 'Who are you? A name or a role, to be written beside what was checked', 'Ann Lee, DSL', words),
    must('rang', 'Did you ring each number, and was it answered by whom it should?', 'no', yesOrNo),
  ]
}

/** Whether the answers say that a group is served; until they say, both are. */
export function serves({audience: given = 'both'}: Answers, group: Group): boolean {
  return given === '' || /both/i.test(given) || new RegExp(group.slice(0, 5), 'i').test(given)
}

export function isYes(answer: string | undefined): boolean {
  return /^y/i.test(answer ?? '')
}

export const contacts: readonly {
  readonly key: string
  readonly group?: Group
  readonly ask: string
  readonly example: string
}[] = [
  {
    key: 'childrenFrontDoor',
    group: 'children',
    ask: 'Where do concerns about a child go, by day?',
    example: 'Northmoor MASH, 01632 960301, mash@northmoor.example, Mon-Fri 9am-5pm',
  },
  {
    key: 'childrenOutOfHours',
    group: 'children',
    ask: 'And in the evening and at weekends?',
    example: 'Emergency Duty Team, 01632 960302',
  },
  {
    key: 'adultsFrontDoor',
    group: 'adults',
    ask: 'Where do concerns about an adult go, by day?',
    example: 'Adult Safeguarding Team, 01632 960303, www.northmoor.example/adult-concern',
  },
  {
    key: 'adultsOutOfHours',
    group: 'adults',
    ask: 'And in the evening and at weekends?',
    example: 'Adults Emergency Duty Team, 01632 960304',
  },
  {
    key: 'lado',
    group: 'children',
    ask: 'Who takes allegations about people who work with children (the LADO)?',
    example: 'Northmoor LADO, 01632 960305, lado@northmoor.example',
  },
  {
    key: 'pipotLead',
    group: 'adults',
    ask: 'Who takes concerns about people in positions of trust with adults (PiPoT)?',
    example: 'PiPoT lead, pipot@northmoor.example',
  },
  {key: 'prevent', ask: 'Where do Prevent concerns go?', example: 'Prevent team, prevent@northmoor.example'},
  {
    key: 'familyHelp',
    group: 'children',
    ask: 'Where is early help for families?',
    example: 'Northmoor Family Hub, 01632 960306',
  },
  {
    key: 'domesticAbuse',
    ask: 'What is the local domestic abuse service?',
    example: 'Northmoor Domestic Abuse Service, 01632 960307',
  },
]

export const limits: readonly {
  readonly key: string
  readonly group: Group
  readonly ask: string
  readonly example: string
  readonly trigger: string
}[] = [
  {
    key: 'childReferral',
    group: 'children',
    ask: 'How soon must a concern about a child be referred?',
    example: 'the same working day',
    trigger: 'concern-identified',
  },
  {
    key: 'childReferralWritten',
    group: 'children',
    ask: 'How soon must a telephone referral be confirmed in writing?',
    example: '1 working day',
    trigger: 'telephone-referral',
  },
  {
    key: 'childReferralDecision',
    group: 'children',
    ask: 'How soon does the council answer a referral about a child?',
    example: '1 working day',
    trigger: 'referral-sent',
  },
  {
    key: 'ladoNotify',
    group: 'children',
    ask: 'How soon must the LADO be told of an allegation?',
    example: '1 working day',
    trigger: 'allegation-known',
  },
  {
    key: 'adultConcern',
    group: 'adults',
    ask: 'How soon must a concern about an adult be raised?',
    example: '24 hours',
    trigger: 'concern-identified',
  },
  {
    key: 'adultConcernFeedback',
    group: 'adults',
    ask: 'How soon does the council answer a concern about an adult?',
    example: '5 working days',
    trigger: 'referral-sent',
  },
  {
    key: 'pipotNotify',
    group: 'adults',
    ask: 'How soon must the PiPoT lead be told?',
    example: '1 working day',
    trigger: 'allegation-known',
  },
]

/** More steps than any ladder has. */
const mostStages = 12

function ladder(group: Group, answers: Answers): Question[] {
  const person = group === 'children' ? 'a child' : 'an adult'
  const title = may(
    `${group}-title`,
    `When agencies disagree about ${person}: what is the procedure called?`,
    'Northmoor Escalation Procedure',
    words,
  )
  if (answers[title.key] === '') return [title]
  const stages: Question[] = []
  for (let n = 1; n <= mostStages; n++) {
    const key = `${group}-stage-${n}`
    stages.push(
      may(
        key,
        `Stage ${n}: who goes to whom, and within how long?${n > 1 ? ' (empty where there are no more)' : ''}`,
        'safeguarding lead to team manager, 2 working days',
        stageLine,
      ),
    )
    if (!answers[key]) break
  }
  const told = may(
    `${group}-told`,
    'From which stage is the partnership told, and how?',
    'stage 3, escalation@northmoorscp.example',
    toldLine,
  )
  return answers[`${group}-stage-1`] ? [title, ...stages, told] : [title, ...stages]
}

export function must(key: string, ask: string, example: string, take: Question['take']): Question {
  return {key, ask, example, optional: false, take}
}

export function may(key: string, ask: string, example: string, take: Question['take']): Question {
  return {key, ask, example, optional: true, take}
}

export function words(text: string): Taken {
  return {value: text}
}

function audience(text: string): Taken {
  const [first] = [/\bboth\b|child.*adult|adult.*child/i, /child/i, /adult/i].flatMap((pattern, i) =>
    pattern.test(text) ? [i] : [],
  )
  if (first === undefined) return {refusal: 'write children, adults or both'}
  return {value: [['children', 'adults'], ['children'], ['adults']][first]}
}

export function yesOrNo(text: string): Taken {
  return /^(?:y|yes|n|no)$/i.test(text) ? {value: isYes(text)} : {refusal: 'write yes or no'}
}

function url(text: string): Taken {
  const fault = urlFault(text)
  return fault ? {refusal: fault} : {value: wholeUrl(text)}
}

function titled(text: string): Taken {
  const [title, edition] = piecesOf(text)
  return {value: {title, ...(edition && {edition})}}
}

/** Every key that can be answered, whatever the other answers. */
export function knownKeys(): string[] {
  const stages = Array.from({length: mostStages}, (_, i) =>
    ['children', 'adults'].map((group) => [`${group}-stage-${i + 1}`, 'x: 1 day']),
  )
  const open: Answers = {audience: 'both', 'adults-same': 'no', ...Object.fromEntries(stages.flat())}
  return questionsFor(open).map(({key}) => key)
}
