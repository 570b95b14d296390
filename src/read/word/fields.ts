import {childOf, childrenOf, type Element, valOf} from '../xml.js'
import {isOn} from './styles.js'

/** What the fields that are open at a point mean for the text there. */
export interface FieldState {
  /** False inside a field's code. */
  readonly printed: boolean
  /** True inside a table of contents. */
  readonly contents: boolean
  readonly link: string | null
  /** True for a mail-merge field: its words are a slot, not a fact. */
  readonly residue: boolean
}

/** Follows Word's fields through one story: their codes are not printed, their results are. */
export interface Fields {
  /** Takes in a `w:fldChar`; gives the text that Word prints at its end for fields without a result. */
  take(mark: Element): string
  code(text: string): void
  state(): FieldState
}

/** `balanced` is false when the story's fields do not all end: then only their codes are left out. */
export function openFields(balanced: boolean): Fields {
  const open: Field[] = []
  let state: FieldState = nothingOpen

  const settle = (): void => {
    state = {
      printed: open.every((field) => field.result || !balanced),
      contents: balanced && open.some((field) => field.kind.contents),
      link: open.reduce<string | null>((link, field) => (field.result ? (field.kind.link ?? link) : link), null),
      residue: open.some((field) => field.result && field.kind.residue),
    }
  }
  return {
    take(mark) {
      const type = mark.attributes['w:fldCharType']
      let written = ''
      if (type === 'begin') open.push({code: '', kind: plainField, result: false, form: childOf(mark, 'w:ffData')})
      const field = open.at(-1)
      if (type === 'separate' && field) {
        field.result = true
        field.kind = fieldKind(field.code)
      }
      if (type === 'end' && field) {
        open.pop()
        settle()
        if (state.printed) written = withoutResult(field)
      }
      settle()
      return written
    },
    code(text) {
      const field = open.at(-1)
      if (field && !field.result && field.code.length < 2000) field.code += text
    },
    state: () => state,
  }
}

interface Field {
  code: string
  kind: FieldKind
  result: boolean
  readonly form: Element | undefined
}

export interface FieldKind {
  readonly contents: boolean
  readonly link: string | null
  readonly residue: boolean
}

const nothingOpen: FieldState = {printed: true, contents: false, link: null, residue: false}
const plainField: FieldKind = {contents: false, link: null, residue: false}

/** What a field's code says about its result. */
export function fieldKind(code: string): FieldKind {
  const [name = ''] = code.trim().split(/\s/, 1)
  switch (name.toUpperCase()) {
    case 'TOC':
      return {...plainField, contents: true}
    case 'MERGEFIELD':
      return {...plainField, residue: true}
    case 'HYPERLINK': {
      const address = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]\S*))/i.exec(code)
      return {...plainField, link: address ? (address[1] ?? address[2] ?? null) : null}
    }
    default:
      return plainField
  }
}

/** Check boxes and drop-down lists of old forms print what their settings say; a click-here field prints its own code. */
function withoutResult({code, form, result}: Field): string {
  const box = childOf(form, 'w:checkBox')
  if (box) {
    const state = childOf(box, 'w:checked') ?? childOf(box, 'w:default')
    return state && isOn(state.attributes['w:val'], true) ? '☒' : '☐'
  }
  if (result) return ''
  const list = childOf(form, 'w:ddList')
  if (list) {
    const chosen = Number.parseInt(valOf(list, 'w:result') ?? valOf(list, 'w:default') ?? '0', 10)
    return childrenOf(list, 'w:listEntry')[chosen]?.attributes['w:val'] ?? ''
  }
  return /^\s*MACROBUTTON\s+\S+\s+(\S.*)$/is.exec(code)?.[1]?.trim() ?? ''
}
