// What a person picked, as the verifier reads it.
import type { LedgerFiles } from '@shengmian/ledger-verify'

/** A picked folder: paths are counted from inside it. */
export function pickedFiles(list: readonly File[]): LedgerFiles {
  const byPath = new Map(list.map((file) => [file.webkitRelativePath.split('/').slice(1).join('/'), file]))
  return {
    read: async (path) => {
      const file = byPath.get(path)
      return file === undefined ? null : new Uint8Array(await file.arrayBuffer())
    },
    lines: (path) => {
      const file = byPath.get(path)
      return file === undefined ? null : linesOf(file)
    },
  }
}

async function* linesOf(file: File): AsyncGenerator<readonly string[]> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = (rest + read.value).split('\n')
    rest = lines.pop() ?? ''
    yield lines.filter((line) => line !== '')
  }
  if (rest !== '') yield [rest]
}
