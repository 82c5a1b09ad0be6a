import type { listPaperDesks, ReplyOf } from '@shengmian/contract'
import type { Transaction } from '../../platform/transaction.ts'
import { desksInSight } from './paper-store.ts'
import { placesOf } from './posters/poster-store.ts'

/** Desks that still take reports, for whoever types in what comes on paper or by word of mouth. */
export async function listOwnPaperDesks(tx: Transaction, today: string): Promise<ReplyOf<typeof listPaperDesks>> {
  const open = (await desksInSight(tx)).filter(({ until }) => until >= today)
  const items = []
  for (const { round, title, code, until, root, sender, host, phone, site } of open) {
    const villages = (await placesOf(tx, round)).flatMap(({ village, name }) =>
      village === null ? [] : [{ code: village, name }],
    )
    items.push({ round, title, desk: code, until, root, sender, host, phone, site, villages })
  }
  return { items }
}
