// Rows as they are now against the last entry of each record: what was changed, removed, added or put back behind the log's back.
import { bytesOfText, chain, isHexOf, type Hashes } from './bytes.ts'
import type { LedgerFiles } from './files.ts'
import { nameOfRecord, type Report } from './finding.ts'
import { keyOf, type RecordState } from './follow-records.ts'

export interface Salts {
  /** The 32 bytes at an index; null where they were destroyed. */
  readonly at: (index: number) => Uint8Array | null
}

/** A row whose content is not what was last logged. */
interface Strayed {
  readonly table: string
  readonly record: readonly string[]
  readonly content: string
}

export interface Compared {
  readonly rows: number
  /** Records whose newest entry is not in the log yet. */
  readonly waiting: number
  readonly strayed: ReadonlyMap<string, Strayed>
}

/** One salt after another, 32 bytes each; zeros where one was destroyed, or never was. */
export function readSalts(bytes: Uint8Array): Salts {
  return {
    at: (index) => {
      const salt = bytes.subarray(index * 32, index * 32 + 32)
      return salt.length < 32 || salt.every((byte) => byte === 0) ? null : salt
    },
  }
}

export function doesContentMatch(
  hashes: Hashes,
  bound: { readonly sha256: string | null; readonly sm3: string | null },
  salt: Uint8Array,
  content: string,
): boolean {
  const bytes = chain([salt, bytesOfText(content)])
  return isHexOf(bound.sha256, hashes.sha256(bytes)) && isHexOf(bound.sm3, hashes.sm3(bytes))
}

/** Compares `rows.jsonl` with the records; rows that strayed are answered, not reported: an older state may explain them. */
export async function compareRows(
  hashes: Hashes,
  files: LedgerFiles,
  states: ReadonlyMap<string, RecordState>,
  salts: Salts,
  lastLogged: number,
  report: Report,
): Promise<Compared | null> {
  const lines = files.lines('rows.jsonl')
  if (lines === null) return null
  const waiting = await readWaiting(files, lastLogged, report)
  const seen = new Set<string>()
  const strayed = new Map<string, Strayed>()
  let rows = 0
  for await (const portion of lines) {
    for (const line of portion) {
      const { table, record, content } = JSON.parse(line) as Strayed
      rows++
      const key = keyOf(table, record)
      seen.add(key)
      if (waiting.has(key)) continue
      const state = states.get(key)
      const find = (check: 'added' | 'returned' | 'salt-lost', zh: string, en: string) =>
        report({ check, subject: nameOfRecord(table, record), zh, en })
      if (state === undefined) find('added', '有此行，存证日志中却没有', 'the row is there, and no entry says that it was added')
      else if (state.op === 'delete' || state.op === 'tombstone')
        find(
          'returned',
          `第${state.index}条登记已删除，此行却又出现`,
          `entry ${state.index} says that it was removed, and the row is there`,
        )
      else {
        const salt = salts.at(state.index)
        if (salt === null) find('salt-lost', '盐值缺失，无法核对', 'its salt is gone, so that it cannot be checked')
        else if (!doesContentMatch(hashes, state, salt, content)) strayed.set(key, { table, record, content })
      }
    }
  }
  for (const [key, state] of states) {
    if (seen.has(key) || waiting.has(key) || state.op === 'delete' || state.op === 'tombstone' || state.op === 'restore') continue
    report({
      check: 'removed',
      subject: nameOfRecord(state.table, state.record),
      zh: `第${state.index}条之后此行应在，现已不在，且无删除记录`,
      en: `after entry ${state.index} the row should be there; it is gone, and no entry says why`,
    })
  }
  return { rows, waiting: waiting.size, strayed }
}

/** Records with a change that waits for its place in the log; one that waits while much later ones were logged is held back. */
async function readWaiting(files: LedgerFiles, lastLogged: number, report: Report): Promise<ReadonlySet<string>> {
  const waiting = new Set<string>()
  for await (const portion of files.lines('pending.jsonl') ?? []) {
    for (const line of portion) {
      const { table, record, at } = JSON.parse(line) as { table: string; record: string[]; at: string }
      waiting.add(keyOf(table, record))
      if (Date.parse(at) < lastLogged - 600_000)
        report({
          check: 'held-back',
          subject: nameOfRecord(table, record),
          zh: '变更迟迟未登记，其后的变更早已登记',
          en: 'its change is still not logged, while much later ones are',
        })
    }
  }
  return waiting
}
