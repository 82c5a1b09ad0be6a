// Which identity of the provider is which account: a security administrator proposes it, its person confirms it there (decision 0100).
import { Problem, type BodyOf, type IdentityLink, type proposeIdentityLink as proposing } from '@shengmian/contract'
import type { Transaction } from '../../platform/transaction.ts'
import { endLink, findLink, findLinks, insertLink, type IdentityLinkRow } from './identity-link-store.ts'
import { readAccount } from './store.ts'

/** Proposes a link at the provider of this installation; the database refuses whoever may not, and one for oneself. */
export async function proposeIdentityLink(
  tx: Transaction,
  issuer: string | null,
  { id, account, subject }: BodyOf<typeof proposing>,
): Promise<IdentityLink> {
  if (issuer === null)
    throw new Problem('not-there-yet', { zh: '没有配置统一身份认证', en: 'No identity provider is configured' })
  const row = await readAccount(tx, account)
  if (row.disabled_at !== null) throw new Problem('wrong-state', { zh: '账号已经停用', en: 'The account is closed' })
  const taken = await insertLink(tx, { id, account: row.id, issuer, subject: subject.trim() })
  if (taken)
    throw new Problem('already-there', {
      zh: '这个账号或这个身份标识已有未解除的关联，请先解除',
      en: 'This account or this subject has a link already; end that first',
    })
  return readOne(tx, id)
}

export async function endIdentityLink(tx: Transaction, id: string, reason: string): Promise<void> {
  const link = await readOne(tx, id)
  if (link.state === 'ended') throw new Problem('wrong-state', { zh: '关联已经解除', en: 'The link has ended' })
  if (!link.acts.includes('end') || !(await endLink(tx, id, reason))) throw new Problem('not-allowed')
}

/** Throws `wrong-state` unless a link waits for the caller himself. */
export async function demandProposed(tx: Transaction): Promise<void> {
  const own = await findLinks(tx, { before: null, limit: 1, own: true })
  if (own[0]?.state !== 'proposed')
    throw new Problem('wrong-state', {
      zh: '没有待您确认的关联；请由安全管理员先提出',
      en: 'No link waits for you; the security administrator proposes one first',
    })
}

/** A page of the links that the caller may see; the cursor is the id of the last. */
export async function listIdentityLinks(
  tx: Transaction,
  { cursor, limit, own = false }: { readonly cursor?: string; readonly limit: number; readonly own?: boolean },
) {
  if (cursor !== undefined && !/^[0-9a-f-]{36}$/.test(cursor)) throw new Problem('bad-cursor')
  const rows = await findLinks(tx, { before: cursor ?? null, limit: limit + 1, own })
  const shown = rows.slice(0, limit)
  return { items: shown.map(linkView), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

async function readOne(tx: Transaction, id: string): Promise<IdentityLink> {
  const row = await findLink(tx, id)
  if (row === null) throw new Problem('not-found')
  return linkView(row)
}

function linkView(row: IdentityLinkRow): IdentityLink {
  const isOpen = row.state !== 'ended'
  return {
    id: row.id,
    account: { id: row.account, signInName: row.username, name: row.name },
    issuer: row.issuer,
    subject: row.subject,
    proposedBy: row.proposed_name,
    proposedAt: row.proposed_at.toISOString(),
    confirmBy: row.confirm_by.toISOString(),
    confirmedAt: row.confirmed_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    endedReason: row.ended_reason,
    state: row.state,
    acts: [
      ...(row.is_own && row.state === 'proposed' ? (['confirm'] as const) : []),
      ...(isOpen && (row.is_own || row.is_kept) ? (['end'] as const) : []),
    ],
  }
}
