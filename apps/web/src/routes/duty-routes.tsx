// Who answers for what, and what has to be arranged with whom.
import { createRoute } from '@tanstack/react-router'
import { ChargesPage } from './charges-page.tsx'
import { DutyMatrixPage } from './duty-matrix-page.tsx'
import { LiaisonMessagesPage } from './liaison-messages-page.tsx'
import { LogisticsPage } from './logistics-page.tsx'
import { OwnAreasPage } from './own-areas-page.tsx'
import { frame } from './parents.tsx'

export const dutyRoutes = [
  createRoute({ getParentRoute: () => frame, path: '/charges', component: ChargesPage }),
  createRoute({ getParentRoute: () => frame, path: '/duty-matrix', component: DutyMatrixPage }),
  createRoute({ getParentRoute: () => frame, path: '/liaison-messages', component: LiaisonMessagesPage }),
  createRoute({ getParentRoute: () => frame, path: '/logistics', component: LogisticsPage }),
  createRoute({ getParentRoute: () => frame, path: '/own-areas', component: OwnAreasPage }),
] as const
