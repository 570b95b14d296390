/** What a reader sees of a page of ours: looks and scripts may change without notice. */
export function pageText(page: string): string {
  return lines(/<main\b.*<\/main>/s.exec(page)![0].replace(/<svg\b.*?<\/svg>/gs, '[drawing]'))
}

/** The text between tags, a line a block, cells apart. */
export function lines(markup: string): string {
  const text = markup
    .replace(/\s+/g, ' ')
    .replace(/<\/?(?:td|th|c|w:tc)\b[^>]*>/g, ' | ')
    .replace(/<\/?(?:p|li|h\d|tr|div|dt|dd|summary|section|caption|w:p|w:tr|row)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(
      /&(lt|gt|quot|apos|amp);/g,
      (_, name) => ({lt: '<', gt: '>', quot: '"', apos: "'", amp: '&'})[name as string]!,
    )
  const squeezed = text
    .split('\n')
    .map((line) =>
      line
        .replace(/\s+/g, ' ')
        .replace(/^[ |]+|[ |]+$/g, '')
        .replace(/\|(?: \|)+/g, '|'),
    )
    .filter((line) => line !== '')
  return `${squeezed.join('\n')}\n`
}
