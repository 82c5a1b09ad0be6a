import {
  acknowledgeMessage as acknowledgeEndpoint,
  addArrangement as addEndpoint,
  downloadPacks,
  finishArrangement as finishEndpoint,
  listLiaisonMessages,
  listOwnMessages,
  Problem,
  putLocalNote,
  readLogistics,
  readPacks,
  sendLiaisonMessage,
  withdrawArrangement as withdrawEndpoint,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import type { Clock } from '../../../platform/clock.ts'
import { placeNumber } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { renderOnboardingPacks } from '../../documents/index.ts'
import { today } from '../days.ts'
import { demandRole } from '../policy.ts'
import { seeRound } from '../round/hold-round.ts'
import { addArrangement, demandTarget, finishArrangement, withdrawArrangement, writeNote } from './arrange.ts'
import { viewAllLogistics, viewTargets } from './logistics-view.ts'
import { viewMessages, viewOwnMessages } from './message-view.ts'
import { packPapers } from './pack-paper.ts'
import { viewPacks } from './pack-view.ts'
import { acknowledgeMessage, sendMessage } from './send-message.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
type Target = Awaited<ReturnType<typeof demandTarget>>

async function one(tx: Transaction, target: Target, clock: Clock) {
  const [view] = await viewTargets(tx, [target], today(clock))
  if (view === undefined) throw new Problem('not-found')
  return view
}

const messageRoutes: readonly Route[] = [
  serve(listLiaisonMessages, async ({ query, tx, clock }) => {
    const authority = placeNumber(query.authority)
    await demandRole(tx, authority, ['office', 'leading-group'])
    return { items: await viewMessages(tx, authority, clock.now()) }
  }),
  serve(sendLiaisonMessage, async ({ body, tx, caller, clock }) => {
    await sendMessage(tx, body, { by: caller, at: clock.now() })
    const [sent] = await viewMessages(tx, placeNumber(body.authority), clock.now(), body.id)
    if (sent === undefined) throw new Problem('not-found')
    return sent
  }),
  serve(listOwnMessages, async ({ tx, caller, clock }) => ({ items: await viewOwnMessages(tx, caller.id, clock.now()) })),
  serve(acknowledgeEndpoint, async ({ params, body, tx, caller, clock }) => {
    await acknowledgeMessage(tx, params.message, body.reply ?? null, { by: caller, at: clock.now() })
    const [own] = await viewOwnMessages(tx, caller.id, clock.now(), params.message)
    if (own === undefined) throw new Problem('not-found')
    return own
  }),
]

export const liaisonRoutes: readonly Route[] = [
  ...messageRoutes,
  serve(readLogistics, async ({ tx, clock }) => ({ items: await viewAllLogistics(tx, today(clock)) })),
  serve(addEndpoint, async ({ params, body, tx, caller, clock }) => {
    const target = await demandTarget(tx, params.round, params.unit)
    await addArrangement(tx, target, body, { by: caller, at: clock.now() })
    return one(tx, target, clock)
  }),
  serve(finishEndpoint, async ({ params, body, tx, caller, clock }) =>
    one(tx, await finishArrangement(tx, params.arrangement, body.note ?? null, { by: caller, at: clock.now() }), clock),
  ),
  serve(withdrawEndpoint, async ({ params, body, tx, caller, clock }) =>
    one(tx, await withdrawArrangement(tx, params.arrangement, body.reason, { by: caller, at: clock.now() }), clock),
  ),
  serve(putLocalNote, async ({ params, body, tx, caller, clock }) => {
    const target = await demandTarget(tx, params.round, params.unit)
    await writeNote(tx, target, body, { by: caller, at: clock.now() })
    return one(tx, target, clock)
  }),
  serve(readPacks, async ({ params, tx, clock }) => ({
    items: await viewPacks(tx, await seeRound(tx, params.round), today(clock)),
  })),
  serve(downloadPacks, async ({ params, tx, clock }) => {
    const round = await seeRound(tx, params.round)
    const file = renderOnboardingPacks(packPapers(round, await viewPacks(tx, round, today(clock))))
    return { file, name: `进驻资料包-${round.title}.docx`, type: DOCX }
  }),
]
