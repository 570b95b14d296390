import type {Finding} from '../model/finding.js'
import type {PolicyReport} from '../model/report.js'
import type {Requirement} from '../model/requirement.js'

/** A policy's report as one text, its requirements by their ids: small enough to hand on and to keep. */
export function packed(report: PolicyReport): string {
  const findings = report.findings.map(({requirement, ...judgement}) => ({requirement: requirement.id, ...judgement}))
  return JSON.stringify({...report, findings})
}

/** The report that was packed, with the requirements of the same run put back. */
export function unpacked(text: string, requirements: ReadonlyMap<string, Requirement>): PolicyReport {
  const report = JSON.parse(text) as Omit<PolicyReport, 'findings'> & {
    readonly findings: readonly (Omit<Finding, 'requirement'> & {readonly requirement: string})[]
  }
  const findings = report.findings.map(({requirement, ...judgement}) => {
    const known = requirements.get(requirement)
    if (!known) throw new Error(`There is no requirement ${requirement} among those of this run.`)
    return {requirement: known, ...judgement}
  })
  return {...report, findings}
}
