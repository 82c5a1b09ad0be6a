// A new passphrase for somebody else's account takes two hands: whoever made it could sign in as him.
import { Problem, type CredentialChange } from '@shengmian/contract'
import type { Transaction } from '../../platform/transaction.ts'
import { checkPassphrase } from './check-passphrase.ts'
import {
  findCredentialChanges,
  insertCredentialChange,
  signCredentialChange,
  type CredentialChangeRow,
} from './credential-change-store.ts'
import type { Hash } from './manage-accounts.ts'
import { readAccount } from './store.ts'

interface Asking {
  readonly id: string
  readonly account: string
  readonly by: string
}

/** Asks for a new passphrase; the account keeps the present one until another approves. */
export async function askPassphrase(tx: Transaction, asking: Asking, passphrase: string, hash: Hash): Promise<CredentialChange> {
  const row = await demandOpen(tx, asking)
  checkPassphrase(passphrase, row.username, 'body/passphrase')
  const { id, account, by } = asking
  await insertCredentialChange(tx, { id, account, asked_by: by, passphrase: await hash(passphrase) })
  return changeView(await readChange(tx, id))
}

export async function listCredentialChanges(tx: Transaction): Promise<{ items: CredentialChange[] }> {
  return { items: (await findCredentialChanges(tx, null)).map(changeView) }
}

/** Carries a change out; the account signs in anew. */
export async function approveCredentialChange(tx: Transaction, id: string, caller: string): Promise<CredentialChange> {
  const row = await readChange(tx, id)
  if (row.state !== 'asked')
    throw new Problem('wrong-state', {
      zh: '已经批准过，或提出已超过一天，须重新提出',
      en: 'It was approved already, or was asked more than a day ago; ask again',
    })
  if (row.asked_by === caller || row.account === caller)
    throw new Problem('not-allowed', {
      zh: '提出人和账号本人都不能批准，须由另一人批准',
      en: 'Neither who asked nor the account itself approves; another does',
    })
  if (!row.can_approve || !(await signCredentialChange(tx, id, caller))) throw new Problem('not-allowed')
  return changeView(await readChange(tx, id))
}

async function demandOpen(tx: Transaction, { account, by }: Asking) {
  const row = await readAccount(tx, account)
  if (row.disabled_at !== null) throw new Problem('wrong-state', { zh: '账号已经停用', en: 'The account is closed' })
  if (account === by)
    throw new Problem('not-allowed', {
      zh: '自己的口令在“账号安全”里修改',
      en: 'One’s own passphrase is changed on the page Account security',
    })
  return row
}

async function readChange(tx: Transaction, id: string): Promise<CredentialChangeRow> {
  const [row] = await findCredentialChanges(tx, id)
  if (row === undefined) throw new Problem('not-found')
  return row
}

function changeView(row: CredentialChangeRow): CredentialChange {
  return {
    id: row.id,
    account: { id: row.account, name: row.account_name, signInName: row.sign_in_name },
    askedBy: row.asked_name,
    askedAt: row.asked_at.toISOString(),
    approvedAt: row.approved_at?.toISOString() ?? null,
    state: row.state,
    canApprove: row.can_approve,
  }
}
