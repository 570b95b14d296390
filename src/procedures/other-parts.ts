import type {Attested, ProceduresModel} from '../model/procedures.js'
import type {SheetDetail, SheetPart, SheetRow} from '../model/sheet.js'
import {procedureDays} from '../model/staleness.js'
import {capital, clockWords, keyWords, wholeLimit} from './fact-words.js'
import {address, checkOf, detail} from './row.js'

/** Time limits, other procedures, meetings and documents; a part without facts is left out. */
export function otherParts(model: ProceduresModel, asOf: string): SheetPart[] {
  const {timescales, procedures = {}, forums, documents, contacts} = model
  const row = (fact: Attested, what: string, value: string, details: readonly SheetDetail[]): SheetRow => ({
    what,
    value,
    details: [...details, ...detail('note', fact.note)],
    check: checkOf(fact, model.provenance, procedureDays, asOf),
  })
  const parts: SheetPart[] = [
    {
      heading: 'Time limits',
      columns: ['What', 'Within'],
      rows: Object.entries(timescales).map(([key, limit]) =>
        row(limit, capital(keyWords('timescales', key)), wholeLimit(limit), detail('owned by', limit.owner)),
      ),
      notes: [],
    },
    {
      heading: 'Other procedures',
      columns: ['Procedure', 'Within'],
      rows: Object.values(procedures).map((each) =>
        row(each, each.title, each.steps?.length === 1 ? clockWords(each.steps[0]!) : '', [
          ...detail('', each.summary),
          ...((each.steps?.length ?? 0) > 1 ? each.steps!.flatMap((step) => detail('step', clockWords(step))) : []),
          ...detail('criteria', each.criteria),
          ...detail('who decides', each.decision),
          ...detail('no answer', each.chase && `ask after ${wholeLimit(each.chase)}`),
          ...detail('levels', each.levels),
          ...detail('contact', namesOf(each.contacts, contacts)),
          ...detail('meeting', namesOf(each.forums, forums)),
          ...detail('document', namesOf(each.documents, documents)),
          ...detail('edition', each.edition),
          ...address('at', each.url),
        ]),
      ),
      notes: [],
    },
    {
      heading: 'Meetings',
      columns: ['Meeting', 'How often'],
      rows: Object.values(forums).map((each) =>
        row(each, each.name, each.frequency ?? '', [
          ...detail('', each.aliases?.join(', ')),
          ...detail('criteria', each.criteria),
          ...detail('score from', each.threshold),
          ...detail('again', each.repeatRule),
          ...detail('who may call it', each.whoCanConvene),
          ...detail('called by', each.convenedBy),
          ...detail('contact', each.contact && (contacts[each.contact]?.name ?? each.contact)),
          ...address('at', each.url),
        ]),
      ),
      notes: [],
    },
    {
      heading: 'Documents',
      columns: ['Document', 'Edition'],
      rows: Object.values(documents).map((each) =>
        row(each, each.title, each.edition ?? '', [
          ...detail('also called', each.aliases),
          ...detail('levels', each.levels),
          ...detail('published', each.publishedOn),
          ...detail('review', each.reviewOn),
          ...address('at', each.url),
        ]),
      ),
      notes: [],
    },
  ]
  return parts.filter(({rows}) => rows.length > 0)
}

function namesOf(
  keys: readonly string[] | undefined,
  facts: Readonly<Record<string, {readonly name?: string; readonly title?: string}>>,
): string[] | undefined {
  return keys?.map((key) => facts[key]?.name ?? facts[key]?.title ?? key)
}
