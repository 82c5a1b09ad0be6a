import { listUnits, type UnitKind } from '@shengmian/contract'
import { call } from '../../../lib/api.ts'
import type { Unit } from './chosen.ts'

const organKinds: readonly UnitKind[] = ['bureau', 'school', 'hospital', 'other']

/** Every unit in use inside a place, page after page. */
export async function fetchUnits(within: string, kind?: UnitKind): Promise<readonly Unit[]> {
  const found: Unit[] = []
  let cursor: string | null = null
  do {
    const page: { items: Unit[]; next: string | null } = await call(listUnits, {
      query: { within, limit: 200, ...(kind === undefined ? {} : { kind }), ...(cursor === null ? {} : { cursor }) },
    })
    found.push(...page.items.filter((unit) => unit.state === 'active'))
    cursor = page.next
  } while (cursor !== null)
  return found
}

/** Bureaus, schools, hospitals and others that belong to the place itself, not to one of its townships. */
export async function fetchOrgans(place: string): Promise<readonly Unit[]> {
  const found = await Promise.all(organKinds.map((kind) => fetchUnits(place, kind)))
  return found.flat().filter((unit) => unit.place.code === place)
}
