// The routes that others hang on: the root, the frame of the signed in, the pages of one round.
import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { sessionQuery } from '../features/session/api.ts'
import { Refused } from '../ui/refused.tsx'
import { Frame } from './frame.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { RoundFrame } from './round-frame.tsx'

export const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: ({ error, reset }) => <Refused error={error} onRetry={reset} />,
})

/** Everything below needs a session. */
export const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery)
    if (session === null) throw redirect({ to: '/sign-in', search: { from: location.href } })
  },
})

/** The pages of one round, under its row of tabs. */
export const roundFrame = createRoute({ getParentRoute: () => frame, path: '/rounds/$round', component: RoundFrame })
