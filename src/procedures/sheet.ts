import type {Notice} from '../model/policy.js'
import type {Partnership, ProceduresModel} from '../model/procedures.js'
import type {Sheet, SheetDetail} from '../model/sheet.js'
import {contactPart} from './contact-part.js'
import {capital, keyWords} from './fact-words.js'
import {ladderParts} from './ladder-parts.js'
import {otherParts} from './other-parts.js'
import {address, detail} from './row.js'

/** A model as a sheet to pin on a wall, as of a day (YYYY-MM-DD), with what must be known before it is trusted. */
export function sheetOf(model: ProceduresModel, asOf: string, notices: readonly Notice[]): Sheet {
  const parts = [contactPart(model, asOf), ...ladderParts(model, asOf), ...otherParts(model, asOf)]
  return {title: model.title, about: about(model, asOf), notices, parts: parts.filter(({rows}) => rows.length > 0)}
}

function about(model: ProceduresModel, asOf: string): SheetDetail[] {
  const {provenance, area, footprint, packs = []} = model
  return [
    ...detail('Edition', model.edition),
    ...detail('Area', footprint ?? area?.name),
    ...partnerships(model),
    ...detail('Published', model.publishedOn),
    ...detail('Approved by', [model.approvedBy, model.approvedOn].filter(Boolean).join(', ')),
    ...detail('Review', model.reviewOn),
    ...detail('Read from', provenance?.source),
    ...address('At', provenance?.sourceUrl),
    ...detail(
      'Verified',
      [provenance?.verifiedOn, provenance?.verifiedBy, provenance?.method].filter(Boolean).join(', ') ||
        'never, as far as the file says',
    ),
    ...detail('Over', packs.map(({title, edition}) => `${title}, edition ${edition}`).join('; ')),
    ...detail('This sheet is of', asOf),
  ]
}

/** A joint board stands under several keys and is told once. */
function partnerships(model: ProceduresModel): SheetDetail[] {
  const told = new Map<string, [string, Partnership]>()
  for (const [key, each] of Object.entries(model.partnerships)) {
    const known = each && told.get(each.name)
    if (each && (!known || each.kind === 'joint')) told.set(each.name, [each.kind === 'joint' ? 'joint' : key, each])
  }
  return [...told.values()].flatMap(([key, each]) =>
    detail(
      key === 'joint' ? 'Joint board' : capital(keyWords('partnerships', key).replace(/^The /, '')),
      each.name,
    ).concat(address('Its pages', each.url)),
  )
}
