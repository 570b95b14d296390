import type {AlignmentReport, LongReport} from '../model/report.js'

/** How text is written: in colour or not, and how many characters a line. */
export interface TextOptions {
  readonly color: boolean
  readonly width: number
}

/** How a report is to be shown. None of it changes what the report says. */
export interface RenderOptions extends TextOptions {
  /** `gaps` shows what is to be done; `all` lists what is met and what does not apply too. */
  readonly show: 'gaps' | 'all'
  /** Only what fails the run, and the closing sentence. */
  readonly quiet: boolean
  /** Also what pages show of the documents themselves, in formats for programs. */
  readonly texts?: boolean
  /** Documents that could not be read and so are not in the report: the run ends with 2, whatever was found. */
  readonly unread: number
}

/** Turns a report of some sort into text or bytes. Pure: the same report and options give the same bytes. */
export type Render<Report = AlignmentReport> = (
  report: Report,
  options: RenderOptions,
) => string | Uint8Array | Promise<string | Uint8Array>

/** The same in pieces, of which none holds more than a policy: for more policies than memory holds. */
export type RenderPieces = (report: LongReport, options: RenderOptions) => Iterable<string>

/** A line of a table of formats. `load` brings the writer in only when it is used. */
export interface Reporter<Report = AlignmentReport> {
  readonly name: string
  /** The ending of a file of this format, or null where it is only for the screen. */
  readonly extension: string | null
  readonly summary: string
  /** True where it shows the policy and the procedures themselves: `text` and `yardstick` are then kept for it. */
  readonly showsTexts?: boolean
  readonly load: () => Promise<Render<Report>>
  /** Where the format can be told policy by policy. */
  readonly loadPieces?: () => Promise<RenderPieces>
}
