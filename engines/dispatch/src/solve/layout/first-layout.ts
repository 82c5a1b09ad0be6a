// A promising choice of places, before anybody is seated: each option is judged by its cheapest people, then targets are divided evenly.
import type { Highs } from 'highs'
import type { FixedLayout } from '../anneal/field.ts'
import type { Instance } from '../compile/instance.ts'
import type { Arc, Columns, Scope } from '../exact/columns.ts'
import { solveMip } from '../exact/highs.ts'
import { addColumn, addRow, addTerm, emptyLp, emptySum, type Lp, type Sum } from '../exact/lp.ts'
import { addSwapRows, addCoverRows, addOptionRows } from '../exact/place-rows.ts'
import { addSpread } from '../exact/levels.ts'
import type { Draft } from '../exact/team-rows.ts'
import type { Meter } from '../meter.ts'
import type { Option } from './options.ts'

/** What a seat counts that nobody can fill: more than any doubt about people. */
const EMPTY_SEAT = 100_000
/** Work for dividing targets. */
const PATIENCE = 1_000_000

/** One option and one list of targets for each team, or null where places alone already clash. */
export function chooseLayout(
  highs: Highs,
  scope: Scope,
  arcs: ReadonlyMap<number, readonly Arc[]>,
  meter: Meter,
): FixedLayout | null {
  const lp = emptyLp()
  const columns = addPlaceColumns(lp, scope)
  const draft: Draft = { lp, scope, columns, slacks: [] }
  addOptionRows(draft)
  addCoverRows(draft)
  addSwapRows(draft)
  addSupplyRows(scope.instance, lp, columns, scope.layout.options)
  const lack = emptySum()
  const journeys = emptySum()
  for (const option of scope.layout.options) {
    const column = columns.options.get(option.index) ?? 0
    const guess = estimate(scope.instance, option, arcs.get(option.index) ?? [])
    addTerm(lack, column, guess.lack)
    addTerm(journeys, column, guess.travel)
  }
  // in the order of the objective: what cannot be filled or is unverified, memory; workload; travel
  let values: Float64Array | null = null
  for (const sum of [lack, addSpread(draft), journeys]) {
    const answer = solveMip(highs, lp, sum, { work: PATIENCE })
    meter.spend(answer.work)
    if (answer.values === null) break
    values = answer.values
    addRow(lp, -Infinity, valueOf(sum, values), sum)
  }
  return values === null ? null : readLayout(scope.layout.byTeam, columns, values)
}

function valueOf(sum: Sum, values: Float64Array): number {
  return sum.columns.reduce((total, column, k) => total + (sum.values[k] ?? 0) * Math.round(values[column] ?? 0), 0)
}

function addPlaceColumns(lp: Lp, { layout }: Scope): Columns {
  const options = new Map(
    layout.options.map((option) => [option.index, addColumn(lp, layout.byTeam[option.team]?.length === 1 ? 1 : 0, 1, true)]),
  )
  const targets = new Map(
    layout.options
      .filter((option) => layout.isShared(option))
      .map((option) => [option.index, new Map(option.targets.map((d) => [d, addColumn(lp, 0, 1, true)]))] as const),
  )
  return { options, targets, arcs: [], byOption: new Map() }
}

/** A home cannot send more people than it has. */
function addSupplyRows(instance: Instance, lp: Lp, columns: Columns, options: readonly Option[]): void {
  const { rules, problem, homes, homeOf } = instance
  const sums = new Map<number, Sum>()
  for (const option of options) {
    const kinds = instance.kinds[option.team] ?? []
    const sent = kinds
      .filter((kind) => kind.origin === 'sender' || (rules.wholeTeams && !kind.local && !(rules.elevated && kind.leads)))
      .reduce((sum, kind) => sum + kind.slots.length, 0)
    const home = option.home === null ? -1 : homes.findIndex((code) => option.home?.startsWith(code) ?? false)
    const column = columns.options.get(option.index)
    if (home < 0 || sent === 0 || column === undefined) continue
    const sum = sums.get(home) ?? emptySum()
    addTerm(sum, column, sent)
    sums.set(home, sum)
  }
  for (const [home, sum] of sums) {
    const supply = problem.people.filter((person, i) => homeOf[i] === home && !person.unavailable).length
    addRow(lp, -Infinity, supply, sum)
  }
}

interface Guess {
  readonly lack: number
  readonly travel: number
}

function estimate(instance: Instance, option: Option, arcs: readonly Arc[]): Guess {
  const seats = instance.problem.teams[option.team]?.slots.length ?? 0
  const cheapest = [...arcs].sort((a, b) => roughly(a) - roughly(b)).slice(0, seats)
  const people = new Set(arcs.map((arc) => arc.person)).size
  const short = (instance.kinds[option.team] ?? []).reduce(
    (sum, kind, k) => sum + Math.max(0, kind.slots.length - arcs.filter((arc) => (arc.kinds & (1 << k)) !== 0).length),
    Math.max(0, seats - people),
  )
  const unsure = cheapest.reduce((sum, arc) => sum + arc.unverified + arc.exposure, 0)
  return {
    lack: EMPTY_SEAT * short + 100 * unsure + option.memory,
    travel: cheapest.reduce((sum, arc) => sum + arc.travel, 0),
  }
}

function roughly(arc: Arc): number {
  return arc.travel + 1000 * arc.unverified + 10 * arc.exposure
}

function readLayout(byTeam: readonly (readonly Option[])[], columns: Columns, values: Float64Array): FixedLayout | null {
  const isOn = (column: number | undefined): boolean => column !== undefined && (values[column] ?? 0) > 0.5
  const teams = byTeam.map((options) => {
    const option = options.find((candidate) => isOn(columns.options.get(candidate.index)))
    if (option === undefined) return null
    const shared = columns.targets.get(option.index)
    return { option, targets: option.targets.filter((d) => shared === undefined || isOn(shared.get(d))) }
  })
  return teams.every((team) => team !== null) ? teams : null
}
