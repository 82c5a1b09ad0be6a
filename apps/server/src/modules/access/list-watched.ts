// Denials for the security administrator, reads of what is recorded for the audit administrator. Who sees which is decided by the database.
import * as contract from '@shengmian/contract'
import { Problem, type Denial, type DenialTally, type Endpoint, type RequestNamed } from '@shengmian/contract'
import type { Transaction } from '../../platform/transaction.ts'
import { codeOfAuthority } from './authority.ts'
import { findDenials, findTallies } from './denial-store.ts'
import { findReadingRates, findReadings } from './reading-store.ts'

interface PageAsked {
  readonly cursor?: string
  readonly limit: number
  readonly account?: string
  readonly search?: string
}

/** A page of denials; the cursor is the id of the last. */
export async function listDenials(tx: Transaction, query: PageAsked) {
  checkCursor(query.cursor)
  const rows = await findDenials(tx, {
    before: query.cursor,
    limit: query.limit + 1,
    account: query.account,
    search: query.search,
  })
  const shown = rows.slice(0, query.limit)
  return {
    items: shown.map((row): Denial => ({
      id: row.id,
      at: row.at.toISOString(),
      account: { id: row.account, name: row.account_name },
      authority: codeOfAuthority(row.authority, row.level),
      asked: requestOf(row.endpoint),
      params: row.params as Denial['params'],
      code: row.code as Denial['code'],
      said: row.said as unknown as Denial['said'],
      subject: row.subject,
      command: row.command,
      rule: row.rule as unknown as Denial['rule'],
      facts: row.facts as unknown as Denial['facts'],
    })),
    next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

const SHOWN_TALLIES = 100

/** What was refused beyond what is written whole, by hour. */
export async function listDenialTallies(tx: Transaction) {
  const rows = await findTallies(tx, SHOWN_TALLIES)
  return {
    items: rows.map((row) => ({
      account: { id: row.account, name: row.account_name },
      authority: codeOfAuthority(row.authority, row.level),
      hour: row.hour.toISOString(),
      lastAt: row.last_at.toISOString(),
      asked: requestOf(row.endpoint),
      code: row.code as DenialTally['code'],
      times: row.times,
    })),
  }
}

/** A page of reads; the cursor is the id of the last. */
export async function listReadings(tx: Transaction, query: Omit<PageAsked, 'search'>) {
  checkCursor(query.cursor)
  const rows = await findReadings(tx, { before: query.cursor, limit: query.limit + 1, account: query.account })
  const shown = rows.slice(0, query.limit)
  return {
    items: shown.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      account: { id: row.account, name: row.account_name },
      authority: codeOfAuthority(row.authority, row.level),
      asked: requestOf(row.endpoint),
      kind: row.kind as 'evidence' | 'export',
      params: row.params as Record<string, string>,
    })),
    next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

const SHOWN_RATES = 100

/** Who reads evidence how fast: whoever takes one after another in an hour stands on top. */
export async function listReadingRates(tx: Transaction) {
  const rows = await findReadingRates(tx, SHOWN_RATES)
  return {
    items: rows.map((row) => ({
      account: { id: row.account, name: row.account_name },
      authority: codeOfAuthority(row.authority, row.level),
      week: row.week,
      day: row.day,
      busiestHour: row.busiest_hour,
    })),
  }
}

function checkCursor(cursor: string | undefined): void {
  if (cursor !== undefined && !/^[0-9a-f-]{36}$/.test(cursor)) throw new Problem('bad-cursor')
}

const named: ReadonlyMap<string, RequestNamed> = new Map(
  Object.values(contract as Record<string, unknown>).flatMap((value) =>
    isEndpoint(value)
      ? [
          [
            value.id,
            { zh: value.zh ?? value.id, en: firstWords(value.summary), address: `${value.method} ${value.path}` },
          ] as const,
        ]
      : [],
  ),
)

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'id' in value
}

/** A summary as far as its first stop. */
function firstWords(summary: string): string {
  return /^[^.;:]*/.exec(summary)?.[0] ?? summary
}

/** An endpoint in words and as an address, or its name where the contract knows it no more. */
function requestOf(id: string): RequestNamed {
  return named.get(id) ?? { zh: id, en: id, address: id }
}
