import {listed} from '../model/listed.js'
import {type Policy, passagesOf, sectionsOf} from '../model/policy.js'
import type {Audience, Organisation, ProceduresModel} from '../model/procedures.js'
import type {Requirement} from '../model/requirement.js'
import {spaced} from '../model/spaced.js'

/** Whom the policy is for and what the organisation is, with how that was told. */
export interface Scope {
  readonly serves: {readonly children: boolean; readonly adults: boolean}
  /** "the profile says", "the policy speaks of children only". */
  readonly audienceBecause: string
  /** Profile flags, from the profile or read from the policy. */
  readonly flags: ReadonlySet<string>
  readonly flagsBecause: string
  readonly soleTrader: boolean
}

/** Reads the scope: from the flag, else the profile, else the policy's own words. */
export function scopeOf(
  policy: Policy,
  model: ProceduresModel,
  organisation: Organisation | null,
  asked: Audience | undefined,
): Scope {
  const text = wordsOf(policy)
  const flags = organisation ? new Set(organisation.profile) : flagsIn(text)
  const audience = audienceOf(policy, text, flags, organisation, model, asked)
  return {
    ...audience,
    flags,
    flagsBecause: organisation ? 'the organisation profile' : 'the policy itself',
    soleTrader: organisation
      ? flags.has('sole-trader')
      : /\b(?:sole trader|i am an? (?:\w+[- ]){0,2}childminder|as a childminder|my childminding|i (?:work|childmind) (?:alone|on my own|by myself)|i am self-employed)\b/i.test(
          text,
        ),
  }
}

/** Why a requirement is not asked for. */
export interface Excluded {
  readonly reason: string
  /** Not asked of an organisation of this sort; but where its policy says something of it all the same, that is judged. */
  readonly unlessSaid: boolean
}

/** Why a requirement does not apply, or null where it does. */
export function outOfScope(requirement: Requirement, scope: Scope): Excluded | null {
  const {audience, appliesWhen, checks} = requirement
  const never = (reason: string): Excluded => ({reason, unlessSaid: false})
  if (audience === 'children' && !scope.serves.children)
    return never(`it concerns children, and ${scope.audienceBecause}`)
  if (audience === 'adults' && !scope.serves.adults)
    return never(`it concerns adults at risk, and ${scope.audienceBecause}`)
  if (
    appliesWhen &&
    appliesWhen.otherwise === 'not-applicable' &&
    !appliesWhen.anyOf.some((flag) => scope.flags.has(flag))
  ) {
    const because = appliesWhen.because ? ` (${appliesWhen.because})` : ''
    const reason = `it concerns ${listed(appliesWhen.anyOf.map(spaced), 'or')}, and ${scope.flagsBecause} does not say that you are one${because}`
    return {reason, unlessSaid: true}
  }
  // What a person who works alone cannot have.
  const asksForOthers = checks.some(
    (check) => check.kind === 'role-named' && (check.role === 'board-lead' || check.role === 'deputy'),
  )
  if (scope.soleTrader && asksForOthers) return never('a person who works alone has no board and no deputy')
  return null
}

function audienceOf(
  policy: Policy,
  text: string,
  flags: ReadonlySet<string>,
  organisation: Organisation | null,
  model: ProceduresModel,
  asked: Audience | undefined,
): Pick<Scope, 'serves' | 'audienceBecause'> {
  const only = (serves: Scope['serves'], source: string): Pick<Scope, 'serves' | 'audienceBecause'> => ({
    serves,
    audienceBecause:
      serves.children && serves.adults
        ? `${source} names both`
        : `${source} ${serves.children ? 'names children only' : 'names adults only'}`,
  })
  if (asked) return only({children: asked !== 'adults', adults: asked !== 'children'}, '--audience')
  if (organisation && (flags.has('children') || flags.has('adults'))) {
    return only({children: flags.has('children'), adults: flags.has('adults')}, 'the organisation profile')
  }
  const within =
    model.local && model.audience
      ? {children: model.audience.includes('children'), adults: model.audience.includes('adults')}
      : {children: true, adults: true}
  const read = audienceIn(policy, text)
  const serves = {children: read.children && within.children, adults: read.adults && within.adults}
  return only(serves.children || serves.adults ? serves : read, 'the policy')
}

/** Whom a policy is for: what it says of that outright, else whom it speaks of. */
function audienceIn(policy: Policy, text: string): Scope['serves'] {
  const spoken = spokenOf(policy, text)
  const adults =
    spoken.adults ||
    sectionsOf(policy).some(({title}) => /^(?:vulnerable |at[- ]risk )?adults?(?: at risk)?$/iu.test(title))
  // "We run nothing for children, but if you are worried about one": a word on them does not make them the policy's.
  const children = spoken.children && !(adults && servesNo.test(text))
  return {children, adults}
}

