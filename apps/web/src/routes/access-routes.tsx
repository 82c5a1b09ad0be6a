import { createRoute } from '@tanstack/react-router'
import { AccountsPage } from './accounts-page.tsx'
import { DelegationsPage } from './delegations-page.tsx'
import { DenialsPage } from './denials-page.tsx'
import { IdentityLinksPage } from './identity-links-page.tsx'
import { frame } from './parents.tsx'
import { OwnPersonPage } from './own-person-page.tsx'
import { OwnRecusalsPage } from './own-recusals-page.tsx'
import { ReadingsPage } from './readings-page.tsx'

export const accessRoutes = [
  createRoute({ getParentRoute: () => frame, path: '/accounts', component: AccountsPage }),
  createRoute({ getParentRoute: () => frame, path: '/delegations', component: DelegationsPage }),
  createRoute({ getParentRoute: () => frame, path: '/denials', component: DenialsPage }),
  createRoute({ getParentRoute: () => frame, path: '/identity-links', component: IdentityLinksPage }),
  createRoute({ getParentRoute: () => frame, path: '/own-ties', component: OwnPersonPage }),
  createRoute({ getParentRoute: () => frame, path: '/own-recusals', component: OwnRecusalsPage }),
  createRoute({ getParentRoute: () => frame, path: '/readings', component: ReadingsPage }),
] as const
