import { createRoute } from '@tanstack/react-router'
import { personRoles, unitClasses, unitKinds } from '../features/registry/texts.ts'
import { frame } from './parents.tsx'
import { PeoplePage } from './people-page.tsx'
import { PersonPage } from './person-page.tsx'
import { UnitPage } from './unit-page.tsx'
import { UnitsPage } from './units-page.tsx'

/** Addresses carry the search, so that a list can be bookmarked and sent to a colleague; what is no choice is dropped. */
function chosen<const K extends string, V extends string>(
  key: K,
  value: unknown,
  choices?: Readonly<Record<V, unknown>>,
): { readonly [P in K]?: V } {
  if (typeof value !== 'string' || value === '' || (choices !== undefined && !Object.hasOwn(choices, value))) return {}
  return { [key]: value } as { readonly [P in K]?: V }
}

const units = createRoute({
  getParentRoute: () => frame,
  path: '/units',
  component: UnitsPage,
  validateSearch: (search) => ({
    ...chosen('within', search['within']),
    ...chosen('kind', search['kind'], unitKinds),
    ...chosen('class', search['class'], { ...unitClasses, unknown: null }),
    ...chosen('q', search['q']),
  }),
})
const unit = createRoute({ getParentRoute: () => frame, path: '/units/$unit', component: UnitPage })
const people = createRoute({
  getParentRoute: () => frame,
  path: '/people',
  component: PeoplePage,
  validateSearch: (search) => ({
    ...chosen('authority', search['authority']),
    ...chosen('q', search['q']),
    ...chosen('role', search['role'], personRoles),
    ...chosen('skill', search['skill']),
    ...chosen('noTieTo', search['noTieTo']),
  }),
})
const person = createRoute({ getParentRoute: () => frame, path: '/people/$authority/$person', component: PersonPage })

export const registryRoutes = [units, unit, people, person] as const
