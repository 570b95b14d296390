/**
 * Makes words plain: single spaces, no soft hyphens or zero-width characters, no control characters. No-break spaces
 * and hyphens become ordinary ones, so that words compare as they read.
 */
export function plain(text: string): string {
  return text
    .replace(invisible, '')
    .replace(/\u2011/g, '-')
    .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
    .trim()
}

const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not reach a report
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g

/** The target of a link when it leads somewhere that can be followed; null for a script, data or an empty target. */
export function safeTarget(target: string): string | null {
  const followed = target.replace(invisible, '').trim()
  if (followed === '') return null
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(followed)?.[1]?.toLowerCase()
  return scheme === undefined || followable.has(scheme) ? followed : null
}

const followable: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel', 'sms', 'ftp'])
