/** What some words say of how pressing a case is: urgent, or any other; null where they do not say. */
export function urgencyOf(text: string): 'urgent' | 'other' | null {
  if (other.test(text)) return 'other'
  return urgent.test(text) ? 'urgent' : null
}

const other =
  /\b(?:not|non|less|is ?n['’]t|no)[\s-]+(?:\p{L}+\s+){0,2}(?:urgent|urgently|immediate|pressing|emergency)\b|\botherwise\b|\b(?:all )?other cases\b|\bin any other case\b|\broutine\b/iu
const urgent = /\b(?:urgent|urgently|immediate|pressing|emergency|needed today|at once because)\b/i
