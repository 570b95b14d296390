import type {Notice, Passage, Place, Section} from '../model/policy.js'

/** A notice as JSON, wherever it stands. */
export function noticeOf({code, message, place}: Notice) {
  return {code, message, place: place && placeOf(place)}
}

/** A place as JSON, wherever it stands. */
export function placeOf({headings, number, ordinal, lines}: Place) {
  return {headings: [...headings], number, ordinal, lines: lines && [...lines]}
}

/** A section as JSON with the sections in it, its passages as `passageOf` writes them. */
export function sectionOf(section: Section, passageOf: (passage: Passage) => object): object {
  const {id, level, number, title, place, passages, sections} = section
  return {
    id,
    level,
    number,
    title,
    place: placeOf(place),
    passages: passages.map(passageOf),
    sections: sections.map((each) => sectionOf(each, passageOf)),
  }
}
