import type {Group} from '../model/procedures.js'
import {editsBetween} from '../text/nearest-name.js'
import {groupsIn} from './audience.js'

/**
 * The key of a contact in the model, by its name first and then by the words around it. Null where it is none that
 * the model knows by a key of its own. An out-of-hours team of nobody in particular is `outOfHours`.
 */
export function contactKeyOf(name: string, about: string, hours: string, audience: readonly Group[]): string | null {
  for (const words of [name, `${name} ${about}`]) {
    const told = keys.find(([, pattern]) => pattern.test(words))?.[0]
    // Only its own name makes a service one for domestic abuse; the words around it may speak of anything.
    if (told === undefined || (words !== name && !byWordsAround.has(told))) continue
    const key = told === 'front' && isNight(hours) ? 'night' : told
    if (key !== 'front' && key !== 'night') return key
    const group =
      oneGroup(name) ?? oneGroup(about) ?? (both(name, about) ? null : audience.length === 1 ? audience[0]! : null)
    if (key === 'night')
      return group === null ? 'outOfHours' : group === 'children' ? 'childrenOutOfHours' : 'adultsOutOfHours'
    if (group !== null) return group === 'children' ? 'childrenFrontDoor' : 'adultsFrontDoor'
    return /\bMASH\b/u.test(words) ? 'childrenFrontDoor' : null
  }
  return null
}

const byWordsAround: ReadonlySet<string> = new Set(['lado', 'pipotLead', 'partnership', 'night', 'front'])

/** Hours that begin when the office closes. */
function isNight(hours: string): boolean {
  return (
    /\b(?:outside|out of|after|evenings?|nights?|overnight|other times)\b/iu.test(hours) &&
    !/\b(?:24 hours|24\/7)\b/iu.test(hours)
  )
}

function oneGroup(words: string): Group | null {
  const groups = groupsIn(words)
  return groups.length === 1 ? groups[0]! : null
}

function both(name: string, about: string): boolean {
  return groupsIn(`${name} ${about}`).length === 2
}

// What is more particular stands first: an out-of-hours team is also social care.
const keys: readonly (readonly [string, RegExp])[] = [
  ['lado', /\bLADO\b|\bdesignated officers?\b|\ballegations? (?:management|officer|manager|team)\b/iu],
  ['pipotLead', /\bpipot\b|positions? of trust/iu],
  [
    'partnership',
    /\b(?:business (?:manager|unit|support|office)|board manager|partnership (?:office|manager|team|co-?ordinator|unit)|independent (?:chair|scrutineer)|safeguarding (?:children |adults? )?(?:partnership|board)|SCP|SAB)\b/iu,
  ],
  [
    'night',
    /\bemergency (?:duty|social)|\bED[TS]\b|\bout[- ]of[- ](?:office[- ])?hours\b|\bafter[- ]hours\b|\bnight (?:duty|team|service|desk|line)|\bout of hours\b/iu,
  ],
  ['prevent', /^prevent\b|\bprevent (?:team|lead|officer|duty|referral|co-?ordinator)|\bchannel panel\b/iu],
  ['familyHelp', /\b(?:early|family) help\b|\bfamily hubs?\b/iu],
  ['idva', /\bIDVAs?\b/u],
  ['domesticAbuse', /\bdomestic (?:abuse|violence)\b/iu],
  ['advocacy', /\badvocacy\b/iu],
  ['privateFostering', /\bprivate fostering\b/iu],
  ['modernSlaveryLead', /\bmodern slavery\b/iu],
  ['policeLocal', /\bpolice\b/iu],
  [
    'front',
    /\b(?:MASH|multi[- ]agency safeguarding hub|front door|first (?:response|contact|point)|single point|contact (?:centre|point|team)|contact,? (?:advice|and referral)|(?:advice|access|referral|assessment|duty|intake|screening) (?:and \p{L}+ )?(?:team|point|service|hub)|access (?:point|team)|social (?:care|work|services)|safeguarding (?:hub|team|adults team|service|referrals?)|(?:children|adult)s?['’]?s? (?:services|direct|team|care|hub|gateway)|referrals?|gateway|careline|customer (?:service|contact))\b/iu,
  ],
]

/** A key of a service's own, which nobody could take for a slip in one that the model knows: "pipoTLead" gets a word more. */
export function ownKey(slug: string): string {
  const near = known.some((key) => editsBetween(slug.toLowerCase(), key.toLowerCase()) <= 2)
  return near ? `${slug}Service` : slug
}

const known: readonly string[] = [
  ...keys.map(([key]) => key),
  ...[
    'childrenFrontDoor',
    'adultsFrontDoor',
    'childrenOutOfHours',
    'adultsOutOfHours',
    'outOfHours',
    'allocatedWorker',
  ],
]
