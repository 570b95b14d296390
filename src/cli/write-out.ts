/** Writes all of it before it returns, so that a long report arrives whole in a pipe. A closed pipe is no error. */
export async function writeOut(stream: NodeJS.WriteStream, content: string | Uint8Array): Promise<void> {
  await new Promise<void>((done, fail) => {
    stream.write(content, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') fail(error)
      else done()
    })
  })
}
