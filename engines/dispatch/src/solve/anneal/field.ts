// A fixed layout as flat arrays for annealing: who may sit where, and what each costs.
import { countBits } from '../compile/bits.ts'
import type { Instance } from '../compile/instance.ts'
import { placeBits, fitsKind } from '../layout/seats.ts'
import type { Option } from '../layout/options.ts'

/** One option and one list of targets for each team. */
export type FixedLayout = readonly { readonly option: Option; readonly targets: readonly number[] }[]

export interface Field {
  readonly people: number
  readonly teams: number
  /** Seats are numbered over all teams: seatStart[t] … seatStart[t + 1] − 1. */
  readonly seatStart: Int32Array
  readonly seatTeam: Int32Array
  readonly seatBit: Int32Array
  readonly seatLocal: Uint8Array
  readonly seatLeads: Uint8Array
  /** Bits of the kinds open to a person in a team, at team · people + person. */
  readonly open: Int32Array
  readonly cost: Float64Array
  /** For each team the people with a kind open, cheapest first. */
  readonly candidates: readonly Int32Array[]
  /** For each team and each needed skill, who has it. */
  readonly needs: readonly (readonly Uint8Array[])[]
  /** The largest journey, at least 1: the measure of all prices. */
  readonly unit: number
}

/** Prices: one thousandth of exposure or one unverified fact outweighs several of the longest journeys. */
const FACT_PRICE = 10

export function prepareField(
  instance: Instance,
  layout: FixedLayout,
  surcharge: (person: number, team: number) => number,
): Field {
  const { problem, map, exposures } = instance
  const [people, teams] = [problem.people.length, problem.teams.length]
  const seatStart = new Int32Array(teams + 1)
  problem.teams.forEach((team, t) => {
    seatStart[t + 1] = (seatStart[t] ?? 0) + team.slots.length
  })
  const seats = seatStart[teams] ?? 0
  const seatTeam = new Int32Array(seats)
  const seatBit = new Int32Array(seats)
  const seatLocal = new Uint8Array(seats)
  const seatLeads = new Uint8Array(seats)
  const journeys = listJourneys(problem.people, layout, map)
  const travel = (i: number, t: number): number => journeys.km[t * journeys.homes + (journeys.homeOf[i] ?? 0)] ?? 0
  const unit = journeys.km.reduce((most, km) => Math.max(most, km), 1)

  const open = new Int32Array(teams * people)
  const cost = new Float64Array(teams * people)
  const candidates: Int32Array[] = []
  const needs: Uint8Array[][] = []
  layout.forEach(({ option, targets }, t) => {
    const kinds = instance.kinds[t] ?? []
    kinds.forEach((kind, k) => {
      for (const slot of kind.slots) {
        const seat = (seatStart[t] ?? 0) + slot
        seatTeam[seat] = t
        seatBit[seat] = 1 << k
        seatLocal[seat] = kind.local ? 1 : 0
        seatLeads[seat] = kind.leads && instance.rules.distinctLeaders ? 1 : 0
      }
    })
    const able: number[] = []
    for (let i = 0; i < people; i++) {
      let bits = 0
      let isAway = false
      // the bars are the same for all kinds of slot but the local ones
      const barred: (boolean | undefined)[] = [undefined, undefined]
      kinds.forEach((kind, k) => {
        if (!fitsKind(instance, i, kind, option) || placeBits(instance, i, kind, option) !== 0) return
        const seat = kind.local ? 1 : 0
        barred[seat] ??= targets.some((d) => instance.bars.between(i, d, kind.local) !== 0)
        if (barred[seat]) return
        bits |= 1 << k
        isAway ||= !kind.local
      })
      if (bits === 0) continue
      const at = t * people + i
      open[at] = bits
      let exposure = 0
      if (exposures.hasAny(i)) for (const d of targets) exposure += exposures.of(i, d)
      const facts = countBits(instance.unverified(i, targets, !isAway))
      cost[at] = travel(i, t) + (exposure + FACT_PRICE * facts) * unit + surcharge(i, t) * 1000 * unit
      able.push(i)
    }
    able.sort((a, b) => (cost[t * people + a] ?? 0) - (cost[t * people + b] ?? 0) || a - b)
    candidates.push(Int32Array.from(able))
    const skills = new Set(targets.flatMap((d) => problem.targets[d]?.needs ?? []))
    needs.push(
      [...skills].map((skill) => Uint8Array.from(problem.people, (_, i) => (instance.skills[i]?.has(skill) === true ? 1 : 0))),
    )
  })
  return { people, teams, seatStart, seatTeam, seatBit, seatLocal, seatLeads, open, cost, candidates, needs, unit }
}

interface Journeys {
  readonly homes: number
  /** Number of each person's home; people of one home travel alike. */
  readonly homeOf: Int32Array
  /** Kilometres at team · homes + home. */
  readonly km: Int32Array
}

function listJourneys(people: Instance['problem']['people'], layout: FixedLayout, map: Instance['map']): Journeys {
  const codes = [...new Set(people.map((person) => person.home))]
  const numbers = new Map(codes.map((code, at) => [code, at]))
  const km = new Int32Array(layout.length * codes.length)
  layout.forEach(({ option }, t) => {
    codes.forEach((code, at) => {
      km[t * codes.length + at] = map.travel(code, option.host)
    })
  })
  return { homes: codes.length, homeOf: Int32Array.from(people, (person) => numbers.get(person.home) ?? 0), km }
}
