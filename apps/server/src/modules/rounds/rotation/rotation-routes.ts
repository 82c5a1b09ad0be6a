import {
  adoptRotation as adoptEndpoint,
  downloadRotation,
  readRotation,
  setRotationBars,
  undoRotation as undoEndpoint,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import { holdRound, seeRound } from '../round/hold-round.ts'
import { adoptRotation, undoRotation } from './adopt-rotation.ts'
import { writeRotationSheet } from './rotation-sheet.ts'
import { viewRotation } from './rotation-view.ts'
import { setBars } from './set-bars.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const rotationRoutes: readonly Route[] = [
  serve(readRotation, async ({ params, query, tx }) => viewRotation(tx, await seeRound(tx, params.round), query)),
  serve(downloadRotation, async ({ params, query, tx }) => {
    const round = await seeRound(tx, params.round)
    const file = await writeRotationSheet(await viewRotation(tx, round, query))
    return { file, name: `片区轮转-${round.year}-${round.number}.xlsx`, type: XLSX }
  }),
  serve(setRotationBars, async ({ params, body, tx, caller, clock }) => {
    await setBars(tx, await holdRound(tx, params.round, ['office']), body.bars, { by: caller, at: clock.now() })
    return { bars: body.bars.length }
  }),
  serve(adoptEndpoint, async ({ params, body, tx, caller, clock }) => {
    const round = await holdRound(tx, params.round, ['office'])
    await adoptRotation(tx, round, body, { by: caller, at: clock.now() })
    const { id: _id, ordinal: _ordinal, pattern: _pattern, ...options } = body
    return viewRotation(tx, await seeRound(tx, params.round), options)
  }),
  serve(undoEndpoint, async ({ params, body, tx, caller, clock }) => {
    const round = await holdRound(tx, params.round, ['office'])
    await undoRotation(tx, round, { adoption: params.adoption, id: body.id, by: caller, at: clock.now() })
    return viewRotation(tx, await seeRound(tx, params.round), {})
  }),
]
