import type {ProceduresModel} from '../model/procedures.js'
import type {Requirement} from '../model/requirement.js'

/** Who switched a requirement off, and why; null where nobody did. */
export function switchedOff({id, topic}: Requirement, {switchedOff: all = []}: ProceduresModel): string | null {
  const off = all.find((each) => each.requirement === id || each.topic === topic)
  return off ? `switched off by ${off.by}: ${off.reason}` : null
}
