// The pages of a plan: board, roster, versions, exceptions, who inspects whom, orders, certificates, late ties.
import { createRoute } from '@tanstack/react-router'
import { readAsked, type RotationAsked } from '../features/dispatch/rotation/words.ts'
import type { WaiverAsked } from '../features/dispatch/waivers/sign-waiver-dialog.tsx'
import { ArrowsPage } from './arrows-page.tsx'
import { BoardPage } from './board-page.tsx'
import { CertificatePage } from './certificate-page.tsx'
import { CertificatesPage } from './certificates-page.tsx'
import { DrawsPage } from './draws-page.tsx'
import { LateTiesPage } from './late-ties-page.tsx'
import { ModesPage } from './modes-page.tsx'
import { OrdersPage } from './orders-page.tsx'
import { roundFrame } from './parents.tsx'
import { RosterPage } from './roster-page.tsx'
import { RotationPage } from './rotation-page.tsx'
import { VersionsPage } from './versions-page.tsx'
import { WaiversPage } from './waivers-page.tsx'

/** A proposal is shown under its own address before it is taken, and so is every older version. */
const board = createRoute({
  getParentRoute: () => roundFrame,
  path: 'board',
  component: BoardPage,
  validateSearch: (search): { proposal?: string; version?: number } => ({
    ...(typeof search['proposal'] === 'string' ? { proposal: search['proposal'] } : {}),
    ...(Number.isInteger(search['version']) ? { version: Number(search['version']) } : {}),
  }),
})
const roster = createRoute({ getParentRoute: () => roundFrame, path: 'board/roster', component: RosterPage })
const versions = createRoute({ getParentRoute: () => roundFrame, path: 'board/versions', component: VersionsPage })
/** What a refused move asked for fills the form. */
const waivers = createRoute({
  getParentRoute: () => roundFrame,
  path: 'board/waivers',
  component: WaiversPage,
  validateSearch: (search): WaiverAsked =>
    Object.fromEntries(
      (['person', 'target', 'rule'] as const).flatMap((key) => (typeof search[key] === 'string' ? [[key, search[key]]] : [])),
    ),
})
const arrows = createRoute({ getParentRoute: () => roundFrame, path: 'arrows', component: ArrowsPage })
/** What is asked of the rotation stands in the address. */
const rotation = createRoute({
  getParentRoute: () => roundFrame,
  path: 'rotation',
  component: RotationPage,
  validateSearch: (search): Partial<RotationAsked> => readAsked(search),
})
/** The modes side by side. */
const modes = createRoute({ getParentRoute: () => roundFrame, path: 'modes', component: ModesPage })
const orders = createRoute({ getParentRoute: () => roundFrame, path: 'orders', component: OrdersPage })
const certificates = createRoute({ getParentRoute: () => roundFrame, path: 'certificates', component: CertificatesPage })
const certificate = createRoute({ getParentRoute: () => roundFrame, path: 'certificates/$person', component: CertificatePage })
const lateTies = createRoute({ getParentRoute: () => roundFrame, path: 'late-ties', component: LateTiesPage })
const draws = createRoute({ getParentRoute: () => roundFrame, path: 'draws', component: DrawsPage })

export const dispatchRoutes = [
  board,
  roster,
  versions,
  waivers,
  modes,
  rotation,
  arrows,
  orders,
  certificates,
  certificate,
  lateTies,
  draws,
] as const
