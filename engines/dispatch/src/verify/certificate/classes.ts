// People who can do the same in a team are one class: of each only the cheapest few matter.
import type { ProblemPerson } from '../../problem.ts'
import { cut, liesIn } from '../places.ts'
import type { Ground } from '../world.ts'
import { abilitiesOf, hasBit, type Bits, type Demand, type SlotKind } from './demand.ts'
import type { Pricing } from './pricing.ts'
import type { TeamOption } from './team-options.ts'

export interface Classes {
  /** What the people of each class can do. */
  readonly abilities: readonly Bits[]
  /** The class of a person; -1 where no slot is open to him. */
  readonly classOf: (number: number) => number
}

/** Classes of people for a seat of either sort, in a team that asks for `demand` at this place. */
export type ClassesOf = (demand: Demand, option: TeamOption, isLocal: boolean) => Classes

interface Table {
  readonly abilities: readonly Bits[]
  readonly byProfile: Int32Array
}

export function classesOf({ ground, roster }: Pricing): ClassesOf {
  const { profileOf, profiles, homeOf, homes } = roster
  const known = new Map<string, Table>()
  const everywhere = new Int32Array(homes.length)
  return (demand, option, isLocal) => {
    const isOpen = (kind: SlotKind, home: string | null): boolean =>
      kind.isLocal === isLocal && mayComeFrom(ground, kind, option, home)
    const isAnywhere = demand.kinds.every((kind) => isIndifferent(ground, kind))
    // Homes from which the same slots are open make no difference to each other.
    const reachOf = new Map<string, number>()
    const reaches: string[] = []
    const reachAt = isAnywhere ? everywhere : new Int32Array(homes.length)
    const reachFrom = (home: string | null): number => {
      const open = demand.kinds.map((kind) => (isOpen(kind, home) ? 1 : 0)).join('')
      const before = reachOf.get(open)
      if (before !== undefined) return before
      reachOf.set(open, reaches.length)
      return reaches.push(open) - 1
    }
    if (isAnywhere) reachFrom(null)
    else homes.forEach((home, place) => (reachAt[place] = reachFrom(home)))
    const key = JSON.stringify([demand.kinds.map((kind) => kind.slot), demand.needs, reaches])
    const table = known.get(key) ?? tableOf(demand, profiles, reaches)
    known.set(key, table)
    const { byProfile } = table
    return {
      abilities: table.abilities,
      classOf: (number) => byProfile[(reachAt[homeOf[number] ?? 0] ?? 0) * profiles.length + (profileOf[number] ?? 0)] ?? -1,
    }
  }
}

function tableOf(demand: Demand, profiles: readonly ProblemPerson[], reaches: readonly string[]): Table {
  const byProfile = new Int32Array(reaches.length * profiles.length).fill(-1)
  const classOf = new Map<string, number>()
  const abilities: Bits[] = []
  const { kinds, needs } = demand
  reaches.forEach((open, reach) => {
    profiles.forEach((person, profile) => {
      const does = abilitiesOf(
        demand,
        (place) => {
          const kind = kinds[place]
          if (kind === undefined) return person.skills.includes(needs[place - kinds.length] ?? '')
          return open[place] === '1' && canFill(kind, person)
        },
        { isSenior: person.experience === 'senior', isNewcomer: person.experience === 'newcomer' },
      )
      if (!kinds.some((_, k) => hasBit(does, k))) return
      const key = does.join()
      const before = classOf.get(key)
      if (before === undefined) {
        classOf.set(key, abilities.length)
        abilities.push(does)
      }
      byProfile[reach * profiles.length + profile] = before ?? abilities.length - 1
    })
  })
  return { abilities, byProfile }
}

function canFill({ slot }: SlotKind, { roles, skills }: ProblemPerson): boolean {
  return roles.includes(slot.role) && (slot.skill === undefined || skills.includes(slot.skill))
}

/** Whether nothing that the rules ask about a member's home can matter for this slot. */
function isIndifferent({ rules }: Ground, { slot, isLocal, isLeader }: SlotKind): boolean {
  if (slot.origin !== undefined || (rules.elevated && isLeader)) return false
  return !rules.zoneBound && (!rules.wholeTeams || isLocal)
}

/** What the slot and the rules about a member's home ask. */
function mayComeFrom(
  { rules, zoneOf }: Ground,
  { slot, isLocal, isLeader }: SlotKind,
  { home, host }: TeamOption,
  from: string | null,
): boolean {
  if (slot.origin === 'sender' && (from === null || home === null || !liesIn(from, home))) return false
  if (slot.origin === 'host' && (from === null || host === null || !liesIn(from, host))) return false
  const isElevated = rules.elevated && isLeader
  const base = home ?? host
  if (isElevated && (from === null || base === null || from === base || !liesIn(base, from))) return false
  if (rules.wholeTeams && !isLocal && !isElevated)
    if (from === null || home === null || cut(from, rules.homeLevel) !== cut(home, rules.homeLevel)) return false
  return !(rules.zoneBound && home === null && host !== null && from !== null && zoneOf(from) !== zoneOf(host))
}
