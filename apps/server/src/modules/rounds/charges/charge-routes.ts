import {
  listCharges,
  nameCharge as nameEndpoint,
  Problem,
  readOwnAreas,
  revokeCharge as revokeEndpoint,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import { placeNumber } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { today } from '../days.ts'
import { demandRole } from '../policy.ts'
import { viewChargesAt, viewCharges, viewOwnAreas } from './charge-view.ts'
import { nameCharge, revokeCharge } from './name-charge.ts'

type Row = Awaited<ReturnType<typeof nameCharge>>

async function one(tx: Transaction, row: Row) {
  const [view] = await viewCharges(tx, [row])
  if (view === undefined) throw new Problem('not-found')
  return view
}

export const chargeRoutes: readonly Route[] = [
  serve(listCharges, async ({ query, tx }) => {
    const authority = placeNumber(query.authority)
    await demandRole(tx, authority, ['office', 'leading-group'])
    return { items: await viewChargesAt(tx, authority) }
  }),
  serve(nameEndpoint, async ({ body, tx, caller, clock }) =>
    one(tx, await nameCharge(tx, body, { by: caller, at: clock.now() })),
  ),
  serve(revokeEndpoint, async ({ params, body, tx, clock }) =>
    one(tx, await revokeCharge(tx, params.charge, body.reason, clock.now())),
  ),
  serve(readOwnAreas, ({ tx, caller, clock }) => viewOwnAreas(tx, caller.id, today(clock))),
]
