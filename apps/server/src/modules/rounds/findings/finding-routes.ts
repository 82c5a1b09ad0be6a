import {
  addFindingSource,
  listFindings,
  withdrawFinding as withdrawEndpoint,
  withdrawFindingSource,
  writeFinding as writeEndpoint,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import { seeRound } from '../round/hold-round.ts'
import { viewFinding, viewFindings } from './finding-view.ts'
import { addSource, withdrawFinding, withdrawSource, writeFinding } from './write-finding.ts'

export const findingRoutes: readonly Route[] = [
  serve(listFindings, async ({ params, tx }) => viewFindings(tx, (await seeRound(tx, params.round)).id)),
  serve(writeEndpoint, async ({ params, body, tx, caller, clock }) =>
    viewFinding(tx, await writeFinding(tx, params, body, { by: caller, at: clock.now() })),
  ),
  serve(addFindingSource, async ({ params, body, tx, caller, clock }) =>
    viewFinding(tx, await addSource(tx, params.finding, body, { by: caller, at: clock.now() })),
  ),
  serve(withdrawEndpoint, async ({ params, body, tx, clock }) =>
    viewFinding(tx, await withdrawFinding(tx, params.finding, body.reason, clock.now())),
  ),
  serve(withdrawFindingSource, async ({ params, body, tx, clock }) =>
    viewFinding(tx, await withdrawSource(tx, params, body.reason, clock.now())),
  ),
]
