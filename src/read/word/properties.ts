import {childOf, childrenOf, textOf} from '../xml.js'
import type {WordPackage} from './parts.js'

/** Document properties as printed in Word's own dialogue: the usual ones and those that the author added. */
export function readProperties(file: WordPackage): Record<string, string> {
  const found: [string, string][] = []
  const add = (name: string, value: string): void => {
    const text = value.replace(/\s+/g, ' ').trim().slice(0, 500)
    if (text !== '') found.push([name, text])
  }
  const core = coreOf(file, 'core-properties')
  for (const element of childrenOf(core ?? undefined)) add(localName(element.name), textOf(element))
  const app = coreOf(file, 'extended-properties')
  for (const name of ['Company', 'Manager']) add(name.toLowerCase(), textOf(childOf(app ?? undefined, `ep:${name}`)))
  const custom = coreOf(file, 'custom-properties')
  for (const element of childrenOf(custom ?? undefined, 'op:property')) {
    add(element.attributes.name?.trim() || 'unnamed', textOf(element))
  }
  return Object.fromEntries(found)
}

function coreOf(file: WordPackage, type: string) {
  const part = file.related(type, '')
  return part === null ? null : file.xml(part)
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
