// Regions that teams share, without the teams: how many teams a region gets and who goes there. Teams that are alike make the model of the whole
// hard for no reason but that they can be exchanged; here they cannot. What joins people within one team is dropped or summed up over the
// teams of a region, so that no plan has a shorter journey than this program.
import type { Highs } from 'highs'
import type { Objective } from '../../plan.ts'
import type { Instance } from '../compile/instance.ts'
import type { Layout } from '../layout/layout.ts'
import { sharesWithin, type Counts } from '../layout/least-spread.ts'
import type { Option } from '../layout/options.ts'
import type { Meter } from '../meter.ts'
import { ALL_HARD } from '../switches.ts'
import { addColumns, type Arc } from './columns.ts'
import { solveMip } from './highs.ts'
import { addColumn, addRow, addTerm, emptyLp, emptySum, type Lp, type Sum } from './lp.ts'
import { addTeamRows } from './team-rows.ts'

/** Part of the effort that is left which the program may take. */
const SHARE = 4
/** Work for places before there is any plan. */
const PATIENCE = 10_000_000
/** Its iterations are cheaper than their entries say: many columns, few rows. */
const WIDE = 8
/** Smallest workloads that the program may choose among. */
const MOST_WINDOWS = 12
/** Kilometres that an unverified fact weighs where facts are not limited. */
const FACT_WEIGHT = 10_000

interface Place {
  readonly option: Option
  readonly least: number
  readonly most: number
}

export interface Shares {
  /** How many teams each shared region gets. */
  readonly counts: ReadonlyMap<string, number>
  /** Kilometres: what no plan goes below whose better levels are no worse than was asked for. */
  readonly travel: number
}

/**
 * The best shares of the regions while better levels are no worse than `stands` and every team has a target of its own; null where regions are
 * not shared by teams that are alike, or nothing was found. Where unverified facts are not limited they weigh most, and journeys are no bound.
 */
export function shareRegions(
  highs: Highs,
  instance: Instance,
  layout: Layout,
  exposureFree: boolean,
  stands: Pick<Objective, 'unverified' | 'workloadSpread'>,
  meter: Meter,
): Shares | null {
  const windows = instance.pinsOf.size > 0 ? null : sharesWithin(instance, layout, stands.workloadSpread)
  const places = windows === null ? null : placesOf(instance, layout, windows)
  if (windows === null || places === null) return null
  const lp = emptyLp()
  const options = places.map(({ option }) => option)
  const scope = { instance, layout: { ...layout, options }, switches: ALL_HARD, exposureFree, requireWork: true }
  const columns = addColumns(lp, scope)
  const [teams, facts, cost] = [emptySum(), emptySum(), emptySum()]
  for (const { option, least, most } of places) {
    const chosen = columns.options.get(option.index) ?? 0
    lp.lower[chosen] = least
    lp.upper[chosen] = most
    addTerm(teams, chosen, 1)
    for (const taken of columns.targets.get(option.index)?.values() ?? []) lp.lower[taken] = 1
  }
  for (const option of options) addTeamRows({ lp, scope, columns, slacks: [] }, option)
  addWindows(lp, places, windows, columns.options)
  // people may be divided: with teams in whole numbers that is nearly as sharp, and a tenth of the work
  for (const arc of columns.arcs) lp.integer[arc.column] = false
  addRow(lp, layout.byTeam.length, layout.byTeam.length, teams)
  const isOpen = stands.unverified === Infinity
  const served = new Map<number, Sum>()
  for (const arc of columns.arcs) {
    addTo(served, arc)
    if (arc.unverified > 0) addTerm(facts, arc.column, arc.unverified)
    const weight = arc.travel + (isOpen ? FACT_WEIGHT * arc.unverified : 0)
    if (weight > 0) addTerm(cost, arc.column, weight)
  }
  for (const sum of served.values()) addRow(lp, 0, 1, sum)
  if (!isOpen) addRow(lp, -Infinity, stands.unverified, facts)
  const answer = solveMip(highs, lp, cost, {
    // places come before any plan: however little effort there is, and though a stop is asked for, they are the same
    work: isOpen ? PATIENCE : Math.ceil((meter.left() / SHARE) * WIDE),
    onCheckpoint: (done) => (!isOpen && meter.report('exact', Math.ceil(done / WIDE)) ? 'stop' : undefined),
  })
  // cut short by a stop it counts as not begun
  if (!isOpen && meter.isStopped()) return null
  meter.spend(Math.ceil(answer.work / WIDE))
  const { values } = answer
  if (values === null) return null
  const counts = new Map<string, number>()
  for (const { option } of places) {
    if (layout.isShared(option)) counts.set(option.region ?? '', Math.round(values[columns.options.get(option.index) ?? 0] ?? 0))
  }
  return { counts, travel: Math.max(0, Math.ceil(answer.bound - 1e-6)) }
}

function addTo(served: Map<number, Sum>, { person, column }: Arc): void {
  const sum = served.get(person) ?? emptySum()
  addTerm(sum, column, 1)
  served.set(person, sum)
}

/** All regions have their shares by the same smallest workload. */
function addWindows(lp: Lp, places: readonly Place[], windows: readonly Counts[], options: ReadonlyMap<number, number>): void {
  if (windows.length < 2 || windows.length > MOST_WINDOWS) return
  const chosen = windows.map(() => addColumn(lp, 0, 1, true))
  addRow(lp, 1, 1, { columns: chosen, values: chosen.map(() => 1) })
  for (const { option } of places) {
    const own = windows.map((counts) => counts.get(option.region ?? ''))
    const teams = options.get(option.index)
    if (teams === undefined || own.includes(undefined)) continue
    addRow(lp, 0, Infinity, { columns: [teams, ...chosen], values: [1, ...own.map((count) => -(count?.[0] ?? 0))] })
    addRow(lp, -Infinity, 0, { columns: [teams, ...chosen], values: [1, ...own.map((count) => -(count?.[1] ?? 0))] })
  }
}

/** One option for each region that is shared, with how many teams it may have; one for each team that has nothing to choose. */
function placesOf({ problem }: Instance, layout: Layout, windows: readonly Counts[]): readonly Place[] | null {
  const places: Place[] = []
  const known = new Map<string, Option>()
  const shapes = new Set<string>()
  for (const [t, options] of layout.byTeam.entries()) {
    const [only] = options
    if (only !== undefined && options.length === 1 && !layout.isShared(only)) {
      places.push({ option: only, least: 1, most: 1 })
      continue
    }
    shapes.add(JSON.stringify(problem.teams[t]?.slots))
    for (const option of options) {
      const before = known.get(option.region ?? '')
      if (before === undefined) known.set(option.region ?? '', option)
      else if (before.host !== option.host || before.home !== option.home) return null
    }
  }
  if (shapes.size !== 1) return null
  for (const [region, option] of known) {
    const own = windows.map((counts) => counts.get(region) ?? [Infinity, 0])
    const [least, most] = [Math.min(...own.map(([fewest]) => fewest)), Math.max(...own.map(([, many]) => many))]
    if (least > most) return null
    places.push({ option, least, most })
  }
  return places
}
