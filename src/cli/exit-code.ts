/** How a run ends. A mistake of the user's and a fault of ours are both 2: neither is a finding. */
export const exitCode = {aligned: 0, findings: 1, notDone: 2} as const

/** How a run ends that came to a verdict. */
export function exitCodeOf({failing}: {readonly failing: number}): number {
  return failing > 0 ? exitCode.findings : exitCode.aligned
}
