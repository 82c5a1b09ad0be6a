// Where no plan is free of exposure, few teams have to bear any. Alone they are a program small enough to be solved whole: how little the
// worst of them can have, and with that, how little they can have together. All others may have none, so both are bounds for the round.
import type { Highs } from 'highs'
import type { Meter } from '../meter.ts'
import { emptyArcs, type Arcs } from './arcs.ts'
import { ENTRIES_AN_ITERATION, polish, type Polished } from './polish.ts'
import { buildProgram } from './program.ts'
import { withCap, type Seating } from './seating.ts'

export interface Borne {
  /** The lowest limit on the worst team for which people were found; below `least` it is proven that there are none. */
  readonly cap: number
  readonly least: number
  /** No plan within the limit has less exposure in all. */
  readonly total: number
  /** Who then sits in the teams that bear it, as pairs of person and team. */
  readonly seated: readonly (readonly [number, number])[]
}

/** Pairs beyond which the teams that bear exposure are too many for a program of their own. */
const MOST_ARCS = 16_000
const NODES = 500
/** Part of the effort that is left which one question may take. */
const SHARE = 16

type Answer = Omit<Borne, 'least'>

/**
 * The least exposure of the teams that cannot do without; null where they are too many, or the effort is spent. `low`: what the worst team
 * must have; `high`: a limit for which there is a plan.
 */
export function bearExposure(
  highs: Highs,
  open: Seating,
  bearing: Int32Array,
  low: number,
  high: number,
  meter: Meter,
): Borne | null {
  let least = low
  let found: Answer | null = null
  for (let cap = low; meter.left() > 0;) {
    const answer = solveUnder(highs, withCap(open, cap), bearing, meter)
    if (answer === 'unknown') break
    if (answer === 'none') least = cap + 1
    else found = answer
    const top: number = found?.cap ?? high
    if (top < least || (found !== null && top === least)) break
    cap = Math.floor((least + top) / 2)
  }
  return found === null ? null : { ...found, least: Math.min(least, found.cap) }
}

function solveUnder(highs: Highs, seating: Seating, bearing: Int32Array, meter: Meter): Answer | 'none' | 'unknown' {
  const arcs = pairsOf(seating, bearing)
  if (arcs.team.length > MOST_ARCS) return 'unknown'
  const program = buildProgram(seating, arcs, [])
  const perIteration = Math.max(1, Math.ceil(program.rows.length / ENTRIES_AN_ITERATION))
  const ask = (isPlain: boolean): Polished => {
    const answer = polish(highs, program, seating.exposureAt, {
      iterations: Math.ceil(meter.left() / SHARE / perIteration),
      nodes: NODES,
      gap: 0,
      start: null,
      onCheckpoint: () => meter.report('exact'),
      isPlain,
    })
    if (!meter.isStopped()) meter.spend(answer.work * perIteration)
    return answer
  }
  const first = ask(false)
  // that there is nobody is believed when it is said twice
  if (first.status === 'infeasible' && !meter.isStopped()) return ask(true).status === 'infeasible' ? 'none' : 'unknown'
  if (meter.isStopped() || first.chosen === null) return 'unknown'
  const seated: (readonly [number, number])[] = []
  const exposure = new Map<number, number>()
  first.chosen.forEach((isChosen, k) => {
    if (isChosen === 0) return
    const [i, t] = [arcs.person[k] ?? 0, arcs.team[k] ?? 0]
    seated.push([i, t])
    exposure.set(t, (exposure.get(t) ?? 0) + seating.exposureAt(i, t))
  })
  return { cap: Math.max(...exposure.values()), total: Math.ceil(first.bound - 1e-6), seated }
}

function pairsOf(seating: Seating, teams: Int32Array): Arcs {
  const set = emptyArcs(seating.teams)
  for (const t of teams) for (let i = 0; i < seating.people; i++) if (seating.roleAt(i, t) !== 0) set.add(t, i)
  return set.list(teams)
}
