import type {Notice, Place} from '../model/policy.js'

/** A notice as JSON, wherever it stands. */
export function noticeOf({code, message, place}: Notice) {
  return {code, message, place: place && placeOf(place)}
}

/** A place as JSON, wherever it stands. */
export function placeOf({headings, number, ordinal, lines}: Place) {
  return {headings: [...headings], number, ordinal, lines: lines && [...lines]}
}
