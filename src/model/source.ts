/** A file as the shell hands it over: its bytes, and a path used only in messages and to tell formats apart. */
export interface Source {
  readonly path: string
  readonly bytes: Uint8Array
}
