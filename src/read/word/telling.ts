import type {Block, Paragraph, Remark} from './blocks.js'
import type {Counter} from './numbering.js'
import type {WordPackage} from './parts.js'
import type {Styles} from './styles.js'

/** What the stories of one document share. */
export interface Telling {
  readonly file: WordPackage
  readonly styles: Styles
  readonly revisions: 'accepted' | 'original'
  /** A new key for a paragraph. */
  readonly nextId: () => number
  /** Notes and comments by id, read where they are referred to. */
  readonly note: (kind: 'footnote' | 'endnote', id: string, reference: number | null) => readonly Block[]
  readonly comment: (id: string, reference: number | null) => readonly Block[]
  /** Counted over the whole document, for its notices. */
  readonly seen: {revisions: number; hiddenWords: number}
}

/** One story: a part of the file, what sort of text it is, and the lists that it counts. */
export interface Story {
  readonly part: string
  readonly form: Paragraph['form']
  readonly counter: Counter
  /** For notes and comments: the element of the main part that refers to them. */
  readonly reference?: number | null
}

/** The story of a text box: its lists count on with those of the text around it. */
export function aside(story: Story): Story {
  return story.form === 'paragraph' ? {...story, form: 'text-box'} : story
}

export function remark(code: string, message: string): Remark {
  return {type: 'remark', code, message}
}

/** A paragraph that says nothing about itself. */
export function bare(story: Story, {styles, nextId}: Telling): Omit<Paragraph, 'pieces' | 'hanging'> {
  const {form, part, reference = null} = story
  return {type: 'paragraph', id: nextId(), form, part, reference, look: styles.paragraph(undefined), printed: null}
}

/** Text that stands in no run of the file (a diagram, an imported page) as a paragraph of the story; `at` is what holds it. */
export function typed(text: string, story: Story, telling: Telling, at: number | null = null): Paragraph {
  const look = telling.styles.run(undefined, undefined)
  return {
    ...bare(story, telling),
    pieces: [{text, xml: '', look, residue: false, contents: false, link: null, at}],
    hanging: [],
  }
}
