// Where a round takes reports: its desk, what is printed and said, and the paper lane.
import { createRoute } from '@tanstack/react-router'
import { IntakeDeskPage, NoticesPage, PostersPage, PrintPage, readPrintAsked } from './intake-desk-page.tsx'
import { PaperLanePage } from './paper-lane-page.tsx'
import { frame, roundFrame } from './parents.tsx'

export const paperLane = createRoute({ getParentRoute: () => frame, path: '/paper-lane', component: PaperLanePage })

const desk = createRoute({ getParentRoute: () => roundFrame, path: 'desk', component: IntakeDeskPage })
const posters = createRoute({ getParentRoute: () => roundFrame, path: 'desk/posters', component: PostersPage })
const notices = createRoute({ getParentRoute: () => roundFrame, path: 'desk/notices', component: NoticesPage })
const print = createRoute({
  getParentRoute: () => roundFrame,
  path: 'desk/print',
  component: PrintPage,
  validateSearch: readPrintAsked,
})

export const intakeDeskRoutes = [desk, posters, notices, print] as const
