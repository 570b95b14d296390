import type {ContactRole} from '../model/facts.js'

/** What a contact is for, by the words about it: the nearest first, so that a row's own words win over a heading. */
export function contactRoleOf(...about: readonly string[]): ContactRole {
  for (const words of about) {
    const role = roles.find(([, pattern]) => pattern.test(words))?.[0]
    if (role) return role
  }
  return 'other'
}

// More particular roles stand first: a deputy lead is also a lead, the emergency duty team also social care.
const roles: readonly (readonly [ContactRole, RegExp])[] = [
  [
    'helpline',
    /\b(?:nspcc|childline|samaritans|helpline|hotline|thirtyone:?eight|ccpas|hourglass|refuge|protect\b|crimestoppers|modern slavery (?:&|and)|citizens advice|ann craft|mind\b|papyrus|acas)/i,
  ],
  ['lado', /\bLADO\b|designated officer|allegations (?:officer|manager|line)/i],
  ['pipot', /pipot|positions? of trust/i],
  [
    'out-of-hours-adults',
    /\badults?\b.{0,40}(?:emergency duty|out[- ]of[- ]hours|night)|(?:emergency duty|\bEDT\b|out[- ]of[- ]hours|night duty).{0,30}\badults?\b/i,
  ],
  [
    'out-of-hours-children',
    /\bchild(?:ren)?\b.{0,40}(?:emergency duty|out[- ]of[- ]hours|night)|(?:emergency duty|\bEDT\b|out[- ]of[- ]hours|night duty).{0,30}\bchild/i,
  ],
  [
    'out-of-hours',
    /emergency duty|\bEDT\b|\bEDS\b|out[- ]of[- ](?:office[- ])?hours|night duty|after hours|evenings and weekends/i,
  ],
  [
    'prevent',
    /\bprevent\b(?:.{0,20}\b(?:team|lead|officer|duty|referral|co-?ordinator)|\s*[:|])|radicalis|extremism|anti-terror|channel panel/i,
  ],
  ['deputy', /\bdeput(?:y|ies)\b|\bDDSL\b|\balternate\b/i],
  [
    'board-lead',
    /\b(?:trustee|governor|board|committee)\b.{0,30}\b(?:safeguarding|lead)|safeguarding (?:trustee|governor)/i,
  ],
  ['chair', /\bchair(?:person|man|woman)?\b/i],
  [
    'dsl',
    /\b(?:designated )?(?:safeguarding|child protection|welfare) (?:lead|officer|co-?ordinator|manager|person|representative|team|advis[eo]r)|(?:head|director) of safeguarding|\bD?SL\b|\bDSO\b|designated (?:person|lead)|parish safeguarding/i,
  ],
  ['domestic-abuse', /domestic (?:abuse|violence)|\bIDVA\b/i],
  ['family-help', /\b(?:early|family) help|family hubs?/i],
  ['partnership-adults', /safeguarding adults? (?:board|partnership)|\bL?SAB\b/i],
  [
    'partnership-children',
    /safeguarding (?:children(?:['’]s)?|child) (?:partnership|board)|safeguarding partnership|\bLSCP\b|\bLSCB\b|\bSCP\b/i,
  ],
  [
    'front-door-adults',
    /adult (?:safeguarding|social (?:care|services?)|services|care)|safeguarding adults|\badults?\b/i,
  ],
  [
    'front-door-children',
    /\bMASH\b|multi-agency safeguarding hub|front door|children(?:['’]s)? (?:social|services|safeguarding|hub|team)|first (?:response|contact)|single point of|social (?:care|services)|\bchild(?:ren)?\b/i,
  ],
  ['police', /\bpolice\b|emergency services|non-emergency|\bemergency\b|ambulance/i],
  [
    'regulator',
    /\b(?:ofsted|cqc|care quality|charity commission|oscr|care inspectorate|DBS|disclosure and barring)\b/i,
  ],
]
