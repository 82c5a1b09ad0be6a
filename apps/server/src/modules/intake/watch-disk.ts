// Room on the disk. Short of it work gets dearer for everybody, and at the end photos and voice are put off: words are taken as long as
// there is a disk at all, because a report that is refused is a villager who does not come again.
import { statfs } from 'node:fs/promises'

export type Room = 'ample' | 'short' | 'spent'

export interface Disk {
  /** As it was when it was last looked at. */
  readonly room: () => Room
  /** Looks; answers the bytes that are free. */
  readonly look: () => Promise<number>
}

/** Bytes free below which each begins. */
const SHORT = 5_000_000_000
const SPENT = 1_000_000_000

/** Watches what `free` tells; before the first look there is room. */
export function watchDisk(free: () => Promise<number>): Disk {
  let room: Room = 'ample'
  return {
    room: () => room,
    look: async () => {
      const bytes = await free()
      room = bytes < SPENT ? 'spent' : bytes < SHORT ? 'short' : 'ample'
      return bytes
    },
  }
}

/** Bytes that this process may still write to the disk under a folder. */
export function freeUnder(folder: string): () => Promise<number> {
  return async () => {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  }
}
