import {valuesAt} from '../model/fact-path.js'
import type {Reference} from '../model/facts.js'
import {type Evidence, quote} from '../model/finding.js'
import type {Edition, LocalDocument} from '../model/procedures.js'
import type {ReferenceCurrent} from '../model/requirement.js'
import {isCalledHistoric} from './called-historic.js'
import {type Grounds, type Outcome, outcome, type RequirementKind} from './kind.js'
import {expectedOf, groupOfPath, isServed} from './local.js'
import {excerpt, factEvidence} from './quoting.js'
import {together} from './together.js'
import {evidenceOf, type Meeting, meetingsOf} from './ways.js'

/**
 * Holds what a policy cites against the register of editions, or, with `facts`, against the titles of local documents. An
 * entry of which the register is not sure is told with its doubt.
 */
export const referenceCurrent: RequirementKind<ReferenceCurrent> = {
  kind: 'reference-current',
  summary: 'A named document is the one in force, in its current edition.',

  judge(check, requirement, grounds) {
    if (check.facts) return localDocuments(check, grounds)
    if (check.document === 'register') return others(check, requirement.id, grounds)
    const entry = grounds.model.registers.editions.find(({id}) => id === check.document)
    if (!entry) return outcome('inapplicable', `the register has no entry ${check.document}`)
    const cited = grounds.facts.references.filter(({document}) => document === entry.id)
    if (cited.length === 0) {
      const [spokenOf] = spokenOfIn(check, grounds)
      if (spokenOf)
        return outcome('weak', `${entry.title} is not cited by its title`, {
          evidence: evidenceOf([spokenOf]),
          remedy: `Cite ${citation(entry)}.`,
          searchedFor: [entry.title],
        })
      return outcome('absent', `${entry.title} is not cited`, {
        remedy: `Cite ${citation(entry)}.`,
        searchedFor: [entry.title, ...(entry.aliases ?? [])],
      })
    }
    return ofEntry(entry, cited, grounds)
  },
}

/** What is cited of one entry of the register against the edition in force. */
function ofEntry(entry: Edition, cited: readonly Reference[], grounds: Grounds): Outcome {
  const {title, current, confidence, note, seenOn} = entry
  const source = {title: entry.source, url: null, verifiedOn: seenOn}
  const expected = [{...expectedOf(grounds.model, `registers.editions.${entry.id}`, citation(entry)), source}]
  const unsure = confidence === 'high' ? '' : `; the register is not sure of this entry (${note ?? `seen ${seenOn}`})`
  const remedy = `Cite ${citation(entry)} and re-read the passages that rest on it.`
  const told = (result: Outcome['result'], reason: string, of: readonly Reference[], more: Partial<Outcome> = {}) =>
    outcome(result, reason, {evidence: evidenceFor(of, grounds), expected, confidence, ...more})

  // "Nobody here works by No Secrets (2000); it is gone", in a policy that cites what is in force as well.
  const inForce = cited.some((reference) => !isOld(reference, entry) && reference.current !== false)
  const old = cited.filter(
    (reference) =>
      isOld(reference, entry) &&
      !isTold(reference, grounds) &&
      !isOfHistory(reference, grounds) &&
      !(inForce && isCalledHistoric(reference.passageId, reference.span?.[0] ?? 0, grounds.reading)),
  )
  if (old.length > 0) {
    const reason = `the policy cites the ${old[0]!.edition} edition; the current one is ${current}${unsure}`
    return told('contradicted', reason, old, {remedy})
  }
  const lenient = cited.filter(({edition}) => edition !== null && edition === entry.transition?.edition)
  if (lenient.length > 0) {
    const reason = `the policy cites the ${lenient[0]!.edition} edition, lately replaced by ${current}${unsure}`
    return told('weak', reason, lenient, {remedy})
  }
  if (current === 'rolling' || entry.kind === 'act' || cited.some(({edition}) => edition !== null))
    return told('satisfied', `the policy cites ${title} in force${unsure}`, cited)
  if (cited.some((reference) => saysCurrent(reference, grounds))) {
    const reason = `the policy cites the current edition of ${title} without its year`
    return told('satisfied', reason, cited, {confidence: 'medium'})
  }
  return told('weak', `${title} is cited without its edition`, cited, {remedy})
}

/** An edition that the register has as replaced, and that no transition still covers. */
function isOld({edition, current}: Reference, entry: Edition): boolean {
  if (edition === null || edition === entry.current || edition === entry.transition?.edition) return false
  if (entry.next && edition === entry.next.edition) return false
  return current === false || (entry.superseded ?? []).includes(edition)
}

/** "It took over from No Secrets in 2015": what came before is told of, and not relied on. */
function isTold({passageId, span}: Reference, {passages}: Grounds): boolean {
  const text = passages.get(passageId)?.text ?? ''
  if (!span) return false
  return replacedBefore.test(text.slice(0, span[0])) || replacedAfter.test(text.slice(span[1]))
}

