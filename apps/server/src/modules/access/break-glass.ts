// Emergency access: one asks, a security administrator confirms, everything read under it is in a book, and a report closes it.
import { Problem, type Emergency } from '@shengmian/contract'
import type { Transaction } from '../../platform/transaction.ts'
import { authorityOf, codeOfAuthority } from './authority.ts'
import {
  closeEmergency,
  findEmergencies,
  findReadings,
  insertEmergency,
  signEmergency,
  type EmergencyRow,
} from './emergency-store.ts'

export async function listEmergencies(tx: Transaction, caller: string): Promise<{ items: Emergency[] }> {
  return { items: (await findEmergencies(tx, null)).map((row) => emergencyView(row, caller)) }
}

export async function askEmergency(
  tx: Transaction,
  wish: {
    readonly id: string
    readonly role: 'office' | 'leading-group'
    readonly authority: string
    readonly body: string
    readonly reason: string
    readonly minutes: number
  },
  caller: string,
): Promise<void> {
  const own = (await findEmergencies(tx, null)).filter((row) => row.account === caller)
  if (own.some((row) => row.state === 'force' || row.state === 'over'))
    throw new Problem('wrong-state', {
      zh: '上一次紧急授权还没有报告，请先写报告',
      en: 'The last emergency has no report yet; write it first',
    })
  const { authority, ...rest } = wish
  await insertEmergency(tx, { ...rest, account: caller, ...authorityOf(authority) })
}

export async function confirmEmergency(tx: Transaction, id: string, caller: string): Promise<void> {
  const row = await readEmergency(tx, id)
  if (row.account === caller)
    throw new Problem('not-allowed', { zh: '不能确认自己的申请，须由安全管理员确认', en: 'Nobody confirms his own emergency' })
  if (row.state !== 'asked')
    throw new Problem('wrong-state', {
      zh: '已经确认过，或申请已超过 1 小时，须重新申请',
      en: 'It was confirmed already, or was asked more than an hour ago; ask again',
    })
  if (!(await signEmergency(tx, id, caller))) throw new Problem('not-allowed')
}

export async function reportEmergency(tx: Transaction, id: string, report: string, caller: string): Promise<void> {
  const row = await readEmergency(tx, id)
  if (row.account !== caller)
    throw new Problem('not-allowed', { zh: '报告由使用人自己写', en: 'The report is written by its holder' })
  if (row.state !== 'force' && row.state !== 'over')
    throw new Problem('wrong-state', { zh: '没有生效过，或已经报告', en: 'It was never in force, or is reported already' })
  if (!(await closeEmergency(tx, id, report))) throw new Problem('not-allowed')
}

export async function listReadings(tx: Transaction, id: string) {
  await readEmergency(tx, id)
  const rows = await findReadings(tx, id)
  return { items: rows.map(({ at, method, address }) => ({ at: at.toISOString(), method, address })) }
}

async function readEmergency(tx: Transaction, id: string): Promise<EmergencyRow> {
  const [row] = await findEmergencies(tx, id)
  if (row === undefined) throw new Problem('not-found')
  return row
}

function emergencyView(row: EmergencyRow, caller: string): Emergency {
  return {
    id: row.id,
    name: row.name,
    isOwn: row.account === caller,
    role: row.role,
    authority: { code: codeOfAuthority(row.authority, row.level), name: row.body },
    reason: row.reason,
    minutes: row.minutes,
    askedAt: row.asked_at.toISOString(),
    confirmedBy: row.confirmed_name,
    confirmedAt: row.confirmed_at?.toISOString() ?? null,
    endsAt: row.ends_at?.toISOString() ?? null,
    state: row.state,
    report: row.report,
    readings: row.readings,
  }
}
