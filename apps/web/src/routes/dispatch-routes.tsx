import { createRoute } from '@tanstack/react-router'
import { BoardPage } from './board-page.tsx'
import { CertificatePage } from './certificate-page.tsx'
import { CertificatesPage } from './certificates-page.tsx'
import { OrdersPage } from './orders-page.tsx'
import { roundFrame } from './parents.tsx'

/** A proposal is shown under its own address before it is taken. */
const board = createRoute({
  getParentRoute: () => roundFrame,
  path: 'board',
  component: BoardPage,
  validateSearch: (search): { proposal?: string } =>
    typeof search['proposal'] === 'string' ? { proposal: search['proposal'] } : {},
})
const orders = createRoute({ getParentRoute: () => roundFrame, path: 'orders', component: OrdersPage })
const certificates = createRoute({ getParentRoute: () => roundFrame, path: 'certificates', component: CertificatesPage })
const certificate = createRoute({ getParentRoute: () => roundFrame, path: 'certificates/$person', component: CertificatePage })

export const dispatchRoutes = [board, orders, certificates, certificate] as const
