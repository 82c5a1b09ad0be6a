import { open } from 'node:fs/promises'

const HEAD_BYTES = 65_536

/** Whether a file says at its beginning that it is of this format; one that cannot be read is left to whoever reads it whole. */
export async function hasFormat(path: string, format: string): Promise<boolean> {
  const file = await open(path).catch(() => null)
  if (file === null) return false
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    const [, stated] = /"format"\s*:\s*"([^"]*)"/.exec(buffer.toString('utf8', 0, bytesRead)) ?? []
    return stated === format
  } catch {
    return false
  } finally {
    await file.close()
  }
}
