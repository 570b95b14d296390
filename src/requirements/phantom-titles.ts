import {quote} from '../model/finding.js'
import {bodyForms} from '../model/policy.js'
import type {ProhibitedStatementAbsent} from '../model/requirement.js'
import {isCalledHistoric} from './called-historic.js'
import {type Grounds, type Outcome, outcome} from './kind.js'
import {excerpt} from './quoting.js'

/** Guidance that does not exist, was withdrawn, or is another nation's, where a sentence does not call it past. */
export function phantomTitles(_check: ProhibitedStatementAbsent, grounds: Grounds): Outcome {
  const {phantomTitles: phantoms, otherNations} = grounds.model.registers
  for (const passage of grounds.passages.values()) {
    if (!bodyForms.includes(passage.form)) continue
    const headed = /\b(?:wales|scotland|ireland|welsh|scottish)\b/i.test(passage.place.headings.join(' '))
    for (const title of [...phantoms, ...(headed ? [] : otherNations)]) {
      // "No secrets, no nicknames" names no guidance.
      const at = /^No\b/.test(title)
        ? passage.text.indexOf(title)
        : passage.text.toLowerCase().indexOf(title.toLowerCase())
      if (at < 0 || isCalledHistoric(passage.id, at, grounds.reading)) continue
      return outcome(
        'contradicted',
        phantoms.includes(title) ? `there is no current guidance called ${title}` : `${title} is another nation's law`,
        {
          evidence: [quote(passage, excerpt(passage.text, at))],
          remedy: 'Cite the Care Act 2014 and the Care and Support Statutory Guidance, chapter 14, instead.',
        },
      )
    }
  }
  return outcome('clear', 'no invented or foreign guidance was found')
}