const servesNo =
  /\b(?:(?:do(?:es)?(?: not|n['’]t)) (?:run|provide|offer|work|hold|put on|have)\b[^.]{0,40}|(?:run|provide|offer|hold)s? (?:nothing|no \p{L}+) |no (?:services|sessions|groups|activities) )(?:for|to|with) (?:children|under[- ]18s|young people|anyone under (?:18|eighteen))\b/iu

/** Whom a policy speaks of: by its title first, then by how often it names each group. */
function spokenOf(policy: Policy, text: string): Scope['serves'] {
  const heads = [
    policy.title,
    ...sectionsOf(policy)
      .slice(0, 2)
      .map(({title}) => title),
  ].join(' ')
  const children = count(text, childWords)
  const adults = count(text, adultWords)
  const named = {children: new RegExp(childWords, 'i').test(heads), adults: new RegExp(adultWords, 'i').test(heads)}
  const total = Math.max(1, children + adults)
  // A nursery's template may say "and vulnerable adults" in its title, and nowhere say what is done for one.
  const sort = flagsIn(text)
  if ((sort.has('school') || sort.has('registered-childcare')) && children > 20 && adults / total < 0.06)
    return {children: true, adults: false}
  if (named.children && named.adults) return {children: true, adults: true}
  if (namesBoth(policy)) return {children: true, adults: true}
  if (named.children) return {children: true, adults: adults >= 4 && adults / total > 0.2}
  if (named.adults) return {children: children >= 4 && children / total > 0.3, adults: true}
  if (children === 0 && adults === 0) return {children: true, adults: true}
  const read = {children: children >= 2 && children / total > 0.12, adults: adults >= 2 && adults / total > 0.08}
  return read.children || read.adults ? read : {children: children > 0, adults: adults > 0}
}

/** "Children, young people and adults at risk" as those who are served; not as words of the law on barring. */
function namesBoth(policy: Policy): boolean {
  const sentences = passagesOf(policy)
    .flatMap(({text}) => text.split('.'))
    .filter(
      (sentence) => !/\b(?:DBS|barr(?:ed|ing)|disclosure|regulated|act \d{4}|convicted|legislation)\b/i.test(sentence),
    )

  // Said at the very start it is the policy's scope; further down once may be by the way.
  const opening = sentences.slice(0, 8).some((sentence) => pair.test(sentence))
  return opening || sentences.filter((sentence) => pair.test(sentence)).length >= 2
}

const pair =
  /\b(?:children|young people|child|young person|under[- ]18s)\b[^.]{0,40}(?:\b(?:and|or)|&)(?:\/or)? (?:vulnerable |at[- ]risk )?adults?\b(?! (?:who|will|must|should|in charge|supervis|present|volunteer))/i

const childWords = String.raw`\b(?:child|children|children's|young people|young person|pupils?|under[- ]?18s?|early years|pre-?school|nursery|childminder|minors?)\b`
const adultWords = String.raw`\b(?:adults? at risk|vulnerable (?:adults?|persons?)|adults?['’]? safeguarding|safeguarding (?:of )?(?:vulnerable )?adults?|adults? with care|at[- ]risk adults?|service users?|residents|care act|adult (?:social )?care|adult concerns?|older (?:people|persons|adults|friends|members|clients))\b`

function count(text: string, words: string): number {
  return [...text.matchAll(new RegExp(words, 'gi'))].length
}

/** Profile flags that the policy's own words show. */
function flagsIn(text: string): ReadonlySet<string> {
  // A policy's silence on regulated activity does not rule it out; only a profile can.
  const flags = new Set<string>(['regulated-activity'])
  for (const [flag, words, least] of signs) if (count(text, words) >= least) flags.add(flag)
  return flags
}

const signs: readonly (readonly [string, string, number])[] = [
  [
    'school',
    String.raw`\b(?:headteacher|head teacher|governing body|pupils?|school governors?|our school|the school|academy trust)\b`,
    3,
  ],
  ['teachers', String.raw`\b(?:headteacher|head teacher|teachers?)\b`, 3],
  ['further-education', String.raw`\b(?:sixth form|further education|our college|the college)\b`, 2],
  [
    'registered-childcare',
    String.raw`\b(?:ofsted|eyfs|early years foundation|childminder|childminding|pre-?school|nursery)\b`,
    2,
  ],
  [
    'registered-care',
    String.raw`\b(?:care quality commission|CQC|registered manager|care home|domiciliary care|home care)\b`,
    2,
  ],
  ['charity', String.raw`\b(?:charity|trustees?|charity commission|church|PCC|parish|diocese)\b`, 2],
  ['faith-group', String.raw`\b(?:church|mosque|temple|synagogue|gurdwara|diocese|parish|methodist|congregation)\b`, 2],
  ['sports-club', String.raw`\b(?:club|coach(?:es)?|county association|governing body of (?:the )?sport)\b`, 3],
]

function wordsOf(policy: Policy): string {
  return [
    policy.title,
    ...sectionsOf(policy).map(({title}) => title),
    ...passagesOf(policy).map(({text}) => text),
  ].join('\n')
}
