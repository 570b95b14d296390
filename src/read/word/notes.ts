import {childrenOf, type Element} from '../xml.js'
import type {Block} from './blocks.js'
import type {Counter} from './numbering.js'
import type {WordPackage} from './parts.js'
import {readStory} from './story.js'
import type {Story, Telling} from './telling.js'

/** Notes or comments of one kind, each read once: where it is referred to first, or as one of those left over. */
export interface Notes {
  /** `reference` is the element of the main part that refers to it. */
  read(id: string, telling: Telling, reference?: number | null): readonly Block[]
  left(telling: Telling): readonly Block[]
}

export function openNotes(file: WordPackage, kind: 'footnote' | 'endnote' | 'comment', counter: Counter): Notes {
  const part = file.related(`${kind}s`)
  const all = new Map<string, Element>()
  for (const note of childrenOf((part && file.xml(part)) || undefined, `w:${kind}`)) {
    const {'w:id': id, 'w:type': type = 'normal'} = note.attributes
    // The lines that part notes from the text are notes of their own kind.
    if (id !== undefined && type === 'normal') all.set(all.has(id) ? `${id} again ${all.size}` : id, note)
  }
  const story: Story = {part: part ?? '', form: kind, counter}
  const read = (id: string, telling: Telling, reference: number | null = null): readonly Block[] => {
    const note = all.get(id)
    // Taken out first, so that a note that refers to itself is read once.
    all.delete(id)
    return note ? readStory(childrenOf(note), {...story, reference}, telling) : []
  }
  return {read, left: (telling) => [...all.keys()].flatMap((id) => read(id, telling))}
}
