/** A key of the model as a person says it: "privateFostering" and "private-fostering" are "private fostering". */
export function spaced(key: string): string {
  return key.replaceAll('-', ' ').replace(/([a-z])([A-Z])/g, (_, before, after) => `${before} ${after.toLowerCase()}`)
}
