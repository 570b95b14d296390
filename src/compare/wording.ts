import type {Organisation, ProceduresModel} from '../model/procedures.js'
import {valuesAt} from '../requirements/local.js'
import {limitWords} from '../text/limit-words.js'

/**
 * Fills the slots of suggested wording, {contacts.lado.phone}, with the local values in words. A slot for which there
 * is no value becomes words in square brackets that a person can fill: "[LADO phone]".
 */
export function fillWording(template: string, model: ProceduresModel, organisation: Organisation | null): string {
  const root: Readonly<Record<string, unknown>> = {...model, organisation, org: organisation, national: model.registers}
  return template.replace(/(?<!\{)\{([\w.*[\]-]{1,120})\}(?!\})/g, (_, slot: string) => {
    const path = slot.replaceAll('[]', '.*')
    const words = [...new Set(valuesAt(root, path).map(([, value]) => inWords(value)))].filter(Boolean)
    return words.length > 0 ? listed(words) : `[${readable(path)}]`
  })
}

/** A value of the model as it would stand in a sentence. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return listed(value.map(inWords).filter(Boolean))
  if (typeof value !== 'object' || value === null) return value === undefined || value === null ? '' : String(value)
  const fields = value as Readonly<Record<string, string | undefined>>
  if ('unit' in fields && 'value' in fields) return limitWords(value as Parameters<typeof limitWords>[0])
  const name = fields.name ?? fields.title ?? ''
  const reach = fields.phone ?? fields.email ?? fields.url
  return name && reach ? `${name} (${reach})` : name || (reach ?? '')
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** "contacts.childrenOutOfHours.phone" as a person says it: "children out of hours phone". */
function readable(path: string): string {
  return path
    .split('.')
    .filter(
      (part) =>
        part !== '*' &&
        ![
          'contacts',
          'timescales',
          'documents',
          'partnerships',
          'forums',
          'organisation',
          'org',
          'roles',
          'national',
        ].includes(part),
    )
    .map((part) => acronyms[part] ?? part.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase())
    .join(' ')
}

const acronyms: Readonly<Record<string, string>> = {
  lado: 'LADO',
  dsl: 'safeguarding lead',
  deputyDsls: 'deputy leads',
  lscp: 'safeguarding children partnership',
  sab: 'safeguarding adults board',
  marac: 'MARAC',
  marm: 'MARM',
  pipotLead: 'PiPoT lead',
  url: 'web address',
  phone: 'telephone number',
}
