import {zipSync} from 'fflate'
import {mutateBytes} from './bytes.js'
import {asBytes} from './text.js'
import {mutateXml} from './xml.js'

const decoder = new TextDecoder()

/** The same archive, given as its parts, with a few things changed: in a part, among its parts, or in its bytes. */
export function mutateZip(parts, chance) {
  const changed = {...parts}
  if (!chance.once(8)) {
    for (let times = chance.few(2); times > 0; times--) {
      const name = partToChange(changed, chance)
      if (name) changed[name] = asBytes(mutateXml(decoder.decode(changed[name]), chance), chance)
    }
  }
  if (chance.once(8)) among(changed, chance)
  const bytes = zipSync(changed, {level: chance.once(5) ? 0 : 1})
  return chance.once(8) ? mutateBytes(bytes, chance) : bytes
}

/** The text of the document most of all, then what it leans on. */
function partToChange(parts, chance) {
  const names = Object.keys(parts)
  const main = names.find((name) => name.endsWith('document.xml'))
  return main && chance.once(2) ? main : chance.pick(names)
}

function among(parts, chance) {
  const names = Object.keys(parts)
  const [one, other] = [chance.pick(names), chance.pick(names)]
  switch (chance.below(6)) {
    case 0:
      delete parts[one]
      break
    case 1:
      ;[parts[one], parts[other]] = [parts[other], parts[one]]
      break
    case 2:
      parts[chance.pick(['../../evil.xml', '/word/document.xml', 'WORD/DOCUMENT.XML', 'word\\document.xml', '__proto__', 'a/'.repeat(200), '', 'word/glossary/document.xml'])] = parts[one]
      break
    case 3:
      parts[one] = new Uint8Array(0)
      break
    case 4:
      parts[one.toUpperCase()] = parts[one]
      delete parts[one]
      break
    default:
      parts[one] = mutateBytes(parts[one], chance)
  }
}
