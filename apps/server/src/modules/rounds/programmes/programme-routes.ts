import {
  acknowledgeProgramme,
  addProgrammeItem,
  approveProgramme as approveEndpoint,
  changeProgrammeDates,
  createProgramme as createEndpoint,
  listProgrammes,
  readProgramme,
  removeProgrammeItem,
  type ReplyOf,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { findProgramme, programmes } from './programme-store.ts'
import { viewProgramme } from './programme-view.ts'
import { acknowledge, addItem, approveProgramme, changeDates, createProgramme, removeItem } from './run-programme.ts'

const show = async (tx: Transaction, id: string) => viewProgramme(tx, await findProgramme(tx, id))

export const programmeRoutes: readonly Route[] = [
  serve(listProgrammes, async ({ tx }) => {
    const items: ReplyOf<typeof listProgrammes>['items'] = []
    for (const row of await programmes(tx)) items.push(await viewProgramme(tx, row))
    return { items }
  }),
  serve(createEndpoint, async ({ body, tx, caller, clock }) => {
    await createProgramme(tx, body, { by: caller, at: clock.now() })
    return show(tx, body.id)
  }),
  serve(readProgramme, ({ params, tx }) => show(tx, params.programme)),
  serve(changeProgrammeDates, async ({ params, body, tx }) => {
    await changeDates(tx, await findProgramme(tx, params.programme, { lock: true }), body)
    return show(tx, params.programme)
  }),
  serve(acknowledgeProgramme, async ({ params, body, tx, caller, clock }) => {
    await acknowledge(tx, await findProgramme(tx, params.programme), body.body, body.what, { by: caller, at: clock.now() })
    return show(tx, params.programme)
  }),
  serve(addProgrammeItem, async ({ params, body, tx }) => {
    await addItem(tx, await findProgramme(tx, params.programme), body)
    return show(tx, params.programme)
  }),
  serve(removeProgrammeItem, async ({ params, body, tx, clock }) => {
    await removeItem(tx, await findProgramme(tx, params.programme), params.item, body.reason, clock.now())
    return show(tx, params.programme)
  }),
  serve(approveEndpoint, async ({ params, body, tx }) => {
    await approveProgramme(tx, await findProgramme(tx, params.programme, { lock: true }), body.meeting ?? null)
    return show(tx, params.programme)
  }),
]
