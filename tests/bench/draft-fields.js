// Holds a drafted model against what a person read in the same document, field by field.
//
// A field is one value of the model: a contact's number, its hours, the unit of a clock. It is right when the person's
// model says the same at the same place. Contacts are paired by a number or address that they share, and their key
// counts as a field where it is one that the schema names; stages are paired by their printed number, clocks of a stage
// by what they have most in common. Numbers, units, dates, addresses and keys must be equal; names, roles and other
// words must be the same but for articles, case and punctuation, or share at least three words in five.

const words = new Set([
  'title', 'name', 'approvedBy', 'hours', 'words', 'anchor', 'fromRole', 'toRole', 'notify', 'when', 'route', 'case', 'goesTo', 'subjectLine', 'stageNoun',
])
const skipped = new Set(['status', 'quotation', 'confidence', 'provenance', 'note', '$schema', 'id', 'extends'])
const standardKeys = new Set([
  'childrenFrontDoor', 'childrenOutOfHours', 'adultsFrontDoor', 'adultsOutOfHours', 'lado', 'pipotLead', 'prevent', 'familyHelp', 'domesticAbuse', 'idva', 'privateFostering', 'advocacy', 'modernSlaveryLead', 'policeLocal',
])

/** @returns {{right: string[], wrong: string[], lacking: string[]}} fields as "path = value" */
export function heldAgainst(drafted, truth) {
  const [mine, theirs] = [fieldsOf(drafted, truth), fieldsOf(truth, truth)]
  const right = []
  const wrong = []
  for (const [path, value] of mine) (theirs.has(path) && isSame(path, value, theirs.get(path)) ? right : wrong).push(line(path, value))
  const lacking = [...theirs].filter(([path, value]) => !(mine.has(path) && isSame(path, mine.get(path), value)))
  return {right, wrong, lacking: lacking.map(([path, value]) => line(path, value))}
}

function line(path, value) {
  return `${path} = ${JSON.stringify(value)}`
}

function isSame(path, a, b) {
  const field = path.split('.').at(-1)
  if (!words.has(field)) return key(a) === key(b)
  const [x, y] = [wordsOf(a), wordsOf(b)]
  const shared = x.filter((word) => y.includes(word)).length
  return shared / new Set([...x, ...y]).size >= 0.6
}

function key(value) {
  return String(value).toLowerCase().replace(/[\s()]/g, '')
}

function wordsOf(value) {
  const all = String(value).toLowerCase().replace(/[’']/g, '').match(/[\p{L}\p{N}.]+/gu) ?? []
  return all.map((word) => word.replace(/\.$/, '')).filter((word) => !['the', 'a', 'an', 'of', 'on', 'at', 'in'].includes(word))
}

/** Every value by its path. Pairing is done against `truth`, so that both sides use the same names. */
function fieldsOf(model, truth) {
  const fields = new Map()
  const put = (path, value) => {
    if (value === null || value === undefined) return
    if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) fields.set(path, [...value].sort().join(' + '))
    else if (typeof value === 'object') for (const [name, each] of Object.entries(value)) put(`${path}.${name}`, each)
    else fields.set(path, value)
  }
  for (const [part, value] of Object.entries(model)) {
    if (skipped.has(part) || part.startsWith('x-')) continue
    if (part === 'contacts') contactFields(value, truth.contacts ?? {}, put)
    else if (part === 'escalation') for (const [name, each] of Object.entries(value)) ladderFields(`escalation.${name}`, each, truth.escalation?.[name], put)
    else put(part, cleaned(value))
  }
  return fields
}

function cleaned(value) {
  if (Array.isArray(value)) return value.map(cleaned)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([name]) => !skipped.has(name) && !name.startsWith('x-'))
  const limit = Object.fromEntries(kept.map(([name, each]) => [name, cleaned(each)]))
  // Where there is a number, the words beside it say the same again.
  if (typeof limit.value === 'number') delete limit.words
  return limit
}

function contactFields(contacts, truth, put) {
  for (const [name, contact] of Object.entries(contacts)) {
    const reach = [contact.phone, contact.email, ...(contact.otherPhones ?? [])].filter(Boolean).map(key)
    const twin = Object.entries(truth).find(([, other]) => [other.phone, other.email].filter(Boolean).some((each) => reach.includes(key(each))))
    const {aliases: _, ...fields} = cleaned(contact)
    const path = `contacts.${twin?.[0] ?? name}`
    put(path, fields)
    if (standardKeys.has(name)) put(`${path}.key`, name)
  }
}

function ladderFields(path, ladder, truth, put) {
  const {stages = [], scopeOut = [], ...rest} = cleaned(ladder)
  put(path, rest)
  scopeOut.forEach((each, i) => put(`${path}.scopeOut.${i}`, each))
  stages.forEach(({clocks = [], maxDuration, ...stage}, i) => {
    const label = String(stage.label ?? stage.order ?? i + 1)
    const at = `${path}.stages.${label}`
    const twin = truth?.stages?.find((each, n) => String(each.label ?? each.order ?? n + 1) === label)
    put(at, stage)
    const own = maxDuration ? [maxDuration, ...clocks] : clocks
    const theirs = twin?.clocks ?? []
    const taken = new Set()
    own.forEach((clock, n) => {
      const best = theirs
        .map((other, m) => ({m, score: taken.has(m) ? -1 : likeness(clock, cleaned(other))}))
        .sort((a, b) => b.score - a.score || a.m - b.m)[0]
      const name = best && best.score > 0 ? best.m : theirs.length + n
      taken.add(name)
      put(`${at}.clocks.${name}`, clock)
    })
  })
}

function likeness(a, b) {
  return ['value', 'unit', 'event', 'anchor', 'words'].filter((name) => a[name] != null && String(a[name]) === String(b[name])).length + (a.value === b.value && a.unit === b.unit ? 3 : 0)
}

/** Every quotation of a drafted model, whatever it stands under. */
export function quotationsOf(value) {
  if (Array.isArray(value)) return value.flatMap(quotationsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => (name === 'quotation' && typeof each === 'string' ? [each] : quotationsOf(each)))
}
