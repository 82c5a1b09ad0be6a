// Who bears the journeys of a plan: kilometres and days by bearer, money only at the office's own rates.
import type { Plan } from '../plan.ts'
import type { DispatchMode } from '../problem.ts'
import type { Instance } from '../solve/compile/instance.ts'
import { cutTo } from '../solve/compile/places.ts'
import type { Bearer, ComparedMode, Rates } from './comparison.ts'

interface Share {
  readonly km: number
  /** Null without rates. */
  readonly fen: number | null
}

export interface Journeys {
  readonly farthest: number
  readonly by: Readonly<Record<Bearer, Share>>
}

const BEARER: Readonly<Record<DispatchMode, Bearer>> = {
  rotation: 'sending',
  paired: 'sending',
  pooled: 'commissioning',
  scattered: 'commissioning',
}

/** Journeys are one-way kilometres of each member; days away are the days of the round, first and last included. */
export function bearTravel(instance: Instance, mode: ComparedMode, plan: Plan, rates: Rates | null): Journeys {
  const { problem, rules, map } = instance
  const days = daysOf(problem.round)
  const by = { sending: { km: 0, days: 0 }, host: { km: 0, days: 0 }, commissioning: { km: 0, days: 0 } }
  let farthest = 0
  for (const team of plan.teams) {
    const slots = problem.teams[instance.teamIndex.get(team.id) ?? 0]?.slots ?? []
    for (const { person, slot } of team.members) {
      const home = problem.people[instance.personIndex.get(person) ?? 0]?.home ?? null
      const km = map.travel(home, team.host)
      const share = by[rates?.bearers?.[mode] ?? bearerOf(instance, mode, slots[slot])]
      share.km += km
      share.days += isAtHome(home, team.host) ? 0 : days
      farthest = Math.max(farthest, km)
    }
  }
  const shareOf = ({ km, days: away }: { km: number; days: number }): Share => ({
    km,
    fen: rates === null ? null : 2 * km * rates.fenPerKm + away * rates.fenPerDay,
  })
  return {
    farthest,
    by: { sending: shareOf(by.sending), host: shareOf(by.host), commissioning: shareOf(by.commissioning) },
  }

  function isAtHome(home: string | null, host: string | null): boolean {
    return home !== null && host !== null && cutTo(rules.recusalLevel, home) === cutTo(rules.recusalLevel, host)
  }
}

function bearerOf(
  { rules }: Instance,
  mode: ComparedMode,
  slot: { readonly role: string; readonly origin?: string | undefined } | undefined,
): Bearer {
  if (mode === 'local' || slot?.origin === 'host') return 'host'
  return rules.elevated && slot?.role === 'leader' ? 'commissioning' : BEARER[rules.mode]
}

function daysOf({ start, end }: { readonly start: string; readonly end: string }): number {
  return Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000) + 1
}
