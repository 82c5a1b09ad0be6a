// The page as it travels. It is flushed after each script, so that a phone can run one as soon as its last byte is there.
import { once } from 'node:events'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'

export interface Compressed {
  readonly bytes: Buffer
  /** How many bytes have to arrive until the writing script, and until the sealing script, is there. */
  readonly until: { readonly writing: number; readonly sealing: number }
}

/** Compresses the built page as hard as it goes. */
export async function compress(page: string, encoding: 'br' | 'gz'): Promise<Compressed> {
  const stream =
    encoding === 'br' ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }) : createGzip({ level: 9 })
  const pieces: Buffer[] = []
  stream.on('data', (piece: Buffer) => pieces.push(piece))
  const length = () => pieces.reduce((sum, piece) => sum + piece.length, 0)
  // The first to end is the block of texts, which runs nothing.
  const [said = '', writing = '', sealing = '', ...after] = page.split(/(?<=<\/script>)/)
  const flush = encoding === 'br' ? constants.BROTLI_OPERATION_FLUSH : constants.Z_SYNC_FLUSH
  const flushed = () => new Promise<void>((done) => stream.flush(flush, done))
  const until = { writing: 0, sealing: 0 }
  stream.write(said + writing)
  await flushed()
  until.writing = length()
  stream.write(sealing)
  await flushed()
  until.sealing = length()
  stream.end(after.join(''))
  await once(stream, 'end')
  return { bytes: Buffer.concat(pieces), until }
}
