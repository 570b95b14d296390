import {sentencesIn} from '../text/sentence.js'
import {type Read, readAt} from './fact.js'
import {hoursIn} from './hours.js'
import type {Line} from './line.js'
import type {Service} from './reach.js'

/** The hours that stand in the stretch of a line that speaks of one service. */
export function hoursBeside(line: Line, service: Service, all: readonly Service[]): Read<string> | null {
  const sentences = sentencesIn(line.text)
  const next = all[all.indexOf(service) + 1]
  const own = sentences.find(({start, end}) => start <= service.start && service.start < end)
  const earlier = all[all.indexOf(service) - 1]
  const from = Math.max(
    own?.start ?? 0,
    earlier ? Math.max(...earlier.channels.filter((each) => each.line === line).map(({found: {end}}) => end), 0) : 0,
  )
  const nextSentence = next && sentences.find(({start, end}) => start <= next.start && next.start < end)
  const to = next
    ? nextSentence && nextSentence.start > service.start
      ? nextSentence.start
      : next.start
    : line.text.length
  // "... or, outside office hours, the Duty Team": hours right before a name are its own.
  const isNexts = (end: number) => {
    const at = next ? line.text.indexOf(next.name.name, end) : -1
    return at >= 0 && /^[\s,]*(?:(?:the|our|your)\s+)?$/iu.test(line.text.slice(end, Math.min(at, end + 20)))
  }
  const stretch = hoursIn(line.text).filter(({start, end}) => start >= from && end <= to && !isNexts(end))
  const after = stretch.find(({start}) => start > service.start)
  const best = after ?? stretch[0]
  return best ? readAt(best.value, line, best.start, best.end, service.confidence) : null
}

/** Hours in a line of their own: "Open Monday to Friday, 9am to 5pm". */
export function hoursOf(line: Line, service: Service): Read<string> | null {
  if (line.text.length > 120 || line.passage?.form !== (service.channels.at(-1)?.line ?? service.line).passage?.form)
    return null
  const [hours] = hoursIn(line.text)
  return hours && hours.value.length * 2 > line.text.length - 16
    ? readAt(hours.value, line, hours.start, hours.end)
    : null
}
