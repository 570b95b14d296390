import {type Scan, scan} from './scan.js'

/** A part's text with something more before the end of its root element. */
export function appended(text: string, more: string, {nodes}: Pick<Scan, 'nodes'> = scan(text)): string {
  const root = nodes[0]!
  if (root.close !== root.end) return text.slice(0, root.close) + more + text.slice(root.close)
  const open = text.slice(root.open, root.end).replace(/\/>$/, '>')
  return `${text.slice(0, root.open)}${open}${more}</${rootName(text, root.open)}>${text.slice(root.end)}`
}

/** The prefix that the root element is written with, with its colon; '' when it has none. */
export function rootPrefix(text: string, {nodes}: Pick<Scan, 'nodes'> = scan(text)): string {
  const name = rootName(text, nodes[0]!.open)
  return name.slice(0, name.indexOf(':') + 1)
}

function rootName(text: string, open: number): string {
  return /^[^\s/>]+/.exec(text.slice(open + 1, open + 200))![0]
}
