import {align} from '../../src/align.js'
import type {AlignmentReport} from '../../src/model/report.js'
import {fixture} from './model.js'
import {packs} from './pack.js'

/** Judges cases of fixtures/labelled as the command line would, each from one of its two forms, by the first's procedures. */
export function labelledReport(
  paths: readonly [string, ...string[]],
  form: 'policy.md' | 'policy.docx',
  {keepTexts = false} = {},
): Promise<AlignmentReport> {
  const folder = (path: string) => `labelled/${path}`
  return align(
    paths.map((path) => fixture(`${folder(path)}/${form}`)),
    {
      procedures: [fixture(`${folder(paths[0])}/procedures.yaml`)],
      organisation: fixture(`${folder(paths[0])}/organisation.yaml`),
      packs: packs(),
    },
    {
      asOf: '2026-11-23',
      revisions: 'accepted',
      failOn: 'major',
      tool: {name: 'policy-align', version: '0.0.0'},
      keepTexts,
    },
  )
}
