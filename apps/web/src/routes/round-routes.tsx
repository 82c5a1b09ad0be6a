// Planning: term plans, the calendar, programmes, the list of rounds; and the pages of one round.
import { createRoute, redirect } from '@tanstack/react-router'
import { CalendarPage, readYear } from './calendar-page.tsx'
import { CandidatesPage } from './candidates-page.tsx'
import { CorrectionsPage } from './corrections-page.tsx'
import { CooperationPage, readEventsAsked } from './cooperation-page.tsx'
import { FindingsPage } from './findings-page.tsx'
import { InboxPage } from './inbox-page.tsx'
import { NewRoundPage } from './new-round-page.tsx'
import { DrawPage } from './draw-page.tsx'
import { OwnDrawsPage } from './own-draws-page.tsx'
import { frame, roundFrame } from './parents.tsx'
import { PetitionsPage } from './petitions-page.tsx'
import { ProgrammePage } from './programme-page.tsx'
import { ProgrammesPage } from './programmes-page.tsx'
import { RoundPage } from './round-page.tsx'
import { RoundPlanPage } from './round-plan-page.tsx'
import { readCounty, TermCalendarPage } from './term-calendar-page.tsx'
import { TermPlanPage } from './term-plan-page.tsx'
import { TermPlansPage } from './term-plans-page.tsx'
import { readAsked, RoundsPage } from './rounds-page.tsx'

const rounds = createRoute({ getParentRoute: () => frame, path: '/rounds', component: RoundsPage, validateSearch: readAsked })
const newRound = createRoute({ getParentRoute: () => frame, path: '/rounds/new', component: NewRoundPage })

const termPlans = createRoute({ getParentRoute: () => frame, path: '/term-plans', component: TermPlansPage })
const termPlan = createRoute({ getParentRoute: () => frame, path: '/term-plans/$plan', component: TermPlanPage })
const termCalendar = createRoute({
  getParentRoute: () => frame,
  path: '/term-plans/$plan/calendar',
  component: TermCalendarPage,
  validateSearch: readCounty,
})

const petitions = createRoute({ getParentRoute: () => frame, path: '/term-plans/$plan/petitions', component: PetitionsPage })
const calendar = createRoute({
  getParentRoute: () => frame,
  path: '/calendar',
  component: CalendarPage,
  validateSearch: readYear,
})
const programmes = createRoute({ getParentRoute: () => frame, path: '/programmes', component: ProgrammesPage })
const programme = createRoute({ getParentRoute: () => frame, path: '/programmes/$programme', component: ProgrammePage })
const cooperation = createRoute({
  getParentRoute: () => frame,
  path: '/cooperation-events',
  component: CooperationPage,
  validateSearch: readEventsAsked,
})
const ownDraws = createRoute({ getParentRoute: () => frame, path: '/draws', component: OwnDrawsPage })
const draw = createRoute({ getParentRoute: () => frame, path: '/draws/$draw', component: DrawPage })

export const planningRoutes = [
  rounds,
  newRound,
  termPlans,
  termPlan,
  termCalendar,
  petitions,
  calendar,
  programmes,
  programme,
  cooperation,
  ownDraws,
  draw,
] as const

const overview = createRoute({ getParentRoute: () => roundFrame, path: '/', component: RoundPage })
const planStart = createRoute({
  getParentRoute: () => roundFrame,
  path: 'plan',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/rounds/$round/plan/$step', params: { round: params.round, step: 'settings' } })
  },
})
const plan = createRoute({ getParentRoute: () => roundFrame, path: 'plan/$step', component: RoundPlanPage })

const candidates = createRoute({ getParentRoute: () => roundFrame, path: 'candidates', component: CandidatesPage })

const inbox = createRoute({ getParentRoute: () => roundFrame, path: 'inbox', component: InboxPage })
const findings = createRoute({ getParentRoute: () => roundFrame, path: 'findings', component: FindingsPage })

const corrections = createRoute({ getParentRoute: () => roundFrame, path: 'corrections', component: CorrectionsPage })

export const roundRoutes = [overview, planStart, plan, candidates, inbox, findings, corrections] as const
