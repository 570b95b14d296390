/** How a run ends. A mistake of the user's and a fault of ours are both 2: neither is a finding. */
export const exitCode = {aligned: 0, findings: 1, notDone: 2} as const
