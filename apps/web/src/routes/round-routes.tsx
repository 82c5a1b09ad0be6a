// Planning: term plans, the calendar, programmes, the list of rounds; and the pages of one round.
import { createRoute } from '@tanstack/react-router'
import { frame, roundFrame } from './parents.tsx'
import { RoundPage } from './round-page.tsx'
import { RoundsPage } from './rounds-page.tsx'

const rounds = createRoute({ getParentRoute: () => frame, path: '/rounds', component: RoundsPage })

export const planningRoutes = [rounds] as const

const overview = createRoute({ getParentRoute: () => roundFrame, path: '/', component: RoundPage })

export const roundRoutes = [overview] as const
