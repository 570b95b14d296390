import {endingWords, receiversAt} from '../model/escalation.js'
import type {Stage} from '../model/facts.js'
import {sectionsOf} from '../model/policy.js'
import type {Ending, Escalation, Group, LocalStage} from '../model/procedures.js'
import {isOnOther} from '../text/group-words.js'
import {sentencesIn} from '../text/sentence.js'
import {disagreement} from '../text/stages-of.js'
import {type Token, tokensOf} from '../text/token.js'
import {type Grounds, type Outcome, outcome} from './kind.js'
import {expectedOf} from './local.js'
import {factEvidence} from './quoting.js'

/**
 * Whether the policy lets somebody decide who locally does not, or keeps from deciding who does: not every chair
 * arbitrates. Null where it says nothing against the local ending.
 */
export function wrongEnding(
  group: Group,
  escalation: Escalation,
  stages: readonly Stage[],
  grounds: Grounds,
): Outcome | null {
  const ends = endingsOf(escalation)
  for (const {stage, ending, at} of ends) {
    for (const {text, passageId, start} of sentencesOnDisagreement(group, stages, grounds)) {
      const part = partAbout(text, stage)
      const said = part === null ? null : endingIn(part)
      if (said === null || said === (ending === 'decides')) continue
      const who = receiversAt(stage).join(' or ') || 'the last stage'
      const words = endingWords[ending]
      return outcome(
        'contradicted',
        `the policy says that ${who} ${said ? 'decides' : 'does not decide'}; locally ${who} ${words}`,
        {
          evidence: [factEvidence({passageId, span: [start, start + text.length]}, grounds)],
          expected: [
            expectedOf(
              grounds.model,
              `escalation.${group}.${at}`,
              `${who} ${words}${escalation.finalDecision ? `; the last word: ${escalation.finalDecision}` : ''}`,
              escalation.provenance,
            ),
          ],
          remedy: `Say that ${who} ${words}.`,
        },
      )
    }
  }
  return null
}

/** The stages whose ending the model tells; what it says of the whole is so of the last. */
function endingsOf({stages, endsWith}: Escalation): {stage: LocalStage; ending: Ending; at: string}[] {
  const own = stages.flatMap((stage) =>
    stage.ending ? [{stage, ending: stage.ending, at: `stages.${stage.order}.ending`}] : [],
  )
  const last = stages.at(-1)
  return endsWith && last && !last.ending ? [...own, {stage: last, ending: endsWith, at: 'endsWith'}] : own
}

interface Said {
  readonly text: string
  readonly passageId: string
  readonly start: number
}

/** The sentences of the stages, and of the sections on disagreement that are not plainly about the other group. */
function sentencesOnDisagreement(group: Group, stages: readonly Stage[], {policy}: Grounds): Said[] {
  const own = new Set(stages.map(({passageId}) => passageId))
  return sectionsOf(policy)
    .filter(({title, place}) => !isOnOther(title, group) && disagreement.test(`${place.headings.join(' ')} ${title}`))
    .flatMap(({passages}) => passages)
    .filter(({id, text}) => own.has(id) || !isOnOther(text, group))
    .flatMap(({id, text}) => sentencesIn(text).map((said) => ({text: said.text, passageId: id, start: said.start})))
}

/** The rest of a sentence from where it names the role on: what is said of it. Null where it does not. */
function partAbout(text: string, stage: LocalStage): string | null {
  const roles = receiversAt(stage).flatMap((role) => role.split(/ or |,|\//))
  const tokens = wordsOf(text)
  for (const role of roles) {
    const heads = wordsOf(role)
    const at = tokens.findIndex((_, i) => heads.every(({stem}, j) => tokens[i + j]?.stem === stem))
    if (heads.length === 0 || at < 0) continue
    const {word, start, end} = tokens[at + heads.length - 1]!
    const apostrophe = word.search(/['’]/)
    return text.slice(apostrophe > 0 ? start + apostrophe : end)
  }
  return null
}

/** The words of a role, or of a text in which one is looked for, without those that may stand between them. */
function wordsOf(text: string): readonly Token[] {
  return tokensOf(text).filter(({stem}) => !filler.has(stem))
}

const filler = new Set(['the', 'a', 'an', 'of', 'meet', 'under', 'next'])

/** Whether words say that somebody decides, or that they do not; null where they say neither. */
function endingIn(words: string): boolean | null {
  if (notDeciding.test(words)) return false
  return deciding.test(words) ? true : null
}

const deciding =
  /^[^.;]{0,40}?(?:\bdecides\b|\bwill decide\b|\bmakes? the (?:final )?decision\b|(?:\bwhose|['’]s) (?:decision|ruling|word|view) (?:is|will be) (?:final|binding)|\bhas the (?:final|last) (?:say|word)|\barbitrates\b|\badjudicates\b|\bwill (?:arbitrate|adjudicate|rule)\b|\brules on\b|\bdetermines\b|\bwill determine\b|\bsettles (?:it|the matter)\b)/i
const notDeciding =
  /^[^.;]{0,60}?(?:\b(?:does|do|will|can|may) ?n[o'’]t (?:decide|arbitrate|adjudicate|rule|make (?:a|the) decision)|\bcannot (?:decide|arbitrate|rule)|\bonly (?:mediates?|advises?|facilitates?)|\b(?:is|are) (?:only|merely) (?:informed|told)|\bwithout (?:deciding|arbitrating))/i
