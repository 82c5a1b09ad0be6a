import { createRoute } from '@tanstack/react-router'
import { EmergenciesPage } from './emergencies-page.tsx'
import { DropLeadPage } from './drop-lead-page.tsx'
import { LeadBookPage } from './lead-book-page.tsx'
import { LeadsPage } from './leads-page.tsx'
import { OwnInboxPage } from './own-inbox-page.tsx'
import { frame } from './parents.tsx'

export const leadRoutes = [
  createRoute({ getParentRoute: () => frame, path: '/inbox', component: OwnInboxPage }),
  createRoute({ getParentRoute: () => frame, path: '/leads', component: LeadsPage }),
  createRoute({ getParentRoute: () => frame, path: '/leads/new', component: DropLeadPage }),
  createRoute({ getParentRoute: () => frame, path: '/emergencies', component: EmergenciesPage }),
  createRoute({ getParentRoute: () => frame, path: '/leads/book', component: LeadBookPage }),
] as const
