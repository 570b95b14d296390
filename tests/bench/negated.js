// Turns what a sentence says by machine, as a slip or a hostile hand would: "we ring them" becomes "we do not ring them".
// Read by the learner, which makes examples of the contrary so, and by the tests of what a changed policy is judged as.

/**
 * The sentence with what each of its main clauses says turned round: a clause's first main verb is denied, or the one
 * denial of the sentence taken out. Null where neither is sure to leave an English sentence that says the contrary.
 *
 * @param {string} sentence
 * @returns {string | null}
 */
export function negated(sentence) {
  const denials = sentence.match(denial) ?? []
  if (denials.length > 1 || turning.test(sentence)) return null
  if (denials.length === 1) return changedOrNull(sentence, affirmed(sentence))
  return changedOrNull(sentence, sentence.split(newClause).map(denied).join(''))
}

/** Whether a check asks for words that a "not" turns round, and not for a list, a name or a number. */
export function isSaid({kind, list}) {
  return kind === 'prohibited-statement-absent' || (kind === 'statement-present' && !list)
}

function changedOrNull(before, after) {
  return after === before ? null : after
}

const denial = /\b(?:not|never|no|nobody|no one|nothing|none|neither|cannot|nor)\b|n['’]t\b/giu

/** Words that turn a sentence by themselves, so that a "not" beside them might leave it right. */
const turning = /\b(?:unless|without|rather|only|until|except|instead|refuses?|declines?|avoid)\b/iu

/** Where a main clause begins that a denial in the one before it does not reach: "we ring them, but they decide". */
const newClause =
  /(?<=[;:]\s|\bbut )|(?<=,\s)(?=(?:and |or |so )?(?:a|an|the|our|each|every|everyone|anyone|we|they|it|she|he|you)\b)|(?<=\b(?:and|then)\s)(?=(?:we|they|she|he|you)\b)/iu

/** "We do not wait" becomes "we do wait", "never promise" becomes "always promise". */
function affirmed(sentence) {
  const [, opening = '', rest = ''] = sentence.match(/^((?:if|where|when|once)\b[^,;:]{0,120}, )?(.*)$/isu) ?? []
  if (/^[^,;:]{0,80}\b(?:if|where|when|who|that|which|once|whether)\b[^,;:]{0,60}(?:not|never|n['’]t|cannot|no)\b/iu.test(rest)) return sentence
  const turned = rest
    .replace(/^(do|does) not (\p{Ll})/iu, (_, _do, letter) => letter.toUpperCase())
    .replace(/^never (\p{Ll})/iu, (_, letter) => `Always ${letter}`)
    .replace(/\b(do|does|must|will|shall|should|can|may|is|are) not\b/iu, '$1')
    .replace(/\b(do|does|must|should|is|are)n['’]t\b/iu, '$1')
    .replace(/\bwon['’]t\b/iu, 'will')
    .replace(/\bcan(?:not|['’]t)\b/iu, 'can')
    .replace(/\bnever\b/iu, 'always')
  return opening + turned
}

/** "If they agree, we ring" becomes "if they agree, we do not ring": verbs of subordinate clauses are passed over. */
function denied(clause) {
  let subordinate = false
  let before = ''
  for (const match of clause.matchAll(/[\p{L}'’-]+|[,;:.()|–—]/gu)) {
    const word = match[0].toLowerCase()
    const at = match.index
    const end = at + word.length
    if (!/^\p{L}/u.test(word)) {
      subordinate = word === '('
      before = ''
      continue
    }
    if (subordinators.test(word)) subordinate = true
    else if (!subordinate) {
      const isSubject = before !== '' && !determiners.test(before)
      if (modals.test(word) && isSubject && !/^(?:there|it)$/u.test(before)) return `${clause.slice(0, end)} not${clause.slice(end)}`
      if (plural.test(before) && isPlainVerb(word)) return `${clause.slice(0, at)}do not ${clause.slice(at)}`
      if (singular.test(before) && verbs.test(word)) return `${clause.slice(0, at)}never ${clause.slice(at)}`
      if (before === '' && verbs.test(word) && !/s$/u.test(word)) {
        const isFirst = /^\s*$/u.test(clause.slice(0, at))
        return `${clause.slice(0, at)}${isFirst && /^\p{Lu}/u.test(match[0]) ? 'Do' : 'do'} not ${word}${clause.slice(end)}`
      }
    }
    before = word
  }
  return clause
}

const subordinators = /^(?:if|where|when|who|that|which|whose|once|what|whatever|whenever|whether|while|because|as|how|after|before|anything|everything)$/u
const modals = /^(?:must|will|shall|should|may|can|is|are)$/u
const determiners = /^(?:our|the|a|an|your|their|her|his|its|of|to|for|in|on|at|by|with|from|this|each|every|any|and|or)$/u
const plural = /^(?:we|they|you|i|staff|volunteers|leaders|trustees|teachers|coaches|workers|tutors|managers|helpers|colleagues|governors|members)$/u
const singular = /^(?:she|he|it|everyone|everybody|anyone|lead|dsl|officer|manager|head|chair|council|deputy|coordinator|trustee|secretary|club|school|charity|leader)$/u

/** Behind "we" almost every word is the verb. */
function isPlainVerb(word) {
  return word.length > 1 && !noVerbs.test(word) && !/(?:ly|ing)$/u.test(word)
}

const noVerbs = /^(?:all|also|always|often|at|in|on|by|for|of|to|with|from|and|or|who|both|each|then|first|now|may|have|had|were|was|been|be|can|would|could|might|need|ought|themselves|ourselves|yourself|as|too|here|there|still|know|believe|think|want|hope|understand|as|meet|the|a|an|re|ve|ll|working|concerned|present)$/u
const verbs =
  /^(?:agree|answer|arrange|ask|attend|bring|call|challenge|check|collect|consider|contact|continue|copy|decide|dial|discuss|encourage|ensure|escalate|explain|fill|follow|get|give|go|goe|hand|help|hold|inform|involve|keep|lead|learn|let|listen|log|look|make|meet|note|notifi|notify|offer|pass|phone|plan|put|raise|read|receive|record|refer|remain|report|review|ring|run|say|seek|send|share|show|speak|stay|step|support|take|talk|teach|tell|thank|train|treat|use|visit|watch|welcome|work|write)(?:s|es)?$/u
