import { createRoute } from '@tanstack/react-router'
import { BoardPage } from './board-page.tsx'
import { roundFrame } from './parents.tsx'

/** A proposal or an older version is shown under its own address. */
const board = createRoute({
  getParentRoute: () => roundFrame,
  path: 'board',
  component: BoardPage,
  validateSearch: (search): { proposal?: string } =>
    typeof search['proposal'] === 'string' ? { proposal: search['proposal'] } : {},
})

export const dispatchRoutes = [board] as const
