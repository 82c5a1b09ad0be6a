import { createRoute } from '@tanstack/react-router'
import { DutyMatrixPage } from './duty-matrix-page.tsx'
import { LogisticsPage } from './logistics-page.tsx'
import { OwnAreasPage } from './own-areas-page.tsx'
import { frame } from './parents.tsx'

export const dutyRoutes = [
  createRoute({ getParentRoute: () => frame, path: '/duty-matrix', component: DutyMatrixPage }),
  createRoute({ getParentRoute: () => frame, path: '/logistics', component: LogisticsPage }),
  createRoute({ getParentRoute: () => frame, path: '/own-areas', component: OwnAreasPage }),
] as const
