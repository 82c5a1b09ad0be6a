import {
  acknowledgeProgramme,
  addProgrammeItem,
  approveProgramme as approveEndpoint,
  changeProgrammeDates,
  createProgramme as createEndpoint,
  listProgrammes,
  readProgramme,
  removeProgrammeItem,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import { viewProgramme, viewProgrammes } from './programme-view.ts'
import { acknowledge, addItem, approveProgramme, changeDates, createProgramme, removeItem } from './run-programme.ts'

export const programmeRoutes: readonly Route[] = [
  serve(listProgrammes, async ({ tx }) => ({ items: await viewProgrammes(tx) })),
  serve(createEndpoint, async ({ body, tx, caller, clock }) => {
    await createProgramme(tx, body, { by: caller, at: clock.now() })
    return viewProgramme(tx, body.id)
  }),
  serve(readProgramme, ({ params, tx }) => viewProgramme(tx, params.programme)),
  serve(changeProgrammeDates, async ({ params, body, tx }) => {
    await changeDates(tx, params.programme, body)
    return viewProgramme(tx, params.programme)
  }),
  serve(acknowledgeProgramme, async ({ params, body, tx, caller, clock }) => {
    await acknowledge(tx, params.programme, body.body, body.what, { by: caller, at: clock.now() })
    return viewProgramme(tx, params.programme)
  }),
  serve(addProgrammeItem, async ({ params, body, tx }) => {
    await addItem(tx, params.programme, body)
    return viewProgramme(tx, params.programme)
  }),
  serve(removeProgrammeItem, async ({ params, body, tx, clock }) => {
    await removeItem(tx, params.programme, params.item, body.reason, clock.now())
    return viewProgramme(tx, params.programme)
  }),
  serve(approveEndpoint, async ({ params, body, tx }) => {
    await approveProgramme(tx, params.programme, body.meeting ?? null)
    return viewProgramme(tx, params.programme)
  }),
]
