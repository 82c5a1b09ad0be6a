import type { Finding, listFindings, ReplyOf } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { findUnits } from '../../registry/index.ts'
import { desksOf, findingsOf, sourcesOf, targetsOrdered, type FindingRow, type SourceRow } from './finding-store.ts'

/** Findings of a round as far as the caller sees them, and where he may write. */
export async function viewFindings(tx: Transaction, round: string): Promise<ReplyOf<typeof listFindings>> {
  const ordered = await targetsOrdered(tx, round)
  const names = await unitNames(
    tx,
    ordered.map(({ unit }) => unit),
  )
  return {
    items: await viewRows(tx, await findingsOf(tx, round), new Set(ordered.map(({ unit }) => unit))),
    targets: ordered.map(({ unit }) => ({ id: unit, name: names.get(unit) ?? unit })),
    desks: [...(await desksOf(tx, round))],
  }
}

/** One that the caller has just written: he is ordered to its target. */
export async function viewFinding(tx: Transaction, row: FindingRow): Promise<Finding> {
  const [view] = await viewRows(tx, [row], new Set([row.unit]))
  if (view === undefined) throw new Error('a finding that was read has no view')
  return view
}

async function viewRows(tx: Transaction, rows: readonly FindingRow[], writable: ReadonlySet<string>): Promise<Finding[]> {
  const names = await unitNames(
    tx,
    rows.map(({ unit }) => unit),
  )
  const sources = Map.groupBy(
    await sourcesOf(
      tx,
      rows.map(({ id }) => id),
    ),
    ({ finding }) => finding,
  )
  return rows.map((row) => {
    const own = sources.get(row.id) ?? []
    const count = (kind: string) => own.filter((source) => source.kind === kind && source.revoked_at === null).length
    return {
      id: row.id,
      unit: { id: row.unit, name: names.get(row.unit) ?? row.unit },
      title: row.title,
      by: row.by_name,
      at: row.recorded_at.toISOString(),
      revokedReason: row.revoked_reason,
      sources: own.map(viewSource),
      records: count('record'),
      reports: count('report'),
      canWrite: row.revoked_at === null && writable.has(row.unit),
    }
  })
}

function viewSource(row: SourceRow): Finding['sources'][number] {
  return {
    id: row.id,
    kind: row.kind as 'record' | 'report',
    record: row.record,
    report: row.desk === null || row.report === null ? null : { desk: row.desk, number: row.report },
    by: row.by_name,
    at: row.recorded_at.toISOString(),
    revokedReason: row.revoked_reason,
  }
}

async function unitNames(tx: Transaction, units: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await findUnits(tx, [...new Set(units)])).map(({ id, name }) => [id, name]))
}
