import type {AlignmentReport} from '../../model/report.js'
import type {Rag} from '../rag.js'

/** How the comparison was made. */
export const methodWords =
  'The words of the policy were compared with a written model of the local procedures and of national guidance, one requirement after the other. Each finding rests on words that are quoted, or says what was searched for.'

/** What the report cannot show: words to be set off, where there are any, and the rest of the sentence. */
export const limits: readonly (readonly [lead: string, words: string])[] = [
  [
    'It finds wording; a person decides.',
    ' It does not show what staff know or do, or whether anybody is safe. How well the policy works in practice was not tested.',
  ],
  [
    '“Not found”',
    ' means that no matching words were found. The point may be made in other words, in a picture or in another document: please look before you act.',
  ],
  ['Green', ' means that wording was found which meets the requirement. It is no approval and no certificate.'],
  [
    'Suggested words',
    ' are a starting point. A competent person checks that they fit the service and the local procedures.',
  ],
  [
    '',
    'Where this report and the local procedures differ, follow the procedures. It gives no legal advice and covers England only.',
  ],
]

/** What is left out where the report was read back from JSON, which holds no documents; null where nothing is. */
export function leftOut({policies}: AlignmentReport): string | null {
  if (policies.some(({text}) => text)) return null
  return 'This was made from a report that was saved without the documents: the text of the policy, the stages of the local procedures and the hours of contacts are left out.'
}

/** What each colour and word means. */
export const ratings: readonly (readonly [rag: Rag, words: string, meaning: string])[] = [
  ['red', 'Red conflict', 'It says something that contradicts the local procedures, statute or guidance.'],
  ['red', 'Red missing', 'A critical point for which no words were found.'],
  ['amber', 'Amber partial', 'It speaks of it, but an element is missing, vague or weaker.'],
  ['amber', 'Amber missing', 'A major point for which no words were found.'],
  ['advisory', 'Advisory missing', 'A minor point for which no words were found.'],
  ['green', 'Green met', 'Wording was found that says all that is asked.'],
  ['grey', 'Grey cannot tell', 'Wording does not decide it: please look.'],
  ['grey', 'Grey not applicable', 'The organisation or the policy’s own scope rules it out.'],
]

/** Whom to ring about a real person, with the local numbers where they are known: a question, and the answer. */
export function worryWords({yardstick}: AlignmentReport): readonly [lead: string, words: string] {
  const doors = ['childrenFrontDoor', 'adultsFrontDoor'].flatMap((key) => {
    const contact = yardstick?.contacts[key]
    return contact?.phone ? [`${contact.name}, ${contact.phone}`] : []
  })
  const unique = [...new Set(doors)]
  const whom = unique.length > 1 ? `${unique.join(' (children) or ')} (adults)` : (unique[0] ?? 'your local front door')
  return [
    'Worried about a real person after reading this?',
    ` Do not wait. 999 in immediate danger, otherwise ${whom}.`,
  ]
}

/** About what people do: asked beside the findings, never passed or failed. */
export const prompts: readonly string[] = [
  'Has somebody outside the organisation told you lately what it is like to work with you on a concern?',
  'Could every member of staff and volunteer find the numbers above within a minute, at a weekend?',
  'When did you last disagree with another agency, what did you do, and how did it end?',
  'Which local review did you last read, and what did you change because of it?',
  'When a concern was passed on, did you stay in touch, and did the person or family know what happened next?',
]
