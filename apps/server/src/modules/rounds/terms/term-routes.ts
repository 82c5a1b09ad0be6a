import {
  createTermPlan as createEndpoint,
  listNeverInspected,
  listTermPlans,
  readTermPlan,
  readYearPlan,
  setYearPlan as setYearEndpoint,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import { createTermPlan, viewNeverInspected, viewTermPlan, viewTermPlans } from './term-plan.ts'
import { setYearPlan, viewYearPlan } from './year-plan.ts'

export const termRoutes: readonly Route[] = [
  serve(listTermPlans, async ({ tx }) => ({ items: await viewTermPlans(tx) })),
  serve(createEndpoint, async ({ body, tx, caller, clock }) => {
    await createTermPlan(tx, body, caller.id, clock.now())
    return viewTermPlan(tx, body.id)
  }),
  serve(readTermPlan, ({ params, tx }) => viewTermPlan(tx, params.plan)),
  serve(readYearPlan, ({ params, tx }) => viewYearPlan(tx, params.plan, params.year)),
  serve(setYearEndpoint, async ({ params, body, tx }) => {
    await setYearPlan(tx, params.plan, params.year, body)
    return viewYearPlan(tx, params.plan, params.year)
  }),
  serve(listNeverInspected, ({ params, query, tx }) => viewNeverInspected(tx, params.plan, query)),
]
