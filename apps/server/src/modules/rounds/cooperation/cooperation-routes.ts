import {
  downloadCooperationEvents,
  listCooperationEvents,
  recordCooperationEvent,
  withdrawCooperationEvent,
  type QueryOf,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import { placeNumber } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { demandRole } from '../policy.ts'
import { writeEventSheet } from './event-sheet.ts'
import { viewEvent, viewEvents } from './event-view.ts'
import { recordEvent, withdrawEvent } from './record-event.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function list(tx: Transaction, query: QueryOf<typeof listCooperationEvents>) {
  const authority = placeNumber(query.authority)
  await demandRole(tx, authority, ['office', 'leading-group'])
  return viewEvents(tx, { authority, year: query.year, kind: query.kind })
}

export const cooperationRoutes: readonly Route[] = [
  serve(listCooperationEvents, ({ query, tx }) => list(tx, query)),
  serve(downloadCooperationEvents, async ({ query, tx }) => ({
    file: await writeEventSheet(await list(tx, query)),
    name: `结对与片区协作-${query.year}.xlsx`,
    type: XLSX,
  })),
  serve(recordCooperationEvent, async ({ body, tx, caller, clock }) =>
    viewEvent(tx, await recordEvent(tx, body, { by: caller, at: clock.now() })),
  ),
  serve(withdrawCooperationEvent, async ({ params, body, tx, clock }) =>
    viewEvent(tx, await withdrawEvent(tx, params.event, body.reason, clock.now())),
  ),
]
