// Who may sit at the table: accounts that are there, each once, and on the inspected side nobody of those who commission.
import { Problem as Refusal, type BodyOf, type freezeDraw } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { accountsAmong, staffAmong } from './draw-store.ts'

/** Refuses a table at which the two sides would be one. */
export async function checkParties(
  tx: Transaction,
  authority: number,
  parties: BodyOf<typeof freezeDraw>['parties'],
  now: Date,
): Promise<void> {
  const accounts = parties.map((party) => party.account)
  const known = new Set((await accountsAmong(tx, accounts)).map((account) => account.id))
  const staff = await staffAmong(tx, accounts, authority, now)
  const errors = parties.flatMap(({ account, side }, k) => {
    const at = `parties[${k}].account`
    if (!known.has(account)) return [{ at, zh: '没有这个账号，或已停用', en: 'no such account, or disabled' }]
    if (accounts.indexOf(account) !== k) return [{ at, zh: '一个账号只能代表一方', en: 'an account stands for one party only' }]
    if (side !== 'inspected' || !staff.has(account)) return []
    const zh = '本级巡察办或领导小组的人不能代表被巡察一方'
    return [{ at, zh, en: 'nobody of the office or leading group that commissions can stand for the inspected side' }]
  })
  if (errors.length > 0) throw new Refusal('unfit', { errors })
}
