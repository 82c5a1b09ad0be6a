// Reads one entry: exactly what the format allows, in its one canonical form.
import { textOfBytes } from './bytes.ts'

export interface Entry {
  readonly table: string
  readonly record: readonly string[]
  readonly seq: number
  readonly prev: string | null
  /** Milliseconds since 1970. */
  readonly at: number
  readonly logged: number
  readonly op: 'insert' | 'update' | 'delete' | 'baseline' | 'tombstone' | 'restore'
  readonly sha256: string | null
  readonly sm3: string | null
}

const OPERATIONS = ['insert', 'update', 'delete', 'baseline'] as const
/** In the order of RFC 8785. */
const MEMBERS = {
  row: ['at', 'kind', 'logged', 'op', 'prev', 'record', 'seq', 'sha256', 'sm3', 'table', 'v'],
  tombstone: ['approvers', 'at', 'basis', 'kind', 'logged', 'prev', 'record', 'seq', 'table', 'v'],
  restore: ['at', 'from', 'kind', 'logged', 'prev', 'reason', 'record', 'seq', 'table', 'v'],
} as const

/** The entry in these bytes; null where there is none of this format. */
export function readEntry(bytes: Uint8Array): Entry | null {
  const text = textOfBytes(bytes)
  if (text === null) return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  // RFC 8785 writes strings and numbers as JSON.stringify does, so a text that it gives back is canonical if its members are in order:
  // see below. Nothing that an entry may hold has members of its own.
  if (typeof value !== 'object' || value === null || JSON.stringify(value) !== text) return null
  const entry = value as Record<string, unknown>
  const { kind, table, record, seq, prev } = entry
  if (kind !== 'row' && kind !== 'tombstone' && kind !== 'restore') return null
  const members = MEMBERS[kind]
  const found = Object.keys(entry)
  if (found.length !== members.length || members.some((name, k) => found[k] !== name)) return null
  const [at, logged] = [timeOf(entry['at']), timeOf(entry['logged'])]
  if (entry['v'] !== 1 || typeof table !== 'string' || !isTexts(record) || record.length === 0) return null
  if (typeof seq !== 'number' || seq < 1 || at === null || logged === null) return null
  if (prev !== null && !isHash(prev)) return null
  const common = { table, record, seq, prev, at, logged }
  if (kind !== 'row') return isSoundSpecial(entry) ? { ...common, op: kind, sha256: null, sm3: null } : null
  const op = OPERATIONS.find((name) => name === entry['op'])
  if (op === undefined) return null
  const { sha256, sm3 } = entry
  if (op === 'delete') return sha256 === null && sm3 === null ? { ...common, op, sha256, sm3 } : null
  return isHash(sha256) && isHash(sm3) ? { ...common, op, sha256, sm3 } : null
}

/** A tombstone names its basis and two people; a restore says from where and why. */
function isSoundSpecial(entry: Record<string, unknown>): boolean {
  if (entry['kind'] === 'restore') return typeof entry['from'] === 'number' && typeof entry['reason'] === 'string'
  const approvers = entry['approvers']
  return typeof entry['basis'] === 'string' && entry['basis'] !== '' && isTexts(approvers) && new Set(approvers).size >= 2
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string')
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && value.length === 64 && /^[0-9a-f]+$/.test(value)
}

function timeOf(value: unknown): number | null {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return null
  const time = Date.parse(value)
  return Number.isNaN(time) ? null : time
}
