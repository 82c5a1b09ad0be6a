import { declareLateTie as endpoint, listLateTies, Problem as Refusal } from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import { seeRound } from '../round/hold-round.ts'
import { declareLateTie } from './declare-late-tie.ts'
import { viewLateTies } from './late-tie-view.ts'

export const lateTieRoutes: readonly Route[] = [
  serve(listLateTies, async ({ params, tx }) => {
    await seeRound(tx, params.round)
    return { items: await viewLateTies(tx, params.round) }
  }),
  serve(endpoint, async ({ params, body, tx, caller, clock }) => {
    await declareLateTie(tx, await seeRound(tx, params.round), body, { by: caller, at: clock.now() })
    const view = (await viewLateTies(tx, params.round)).find((tie) => tie.id === body.id)
    if (view === undefined) throw new Refusal('not-found')
    return view
  }),
]
