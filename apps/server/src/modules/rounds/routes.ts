import type { Route } from '../../http/serve.ts'
import type { Transact } from '../../platform/transaction.ts'
import { calendarRoutes } from './calendar/calendar-routes.ts'
import { chargeRoutes } from './charges/charge-routes.ts'
import { comparisonRoutes } from './comparison/comparison-routes.ts'
import { correctionRoutes } from './corrections/correction-routes.ts'
import { cooperationRoutes } from './cooperation/cooperation-routes.ts'
import { dispatchRoutes } from './dispatch/dispatch-routes.ts'
import { drawRoutes } from './draws/draw-routes.ts'
import { dutyRoutes } from './duty-matrix/duty-routes.ts'
import { findingRoutes } from './findings/finding-routes.ts'
import { lateTieRoutes } from './late-ties/late-tie-routes.ts'
import { liaisonRoutes } from './liaison/liaison-routes.ts'
import { orderRoutes } from './orders/order-routes.ts'
import { paperRoutes } from './papers/paper-routes.ts'
import { petitionRoutes } from './petitions/petition-routes.ts'
import { programmeRoutes } from './programmes/programme-routes.ts'
import { reportRoutes } from './report-chain/report-routes.ts'
import { questionnaireRoutes } from './questionnaires/questionnaire-routes.ts'
import { relaxationRoutes } from './relaxations/relaxation-routes.ts'
import { rotationRoutes } from './rotation/rotation-routes.ts'
import { roundRoutes } from './round/round-routes.ts'
import { targetRoutes } from './targets/target-routes.ts'
import { teamRoutes } from './teams/team-routes.ts'
import { termCalendarRoutes } from './term-calendar/term-calendar-routes.ts'
import { termRoutes } from './terms/term-routes.ts'

export function roundsRoutes(transact: Transact): readonly Route[] {
  return [
    ...termRoutes,
    ...termCalendarRoutes,
    ...petitionRoutes(transact),
    ...roundRoutes,
    ...paperRoutes,
    ...targetRoutes,
    ...teamRoutes,
    ...rotationRoutes,
    ...comparisonRoutes,
    ...dispatchRoutes,
    ...relaxationRoutes,
    ...orderRoutes,
    ...lateTieRoutes,
    ...drawRoutes,
    ...calendarRoutes,
    ...programmeRoutes,
    ...cooperationRoutes,
    ...chargeRoutes,
    ...liaisonRoutes,
    ...reportRoutes,
    ...dutyRoutes,
    ...findingRoutes,
    ...correctionRoutes,
    ...questionnaireRoutes,
  ]
}
