import { listCooperationEvents, recordCooperationEvent, withdrawCooperationEvent } from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import { placeNumber } from '../../../platform/places.ts'
import { demandRole } from '../policy.ts'
import { viewEvent, viewEvents } from './event-view.ts'
import { recordEvent, withdrawEvent } from './record-event.ts'

export const cooperationRoutes: readonly Route[] = [
  serve(listCooperationEvents, async ({ query, tx }) => {
    const authority = placeNumber(query.authority)
    await demandRole(tx, authority, ['office', 'leading-group'])
    return viewEvents(tx, { authority, year: query.year, kind: query.kind })
  }),
  serve(recordCooperationEvent, async ({ body, tx, caller, clock }) =>
    viewEvent(tx, await recordEvent(tx, body, { by: caller, at: clock.now() })),
  ),
  serve(withdrawCooperationEvent, async ({ params, body, tx, clock }) =>
    viewEvent(tx, await withdrawEvent(tx, params.event, body.reason, clock.now())),
  ),
]
