// The published log as a verifier reads it.
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'

export function publishedFiles(folder: string) {
  return {
    read: async (name: string): Promise<Buffer | null> =>
      existsSync(path.join(folder, name)) ? readFileSync(path.join(folder, name)) : null,
    lines: (name: string) => (existsSync(path.join(folder, name)) ? each(path.join(folder, name)) : null),
  }
}

async function* each(file: string): AsyncGenerator<readonly string[]> {
  for await (const line of createInterface({ input: createReadStream(file) })) yield [line]
}
