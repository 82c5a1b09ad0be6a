import {
  answerCorrection as answerEndpoint,
  checkMatter as checkEndpoint,
  classifyReport as classifyEndpoint,
  downloadCorrections,
  judgeCorrection as judgeEndpoint,
  listCorrections,
  listOwnCorrections,
  orderCorrection as orderEndpoint,
  Problem,
  readMatter,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import { today } from '../days.ts'
import { seeRound } from '../round/hold-round.ts'
import { checkMatter, classifyReport } from './classify-report.ts'
import { writeCorrectionSheet } from './correction-sheet.ts'
import { viewCorrection, viewCorrections, viewMatter, viewMatterOfReport, viewOrders, viewOwn } from './correction-view.ts'
import { answerCorrection, judgeCorrection, orderCorrection } from './order-correction.ts'

export const correctionRoutes: readonly Route[] = [
  serve(listCorrections, async ({ params, tx, clock }) =>
    viewCorrections(tx, (await seeRound(tx, params.round)).id, today(clock)),
  ),
  serve(downloadCorrections, async ({ params, tx, clock }) => {
    const round = await seeRound(tx, params.round)
    const day = today(clock)
    const { items } = await viewCorrections(tx, round.id, day)
    return {
      file: await writeCorrectionSheet(round.title, items, day),
      name: `立行立改-${day}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    }
  }),
  serve(orderEndpoint, async ({ params, body, tx, caller, clock }) =>
    viewCorrection(tx, await orderCorrection(tx, params, body, { by: caller, at: clock.now() }), today(clock)),
  ),
  serve(judgeEndpoint, async ({ params, body, tx, caller, clock }) =>
    viewCorrection(tx, await judgeCorrection(tx, params.correction, body, { by: caller, at: clock.now() }), today(clock)),
  ),
  serve(listOwnCorrections, async ({ tx, clock }) => ({ items: await viewOwn(tx, today(clock)) })),
  serve(answerEndpoint, async ({ params, body, tx, caller, clock }) => {
    const row = await answerCorrection(tx, params.correction, body, { by: caller, at: clock.now() })
    const [view] = await viewOrders(tx, [row], today(clock))
    if (view === undefined) throw new Problem('not-found')
    return view
  }),
  serve(readMatter, ({ params, tx, clock }) => viewMatterOfReport(tx, params, today(clock))),
  serve(classifyEndpoint, async ({ params, body, tx, caller, clock }) =>
    viewMatter(tx, await classifyReport(tx, params, body, { by: caller, at: clock.now() }), today(clock)),
  ),
  serve(checkEndpoint, async ({ params, body, tx, caller, clock }) =>
    viewMatter(tx, await checkMatter(tx, params.matter, body, { by: caller, at: clock.now() }), today(clock)),
  ),
]
