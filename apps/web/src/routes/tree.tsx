import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter } from '@tanstack/react-router'
import { accessRoutes } from './access-routes.tsx'
import { DeskPage } from './desk-page.tsx'
import { dispatchRoutes } from './dispatch-routes.tsx'
import { dutyRoutes } from './duty-routes.tsx'
import { intakeDeskRoutes, paperLane } from './intake-routes.tsx'
import { ledgerRoutes } from './ledger-routes.tsx'
import { frame, root, roundFrame } from './parents.tsx'
import { questionnairePages, sheetPages } from './questionnaire-routes.tsx'
import { registryRoutes } from './registry-routes.tsx'
import { planningRoutes, roundRoutes } from './round-routes.tsx'
import { leadRoutes } from './lead-routes.tsx'
import { SecurityPage } from './security-page.tsx'
import { SignInPage } from './sign-in-page.tsx'

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: SignInPage,
  // Only an address of this very site, so that signing in cannot lead elsewhere.
  validateSearch: (search): { from?: string } =>
    typeof search['from'] === 'string' && /^\/(?!\/)/.test(search['from']) ? { from: search['from'] } : {},
})

const arrival = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/return',
  component: () => <SignInPage isBack />,
})

const desk = createRoute({ getParentRoute: () => frame, path: '/', component: DeskPage })

const security = createRoute({ getParentRoute: () => frame, path: '/account-security', component: SecurityPage })

const tree = root.addChildren([
  signIn,
  arrival,
  frame.addChildren([
    desk,
    security,
    ...leadRoutes,
    ...dutyRoutes,
    ...sheetPages,
    ...planningRoutes,
    ...registryRoutes,
    ...ledgerRoutes,
    ...accessRoutes,
    paperLane,
    roundFrame.addChildren([...roundRoutes, ...questionnairePages, ...dispatchRoutes, ...intakeDeskRoutes]),
  ]),
])

export function makeRouter(queries: QueryClient) {
  return createRouter({ routeTree: tree, context: { queries }, defaultPreload: 'intent', scrollRestoration: true })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
