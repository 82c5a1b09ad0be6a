// The life of every record, entry by entry: nothing missing, nothing exchanged, nothing out of its time.
import { isHexOf } from './bytes.ts'
import type { Entry } from './entry.ts'
import { nameOfRecord, type Report } from './finding.ts'

/** How a record stands after the entries so far. */
export interface RecordState {
  readonly table: string
  readonly record: readonly string[]
  seq: number
  leaf: Uint8Array
  index: number
  op: Entry['op']
  sha256: string | null
  sm3: string | null
  /** Entries whose content was bound and whose salt is no more. */
  saltless: number
  /** Entries that bind a content. */
  bound: number
}

/** Transactions may last, and clocks differ, by this much. */
const TOLERANCE_MS = 10 * 60_000

export interface RecordFollower {
  readonly follow: (entry: Entry, leaf: Uint8Array, index: number) => RecordState
  readonly states: ReadonlyMap<string, RecordState>
  readonly lastLogged: () => number
}

export function keyOf(table: string, record: readonly string[]): string {
  return record.length === 2 ? `${table}\n${record[0]}\n${record[1]}` : [table, ...record].join('\n')
}

export function followRecords(report: Report): RecordFollower {
  const states = new Map<string, RecordState>()
  let [lastLogged, latestAt] = [0, 0]
  const follow = (entry: Entry, leaf: Uint8Array, index: number): RecordState => {
    const key = keyOf(entry.table, entry.record)
    const before = states.get(key)
    const find = (check: Parameters<Report>[0]['check'], zh: string, en: string) =>
      report({ check, subject: nameOfRecord(entry.table, entry.record), zh: `第${index}条：${zh}`, en: `entry ${index}: ${en}` })
    checkPlace(entry, before, find)
    if (entry.logged < lastLogged)
      find('re-ordered', '登记时间早于前一条', 'it was logged before the entry that stands before it')
    if (entry.at < latestAt - TOLERANCE_MS)
      find('back-dated', '发生时间早于已登记的记录，为倒填', 'it says it happened before what was already logged')
    if (entry.at > entry.logged + TOLERANCE_MS)
      find('post-dated', '发生时间晚于登记时间', 'it says it happened after it was logged')
    lastLogged = Math.max(lastLogged, entry.logged)
    latestAt = Math.max(latestAt, Math.min(entry.at, entry.logged))
    const bound = entry.sha256 === null ? 0 : 1
    if (before === undefined) {
      const state: RecordState = {
        table: entry.table,
        record: entry.record,
        seq: entry.seq,
        leaf,
        index,
        op: entry.op,
        sha256: entry.sha256,
        sm3: entry.sm3,
        saltless: 0,
        bound,
      }
      states.set(key, state)
      return state
    }
    before.seq = entry.seq
    before.leaf = leaf
    before.index = index
    before.op = entry.op
    before.sha256 = entry.sha256
    before.sm3 = entry.sm3
    before.bound += bound
    return before
  }
  return { follow, states, lastLogged: () => lastLogged }
}

type Find = (
  check: 'entry-removed' | 'entry-changed' | 're-ordered' | 'returned' | 'unlogged-step',
  zh: string,
  en: string,
) => void

function checkPlace(entry: Entry, before: RecordState | undefined, find: Find): void {
  const expected = (before?.seq ?? 0) + 1
  if (entry.seq > expected)
    find('entry-removed', `该记录第${expected}步缺失`, `step ${expected} of the record is missing before it`)
  else if (entry.seq < expected)
    find(
      're-ordered',
      `该记录第${entry.seq}步排在第${expected - 1}步之后`,
      `step ${entry.seq} of the record stands after step ${expected - 1}`,
    )
  else if (before === undefined ? entry.prev !== null : !follows(entry.prev, before.leaf))
    find('entry-changed', '前一条已被改动', 'the entry before it in its record is not the one it followed')
  const was = before?.op
  const isThere = was !== undefined && was !== 'delete' && was !== 'tombstone'
  if (was === 'tombstone') find('returned', '依法销毁后又出现', 'the record is back after its lawful erasure')
  else if (entry.op === 'insert' && isThere)
    find('unlogged-step', '已存在却再次新增，其间的删除未登记', 'it was added while it was there: its removal was never logged')
  else if ((entry.op === 'update' || entry.op === 'delete') && !isThere)
    find(
      'unlogged-step',
      '并不存在却被修改或删除，其新增未登记',
      'it was changed while it was not there: its addition was never logged',
    )
}

function follows(prev: string | null, leaf: Uint8Array): boolean {
  return isHexOf(prev, leaf)
}
