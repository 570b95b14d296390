import {contactLine, piecesOf} from '../procedures/new/contact-line.js'
import type {Answers, Question, Taken} from '../procedures/new/question.js'
import {
  may,
  knownKeys as modelKeys,
  questionsFor as modelQuestions,
  must,
  words,
  yesOrNo,
} from '../procedures/new/questions.js'
import {schemaNamed} from '../read/schema-files.js'
import {nearestName} from '../text/nearest-name.js'

/**
 * What init asks: who the organisation is and where its policies are. Whoever has the websites of the area open can go
 * right on with the questions of procedures new.
 */
export function setupQuestions(answers: Answers): readonly Question[] {
  return [
    must('name', 'What is your organisation called?', 'Larkfield Primary School', words),
    must(
      'profile',
      `What is it, and whom does it serve? One or more of: ${knownProfile().join(', ')}`,
      'school, children',
      profile,
    ),
    may(
      'lead',
      'Who is the designated safeguarding lead? A name, with number and email',
      'Amira Lowe, 07700 900210, dsl@larkfield.example',
      contactLine,
    ),
    may(
      'policies',
      'Where are your policies? Files, folders and globs; this folder if you press Enter',
      'policies',
      names,
    ),
    must('area', 'What is your area called?', 'Northmoor', words),
    may(
      'procedures',
      'The model of your local procedures, if you have one already',
      'northmoor.procedures.yaml',
      names,
    ),
    ...(answers.procedures
      ? []
      : [
          must(
            'now',
            'Shall the contacts, time limits and stages of your area be asked now? Have the websites of your partnership and council open',
            'no',
            yesOrNo,
          ),
        ]),
    ...(wantsModel(answers)
      ? modelQuestions(withAudience(answers)).filter(({key}) => !['area', 'audience'].includes(key))
      : []),
  ]
}

/** Every key that can be answered, whatever the other answers. */
export function setupKeys(): readonly string[] {
  return [...setupQuestions({}).map(({key}) => key), ...modelKeys()]
}

/** Whether the local procedures are asked as well. */
export function wantsModel({procedures, now}: Answers): boolean {
  return !procedures && /^y/i.test(now ?? '')
}

/** The answers as procedures new takes them: whom the organisation serves says which procedures are asked for. */
export function withAudience(answers: Answers): Answers {
  const groups = piecesOf(answers.profile ?? '').filter((word) => word === 'children' || word === 'adults')
  return {...answers, audience: groups.length === 1 ? groups[0]! : 'both'}
}

/** Words of the profile, as the schema of the organisation lists them. */
function profile(text: string): Taken {
  const known = knownProfile()
  const given = piecesOf(text.toLowerCase()).map((word) => word.replace(/\s+/g, '-'))
  for (const word of given) {
    if (known.includes(word)) continue
    const near = nearestName(word, known)
    return {refusal: `${word} is none of ${known.join(', ')}${near ? `; did you mean ${near}?` : ''}`}
  }
  return {value: given}
}

function knownProfile(): readonly string[] {
  const {profile: described} = schemaNamed('organisation').properties as {profile: {items: {enum: readonly string[]}}}
  return described.items.enum
}

function names(text: string): Taken {
  return {value: piecesOf(text)}
}
