/** A path into the model as words for a person to fill in: "contacts.lado.phone" is "LADO telephone". */
export function slotWords(path: string): string {
  const [part, ...rest] = path.split('.').filter((step) => step !== '*')
  const [key, ...inside] = rest.filter((step) => step !== 'roles')
  if (key === undefined) return spaced(part!)
  if (part === 'escalation') return ofEscalation(rest)
  if (part === 'timescales') return limits.get(key) ?? `time limit, ${spaced(key)}`
  const own = part === 'organisation' || part === 'area' ? (fields.get(key) ?? keys.get(key)) : keys.get(key)
  return [part === 'area' ? 'area' : '', own ?? spaced(key), ...inside.map(fieldWords)].filter(Boolean).join(' ')
}

/** "web address of the escalation procedure for children", "who raises it at stage 2 of ...". */
function ofEscalation(steps: readonly string[]): string {
  const group = steps.find((step) => step === 'children' || step === 'adults')
  const procedure = `escalation procedure${group ? ` for ${group}` : ''}`
  const inside = steps.filter((step) => step !== group && step !== 'title' && step !== 'stages')
  const stage = steps.includes('stages') ? inside.find((step) => /^\d+$/.test(step)) : undefined
  const told = inside.filter((step) => step !== stage).map(fieldWords)
  if (stage) return `${told.join(' ') || 'words'} at stage ${Number(stage) + 1} of the ${procedure}`
  if (steps.includes('stages')) return `stages of the ${procedure}`
  return told.length === 0 ? procedure : `${told.join(', ')} of the ${procedure}`
}

function fieldWords(step: string): string {
  return fields.get(step) ?? spaced(step)
}

function spaced(step: string): string {
  return step.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
}

const keys: ReadonlyMap<string, string> = new Map(
  Object.entries({
    childrenFrontDoor: "children's front door",
    childrenOutOfHours: "children's out-of-hours service",
    adultsFrontDoor: "adults' front door",
    adultsOutOfHours: "adults' out-of-hours service",
    lado: 'LADO',
    pipotLead: 'PiPoT lead',
    prevent: 'Prevent team',
    familyHelp: 'family help service',
    domesticAbuse: 'domestic abuse service',
    idva: 'IDVA service',
    privateFostering: 'private fostering',
    advocacy: 'advocacy service',
    modernSlaveryLead: 'modern slavery lead',
    policeLocal: 'local police',
    lscp: 'safeguarding children partnership',
    sab: 'safeguarding adults board',
    marac: 'MARAC',
    marm: 'MARM',
    channel: 'Channel panel',
    exploitation: 'exploitation panel',
    threshold: 'threshold document',
    pipotFramework: 'PiPoT framework',
    msp: 'Making Safeguarding Personal guidance',
    mca: 'mental capacity guidance',
    dsl: 'safeguarding lead',
    deputyDsls: 'deputy leads',
    boardLead: 'board lead for safeguarding',
    chair: 'chair',
  }),
)

const fields: ReadonlyMap<string, string> = new Map(
  Object.entries({
    name: 'name',
    phone: 'telephone',
    email: 'email',
    url: 'web address',
    formUrl: 'online form',
    proceduresUrl: 'web address of the procedures',
    proceduresTitle: 'procedures',
    reviewsUrl: 'web address of reviews',
    trainingUrl: 'web address of training',
    hours: 'opening hours',
    notifyStage: 'stage at which the partnership is told',
    notifyContact: 'whom to tell',
    fromRole: 'who raises it',
    toRole: 'with whom',
    maxDuration: 'time limit',
    threshold: 'score',
    immediateRisk: 'immediate risk',
    nextReview: 'date of the next review',
    approvedOn: 'date of approval',
  }),
)

const limits: ReadonlyMap<string, string> = new Map(
  Object.entries({
    childReferral: 'time limit for referring a child',
    childReferralWritten: 'time limit for confirming a referral in writing',
    childReferralDecision: 'time limit for the answer to a referral',
    adultConcern: 'time limit for raising a concern about an adult',
    adultConcernFeedback: 'time limit for the answer to a concern about an adult',
    ladoNotify: 'time limit for telling the LADO',
    pipotNotify: 'time limit for telling the PiPoT lead',
    fgm: 'time limit for reporting FGM',
    recordConcern: 'time limit for writing a concern down',
    fileTransfer: 'time limit for passing a file on',
    icpc: 'time limit for the initial conference',
    coreGroup: 'time limit for the first core group',
    firstReviewConference: 'time limit for the first review conference',
    regulatorNotify: 'time limit for telling the regulator',
    trainingRefresh: 'interval between courses',
    reissueAfterLocalChange: 'time limit for updating this policy',
  }),
)
