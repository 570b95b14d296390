import {emailFault, phoneFault} from '../../text/contact-faults.js'
import {piecesOf} from './contact-line.js'
import {limitIn} from './limit-line.js'
import type {Taken} from './question.js'

/** A step of a ladder on one line: "safeguarding lead to team manager, 2 working days". */
export function stageLine(text: string): Taken {
  const pieces = piecesOf(text.replace(/:\s+/g, ', '))
  const at = pieces.findLastIndex((piece) => limitIn(piece) !== null)
  const maxDuration = at >= 0 ? limitIn(pieces[at]!) : null
  const parties = pieces.filter((_, i) => i !== at).join(', ')
  const [from = '', ...to] = parties.split(/\s+(?:to|with|→|->)\s+/i)
  if (parties === '')
    return {refusal: 'who goes to whom is missing: write it like safeguarding lead to team manager, 2 working days'}
  const roles = to.length > 0 ? {fromRole: from.trim(), toRole: to.join(' to ').trim()} : {toRole: from.trim()}
  return {value: {...roles, ...(maxDuration && {maxDuration})}}
}

/** How a partnership is told: "stage 3, escalation@northmoorscp.example". */
export function toldLine(text: string): Taken {
  const pieces = piecesOf(text)
  const stage = pieces.flatMap(
    (piece) => /^(?:from |at )?(?:stage|step|level)?\s*(\d{1,2})$/i.exec(piece)?.[1] ?? [],
  )[0]
  const email = pieces.find((piece) => piece.includes('@'))
  const phone = pieces.find((piece) => /^[+\d(][\d\s()+-]{5,}$/.test(piece))
  const fault = (email && emailFault(email)) || (phone && phoneFault(phone))
  if (fault) return {refusal: fault}
  if (!stage && !email && !phone)
    return {refusal: 'neither a stage nor an address: write it like stage 3, escalation@northmoorscp.example'}
  const contact = {...(email && {email}), ...(phone && {phone})}
  return {
    value: {
      ...(stage && {notifyStage: Number(stage)}),
      ...(Object.keys(contact).length > 0 && {notifyContact: contact}),
    },
  }
}