/** A row of the table of versions tells what was changed when. */
function isOfHistory({passageId}: Reference, {passages}: Grounds): boolean {
  const {form, place, cells = []} = passages.get(passageId)!
  return (
    form === 'table-row' &&
    /\b(?:version|history|amendments?|changes?)\b/i.test(
      [place.headings.at(-1), ...cells.map(({header}) => header)].join(' '),
    )
  )
}

const replacedBefore =
  /\b(?:(?:took|tak(?:es|en|ing)) (?:over from|the place of)|replac(?:es|ed|ing)|in place of|so did|instead of) (?:the )?["“‘*]?$/i
const replacedAfter =
  /^[^.;]{0,40}\b(?:(?:was|were|been) (?:replaced|superseded|withdrawn|retired)|went out|gave way|replaced it|left our)\b/i

function saysCurrent(reference: Reference, grounds: Grounds): boolean {
  const text = grounds.passages.get(reference.passageId)?.text ?? ''
  return /\b(?:current|latest|most recent|up to date|up-to-date|any (?:later |newer )?edition)\b/i.test(text)
}

/** Every other entry of the register that the policy names. */
function others(check: ReferenceCurrent, id: string, grounds: Grounds): Outcome {
  const own = new Set(
    grounds.model.requirements
      .filter((requirement) => requirement.id !== id)
      .flatMap(({checks}) =>
        checks.flatMap((other) =>
          other.kind === 'reference-current' && other.document && other.document !== 'register' && !other.optional
            ? [other.document]
            : [],
        ),
      ),
  )
  const entries = grounds.model.registers.editions.filter((entry) => !own.has(entry.id))
  const cited = entries.flatMap((entry) => {
    const references = grounds.facts.references.filter(({document}) => document === entry.id)
    return references.length > 0 ? [ofEntry(entry, references, grounds)] : []
  })
  const wrong = cited.filter(({result}) => result === 'contradicted')
  if (wrong.length > 0) return together(wrong)
  const right = cited.filter(({result}) => result === 'satisfied')
  if (right.length > 0)
    return {...together(right), reason: 'the other guidance and law that the policy names is current'}
  if (cited.length > 0) return together(cited)
  const acts = grounds.facts.references.filter(({document, current}) => document === null && current === true)
  if (acts.length > 0)
    return outcome('satisfied', 'the law that the policy names is in force', {
      evidence: evidenceFor(acts, grounds),
      confidence: 'medium',
    })
  return outcome('absent', 'no other guidance or law is cited', {
    remedy: 'Cite the guidance that you rely on, with its year.',
    searchedFor: [check.claim],
  })
}

/** Documents of the local area: their titles or aliases, in the local edition. */
function localDocuments(check: ReferenceCurrent, grounds: Grounds): Outcome {
  const documents = check.facts!.flatMap((path) =>
    valuesAt(grounds.model, path.replace(/\.title$/, '')).map(([at, value]) => ({
      at,
      document: value as LocalDocument,
    })),
  )
  // A form or a procedure may be given by its address alone: then there is no title to look for.
  const titled = documents.filter(({document}) => document.title)
  const fitting = titled.filter(({at}) => isServed(groupOfPath(at), grounds))
  if (fitting.length > 0) return together(fitting.map(({at, document}) => ofLocal(at, document, check, grounds)))
  const [spokenOf] = spokenOfIn(check, grounds)
  return !grounds.model.local && spokenOf
    ? outcome('weak', 'no local document is named', {
        evidence: evidenceOf([spokenOf]),
        remedy: 'Name the local document.',
        searchedFor: [check.claim],
      })
    : outcome('inapplicable', 'there is no local document to compare with')
}

/** Whether the policy names one local document: by its title, by who publishes it, or not at all. */
function ofLocal(at: string, document: LocalDocument, check: ReferenceCurrent, grounds: Grounds): Outcome {
  const {title, aliases = [], url} = document
  const expected = [expectedOf(grounds.model, `${at}.title`, title)]
  const former = formerEditionIn(document, grounds)
  if (former)
    return outcome(
      'contradicted',
      `the policy uses ${title} of ${former.year}; the local edition is ${document.edition}`,
      {
        evidence: [former.evidence],
        expected: [expectedOf(grounds.model, `${at}.edition`, document.edition!)],
        remedy: `Use ${title} of ${document.edition} and re-read the passages that rest on it.`,
      },
    )
  const hit = titleIn(document, grounds) ?? byPublisher(at, grounds)
  if (hit) return outcome('satisfied', `the policy names ${title}`, {evidence: [hit], expected})
  const remedy = `Name ${title}${url ? ` (${url})` : ''}.`
  const spokenOf = spokenOfIn(check, grounds)
  const foreign = spokenOf.find(({sentence}) => grounds.model.neighbours.some(({name}) => sentence.text.includes(name)))
  if (foreign)
    return outcome('contradicted', `the policy uses another area's document and not ${title}`, {
      evidence: evidenceOf([foreign]),
      expected,
      remedy,
    })
  const more = {evidence: evidenceOf(spokenOf.slice(0, 1)), expected, remedy, searchedFor: [title, ...aliases]}
  return outcome(spokenOf.length > 0 ? 'weak' : 'absent', `${title} is not named`, more)
}

/** Where the policy gives a local document a year before that of its local edition, and does not call it past. */
function formerEditionIn(
  {title, aliases = [], edition}: LocalDocument,
  {passages, reading}: Grounds,
): {readonly year: string; readonly evidence: Evidence} | null {
  const current = edition?.match(/(?:19|20)\d\d/u)?.[0]
  if (!current) return null
  for (const passage of passages.values()) {
    for (const name of [title, ...aliases]) {
      const at = passage.text.indexOf(name)
      const year = at < 0 ? undefined : passage.text.slice(at + name.length).match(yearBeside)?.[1]
      if (!year || year >= current || isCalledHistoric(passage.id, at, reading)) continue
      return {year, evidence: quote(passage, excerpt(passage.text, at))}
    }
  }
  return null
}

const yearBeside = /^["”’*]*,? \(?(?:(?:edition|version|of|edition of)\s)?((?:19|20)\d\d)\b/iu

/** Sentences that speak of the document in words of their own. */
function spokenOfIn({named}: ReferenceCurrent, {reading}: Grounds): readonly Meeting[] {
  return named ? meetingsOf(named, reading) : []
}

function titleIn({title, aliases}: LocalDocument, grounds: Grounds): Evidence | null {
  // An alias in small letters ("levels of need") is a common noun: it does not name the document.
  // "Challenge Record (CR1)" is named by "form CR1" too.
  const code = title.match(/\(([A-Z]{1,4}[- ]?\d{1,3}[A-Z]?)\)$/)?.[1]
  const names = [
    title,
    ...(code ? [`form ${code}`] : []),
    ...(aliases ?? []).filter((alias) => /\p{Lu}/u.test(alias)),
  ].map(asWritten)
  for (const passage of grounds.passages.values()) {
    const at = names.map((name) => passage.text.search(name)).find((found) => found >= 0)
    if (at !== undefined) return quote(passage, excerpt(passage.text, at))
  }
  // "A child: HCSP's Challenge Pathway" may head the part that says how.
  const headed = [...grounds.passages.values()].find(({place}) =>
    names.some((name) => place.headings.some((heading) => name.test(heading))),
  )
  return headed ? quote(headed, excerpt(headed.text, 0)) : null
}

/** A name in any letters, whoever's it is said to be, and others' beside: "NSCP's Challenge Record", "the NSCP or NSAB challenge record". */
function asWritten(name: string): RegExp {
  const words = name.split(/\s+/u).map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
  const [first = '', ...rest] = words
  const others = String.raw`(?:['’]s?|(?:,? (?:or|and) | ?/ ?)\p{L}+)?\s+`
  // "The Board's resolution form" is the NSAB resolution form.
  const whose = rest.length > 1 && /^\p{Lu}{3,7}$/u.test(first) ? `(?:${first}|Board|Partnership|Alliance)` : first
  return new RegExp([whose, rest.join(String.raw`(?:['’]s?)?\s+`)].filter(Boolean).join(others), 'iu')
}

/** "The NSCP (children) escalation procedure": the local procedure, named by who publishes it. */
function byPublisher(at: string, {model, passages}: Grounds): Evidence | null {
  const partnership =
    at === 'escalation.children'
      ? model.partnerships.lscp
      : at === 'escalation.adults'
        ? model.partnerships.sab
        : undefined
  if (!partnership) return null
  const names = [partnership.name, ...(partnership.aliases ?? [])]
  for (const passage of passages.values()) {
    const found = names.map((name) => passage.text.indexOf(name)).find((start) => start >= 0)
    if (found !== undefined && disputeProcedure.test(passage.text.slice(found, found + 140)))
      return quote(passage, excerpt(passage.text, found))
  }
  return null
}

const disputeProcedure =
  /^[^.;]{0,70}?\b(?:escalation|(?:professional )?(?:disagreements?|differences?|disputes?|challenge)(?: resolution)?|resolution)[^.;]{0,20}? (?:procedures?|protocol|policy|process|pathway)\b/iu

function citation({title, current, kind}: Edition): string {
  return current === null || current === 'rolling' || kind === 'act' ? title : `${title} (${current})`
}

function evidenceFor(references: readonly Reference[], grounds: Grounds): Evidence[] {
  return references.slice(0, 3).map((reference) => factEvidence(reference, grounds))
}
