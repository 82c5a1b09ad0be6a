// Many files written side by side: what is written waits until there is enough of it for the disk.
import { closeSync, openSync, writeSync } from 'node:fs'

const PIECE = 1 << 18

export interface Pens {
  /** Write to the file of the same place in the list. */
  readonly all: readonly ((text: string) => void)[]
  readonly close: () => void
}

export function openPens(paths: readonly string[]): Pens {
  const files = paths.map((path) => ({ file: openSync(path, 'wx'), waiting: '' }))
  const flush = (each: (typeof files)[number]): void => {
    const bytes = Buffer.from(each.waiting)
    for (let at = 0; at < bytes.length;) at += writeSync(each.file, bytes, at)
    each.waiting = ''
  }
  return {
    all: files.map((each) => (text) => {
      each.waiting += text
      if (each.waiting.length >= PIECE) flush(each)
    }),
    close() {
      for (const each of files) {
        try {
          flush(each)
        } finally {
          closeSync(each.file)
        }
      }
    },
  }
}
