import { Problem } from '@shengmian/contract'

/** The place in a list after which the next page begins: the sort key of the last row. */
export type CursorKey = readonly (string | number)[]

export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** Reads a cursor back; one of another shape is the problem `bad-cursor`. `types` names the types that the key must have. */
export function decodeCursor(cursor: string | undefined, types: readonly ('string' | 'number')[]): CursorKey | null {
  if (cursor === undefined) return null
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(key) && key.length === types.length && key.every((part, i) => typeof part === types[i]))
      return key as CursorKey
  } catch {
    // Falls through: not JSON is as wrong as JSON of another shape.
  }
  throw new Problem('bad-cursor')
}

/** Cuts rows that were read one beyond the limit to a page with its cursor. */
export function pageOfRows<T>(
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => CursorKey,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null }
}
