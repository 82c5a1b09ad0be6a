// Accounts: made without any role, found, closed. Whose accounts a caller may touch is decided by the database.
import { Problem, type Account } from '@shengmian/contract'
import type { Transaction } from '../../platform/transaction.ts'
import { atItsField } from './at-its-field.ts'
import { authorityOf } from './authority.ts'
import { checkPassphrase } from './check-passphrase.ts'
import { closeAccount, findAccounts, findRoles, insertAccount, readAccount } from './store.ts'
import { accountView } from './views.ts'

export type Hash = (passphrase: string) => Promise<string>

export async function showAccount(tx: Transaction, id: string): Promise<Account> {
  const row = await readAccount(tx, id)
  return accountView(row, await findRoles(tx, [id]))
}

/** A page of the accounts that the caller may see; the cursor is the last sign-in name. */
export async function listAccounts(
  tx: Transaction,
  query: { readonly cursor?: string; readonly limit: number; readonly search?: string },
) {
  const rows = await findAccounts(tx, { after: query.cursor ?? '', limit: query.limit + 1, search: query.search })
  const shown = rows.slice(0, query.limit)
  const roles = await findRoles(
    tx,
    shown.map((row) => row.id),
  )
  return {
    items: shown.map((row) => accountView(row, roles)),
    next: rows.length > query.limit ? (shown.at(-1)?.username ?? null) : null,
  }
}

export interface AccountWish {
  readonly id: string
  readonly signInName: string
  readonly name: string
  readonly authority: string
  readonly person?: string | null
  readonly passphrase: string
}

/** Makes an account; refused by the database where the caller's range does not cover it. */
export async function createAccount(tx: Transaction, wish: AccountWish, by: string, hash: Hash): Promise<Account> {
  checkPassphrase(wish.passphrase, wish.signInName, 'body/passphrase')
  const row = { id: wish.id, username: wish.signInName, name: wish.name, person: wish.person ?? null, by }
  await atItsField(insertAccount(tx, { ...row, ...authorityOf(wish.authority) }, await hash(wish.passphrase)), {
    account_username_key: ['already-there', 'signInName', '这个登录名已经有人用', 'this sign-in name is taken'],
    account_person_key: ['already-there', 'person', '这个人已经有账号', 'this person has an account already'],
    '42501':
      row.person === null
        ? ['not-allowed', 'authority', '不在您的管辖范围内', 'outside your range']
        : ['not-allowed', 'person', '账号和人员都须由您的单位管理', 'the account and its person must both be kept by your body'],
  })
  return showAccount(tx, wish.id)
}

/** Closes an account for good; all its sessions end. */
export async function disableAccount(tx: Transaction, account: string, by: string, reason: string): Promise<Account> {
  const row = await readAccount(tx, account)
  if (row.disabled_at !== null) throw new Problem('wrong-state', { zh: '账号已经停用', en: 'The account is closed already' })
  if (!(await closeAccount(tx, account, by, reason))) throw new Problem('not-allowed')
  return showAccount(tx, account)
}
