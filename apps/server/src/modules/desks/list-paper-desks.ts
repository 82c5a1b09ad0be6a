import type { listPaperDesks, ReplyOf } from '@shengmian/contract'
import type { Transaction } from '../../platform/transaction.ts'
import { desksInSight } from './paper-store.ts'
import { placesOf } from './posters/poster-store.ts'

/** Desks that still take reports, for whoever types in what comes on paper or by word of mouth. */
export async function listOwnPaperDesks(tx: Transaction, today: string): Promise<ReplyOf<typeof listPaperDesks>> {
  const open = (await desksInSight(tx)).filter(({ until }) => until >= today)
  const places = Map.groupBy(await placesOf(tx, ...open.map(({ round }) => round)), ({ round }) => round)
  return {
    items: open.map(({ round, title, code, until, root, sender, host, phone, site }) => {
      const villages = (places.get(round) ?? []).flatMap(({ village, name }) =>
        village === null ? [] : [{ code: village, name }],
      )
      return { round, title, desk: code, until, root, sender, host, phone, site, villages }
    }),
  }
}
