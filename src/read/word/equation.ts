import {childOf, childrenOf, type Element, textOf} from '../xml.js'

/** An equation on one line: fractions with a stroke, all else as it is written. */
export function equationText(element: Element): string {
  return childrenOf(element).map(partText).join('')
}

function partText(element: Element): string {
  switch (element.name) {
    case 'm:r':
      return childrenOf(element)
        .filter(({name}) => name === 'm:t' || name === 'w:t')
        .map(textOf)
        .join('')
    case 'w:r':
      return textOf(childOf(element, 'w:t'))
    case 'm:f':
      return `${equationText(childOf(element, 'm:num') ?? element)}/${equationText(childOf(element, 'm:den') ?? element)}`
    case 'm:oMath':
    case 'm:mr':
      return `${equationText(element)} `
    case 'm:e':
      return equationText(element)
    default:
      return equationText(element)
  }
}
