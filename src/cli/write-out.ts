/**
 * Writes all of it before it returns, so that a long report arrives whole in a pipe. A closed pipe is no error: then it
 * gives false, and nobody reads what would come next.
 */
export async function writeOut(stream: NodeJS.WriteStream, content: string | Uint8Array): Promise<boolean> {
  return new Promise<boolean>((done, fail) => {
    stream.write(content, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') fail(error)
      else done(!error)
    })
  })
}
