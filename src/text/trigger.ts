import type {Trigger} from '../model/facts.js'

/**
 * What a limit counts from, by the words after it ("of the allegation coming to our attention") or before it ("once
 * the investigation is complete, ... within a day"). Null where the sentence does not say.
 */
export function triggerAfter(text: string, end: number): {trigger: Trigger; words: string} | null {
  const match = text
    .slice(end, end + 160)
    .match(
      /^[\s,]*(?:(?:with )?(?:the|its|that) (?:clock|time|count) (?:starts?|starting|runs?|running|begins?|beginning|counted|counting) (?:from|when|once|at)|of|from|after|following|once|when|on which|starting (?:from|when)|counted from|beginning (?:when|with)|that)\s+([^.;:|(]{3,110})/iu,
    )
  if (!match) return null
  // "Of the concern being identified, and will confirm it in writing": what follows the comma is another matter.
  const words = match[0]
    .trim()
    .replace(
      /(?<=^(?:of|from|after) (?:it|that|this)|.{8})(?:,(?! having| is\b| has\b| was\b| are\b)| and (?:do|does|never|not|will|is|are|has)\b).*$/su,
      '',
    )
  // "Within an hour of the end of the lesson" counts from when people are free to act, and is no event of the matter.
  if (
    /^(?:of|from|after) (?:the )?(?:end|close) of (?:the|that|their|your) (?:lesson|session|shift|day|visit|class|activity|match|service)\b/i.test(
      words,
    )
  )
    return null
  for (const [trigger, pattern] of sorts) if (pattern.test(words)) return {trigger, words}
  return null
}

// A later event is looked for first: "of the investigation into the allegation concluding" names both.
const sorts: readonly (readonly [Trigger, RegExp])[] = [
  ['strategy-discussion', /\bstrategy (?:discussion|meeting)/i],
  ['initial-conference', /\b(?:initial )?(?:child protection |case )?conference/i],
  [
    'later-event',
    /\b(?:conclu\w*|complet\w*|finish\w*|clos(?:e|ed|ing)|outcome|end(?:ing|ed)?|upheld|substantiat\w*|satisf\w*|determin\w*|convinced|case to answer|credible|verif\w*|prov(?:en|ed|ing)|found|findings?\b(?! out)|establish\w*|confirm\w*|sign(?:ed|ing)\b|sign(?:s)? off|brief(?:ed|ing)\b|talk\w* (?:it|this|the matter) (?:through|over)|(?:having|has|have) (?!(?:heard|learn\w*|notic\w*|become|been told|seen|come|realis\w*|our|it|the (?:worry|concern))\b)[\p{L}]+|countersign\w*|fact[- ]?find\w*|triage|approv\w*|agree\w*|authoris\w*|decid\w*|decision|review(?:ed|ing)|met|meeting|interview\w*|investigat\w*|hearing(?! (?:about|of|that|from|it\b))|discipl\w*|(?:giv(?:es?|ing)|reach\w*|mak(?:es?|ing)) (?:its|their|his|her|the|a) (?:findings?|view|conclusions?)|(?:committee|panel|board|governors|trustees|executive|director)s?['’]? (?:receiv\w+|seeing|considering|hearing)\b|(?:receiv\w*|receipt of|having (?:read|seen)|reading|seeing) (?:the |a |an |its |his |her |their )?(?:\w+['’]?s? ){0,4}?(?:written|slip|form|account|statement|file)\b|report being (?:written|finished)|(?:form|report|statement|note|account|paperwork|slip|sheet|card|log|e-?mail|file)s? (?:(?:being|is|are|has|have) )?(?:reach\w*|arriv\w*|land\w*|come in|in hand|received)|(?:that|his|her) (?:conversation|chat|talk)\b|opening (?:its|a|the) (?:case|file)|having met|(?:got|get|gets|getting) to the bottom|next (?:board|trustees)|ask(?:s|ed|ing) (?:us )?for|request\w*)/iu,
  ],
  ['telephone-referral', /\b(?:telephone|phone|call|telephoning|ringing|speaking to|verbal)/i],
  ['referral-sent', /\b(?:referral|referring|refer(?:red)?|reporting it|sending|submitting|our (?:report|contact))\b/i],
  ['move', /\b(?:mov(?:e|es|ing|ed)|leav(?:e|es|ing)|transfer|changing|new (?:school|setting))/i],
  ['last-training', /\b(?:training|course|certificate)/i],
  ['allegation-known', /\b(?:allegation|complaint|accusation)/i],
  ['discovery', /\b(?:discover\w*|disclosure|finding out|disclosing)/i],
  [
    'concern-identified',
    /\b(?:concern|incident|worry|it (?:arising|being (?:raised|identified|reported))|becoming aware|coming to|hearing|learning|knowing|our knowing|being told|receipt|receiving|identif\w*|event|report)\b/i,
  ],
]
