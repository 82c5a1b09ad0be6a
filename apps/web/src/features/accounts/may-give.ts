// What the page offers; who may give what is decided by the database, whatever is offered here.
import type { RoleName, StandingRole } from '@shengmian/contract'
import { roleNames } from '../../lib/roles.ts'

type Held = Pick<StandingRole, 'role' | 'authority'>

/** What an office hands out; approving, case management and administration are not among them. */
const byOffice: readonly RoleName[] = [
  'office',
  'inspected-head',
  'inspected-liaison',
  'department',
  'inspector',
  'rectification-reviewer',
  'scorer',
]
/** These speak for one inspected unit. */
const ofUnit: readonly RoleName[] = ['inspected-head', 'inspected-liaison']
const WHOLE_COUNTRY = '00'

export function speaksForUnit(role: RoleName | undefined): boolean {
  return role !== undefined && ofUnit.includes(role)
}

/** The roles that these ones may give at a place; with `null`, at some place. */
export function rolesToGive(held: readonly Held[], place: string | null): readonly RoleName[] {
  const here = held.filter(
    ({ authority }) => place === null || authority.code === WHOLE_COUNTRY || place.startsWith(authority.code),
  )
  if (here.some(({ role }) => role === 'security-admin')) return Object.keys(roleNames) as RoleName[]
  return here.some(({ role }) => role === 'office') ? byOffice : []
}

/** The place in which an account is made or a role given; `null` where that is the whole country. */
export function placeToGive(held: readonly Held[]): string | null {
  const keeper = held.find(({ role }) => role === 'security-admin') ?? held.find(({ role }) => role === 'office')
  return keeper === undefined || keeper.authority.code === WHOLE_COUNTRY ? null : keeper.authority.code
}
