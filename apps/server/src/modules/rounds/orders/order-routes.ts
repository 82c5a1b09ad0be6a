import {
  downloadCertificate,
  downloadOrder,
  issueOrders as issueEndpoint,
  listCertificates,
  listOrders,
  readCertificate,
  revokeOrder as revokeEndpoint,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import { today } from '../days.ts'
import { holdRound, seeRound } from '../round/hold-round.ts'
import { issueRoundOrders } from './issue-round-orders.ts'
import { viewOrders } from './orders-view.ts'
import { certificateFile, viewCertificate, viewCertificates } from './read-certificates.ts'
import { orderFile, revokeOrder } from './revoke-order.ts'

export const orderRoutes: readonly Route[] = [
  serve(listOrders, async ({ params, tx, clock }) => viewOrders(tx, await seeRound(tx, params.round), clock.now())),
  serve(issueEndpoint, async ({ params, body, tx, caller, clock }) => {
    const round = await holdRound(tx, params.round, ['leading-group'])
    await issueRoundOrders(tx, round, body, { by: caller, at: clock.now(), day: today(clock) })
    return viewOrders(tx, round, clock.now())
  }),
  serve(revokeEndpoint, async ({ params, body, tx, caller, clock }) => {
    const round = await holdRound(tx, params.round, ['leading-group', 'office'])
    await revokeOrder(tx, round, params.order, caller.id, body.reason)
    return viewOrders(tx, round, clock.now())
  }),
  serve(downloadOrder, async ({ params, tx }) => orderFile(tx, await seeRound(tx, params.round), params.order)),
  serve(listCertificates, async ({ params, tx }) => ({ items: await viewCertificates(tx, await seeRound(tx, params.round)) })),
  serve(readCertificate, async ({ params, tx }) => viewCertificate(tx, await seeRound(tx, params.round), params.person)),
  serve(downloadCertificate, async ({ params, tx }) => certificateFile(tx, await seeRound(tx, params.round), params.person)),
]
