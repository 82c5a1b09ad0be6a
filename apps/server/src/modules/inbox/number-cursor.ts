import { Problem } from '@shengmian/contract'
import { decodeCursor } from '../../platform/cursor.ts'

/** The number after which a page begins; null: from the newest. */
export function readNumberCursor(cursor: string | undefined): number | null {
  const [number] = decodeCursor(cursor, ['number']) ?? [null]
  if (number !== null && !Number.isSafeInteger(number)) throw new Problem('bad-cursor')
  return typeof number === 'number' ? number : null
}
