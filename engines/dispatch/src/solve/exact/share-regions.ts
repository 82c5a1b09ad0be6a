// Regions that teams share, without the teams: how many teams a region gets and who goes there. Teams that are alike make the model of the whole
// hard for no reason but that they can be exchanged; here they cannot. What joins people within one team is dropped or summed up over the
// teams of a region, so that no plan has a shorter journey than this program.
import type { Highs } from 'highs'
import type { Objective } from '../../plan.ts'
import type { Instance } from '../compile/instance.ts'
import type { Layout } from '../layout/layout.ts'
import { teamsByRegion } from '../layout/least-spread.ts'
import type { Option } from '../layout/options.ts'
import type { Meter } from '../meter.ts'
import { ALL_HARD } from '../switches.ts'
import { addColumns, type Arc } from './columns.ts'
import { solveMip } from './highs.ts'
import { addRow, addTerm, emptyLp, emptySum, type Sum } from './lp.ts'
import { addTeamRows } from './team-rows.ts'

/** Part of the effort that is left which the program may take. */
const SHARE = 4

interface Place {
  readonly option: Option
  readonly least: number
  readonly most: number
}

/**
 * Kilometres below which no plan is whose better levels are no worse than `stands` and in which every team has a target of its own; null
 * where the regions are not shared by teams that are alike.
 */
export function travelByRegions(
  highs: Highs,
  instance: Instance,
  layout: Layout,
  exposureFree: boolean,
  stands: Objective,
  meter: Meter,
): number | null {
  const places = placesOf(instance, layout, stands.workloadSpread)
  if (places === null) return null
  const lp = emptyLp()
  const options = places.map(({ option }) => option)
  const scope = { instance, layout: { ...layout, options }, switches: ALL_HARD, exposureFree, requireWork: true }
  const columns = addColumns(lp, scope)
  const [teams, facts, travel] = [emptySum(), emptySum(), emptySum()]
  for (const { option, least, most } of places) {
    const chosen = columns.options.get(option.index) ?? 0
    lp.lower[chosen] = least
    lp.upper[chosen] = most
    addTerm(teams, chosen, 1)
    for (const taken of columns.targets.get(option.index)?.values() ?? []) lp.lower[taken] = 1
  }
  for (const option of options) addTeamRows({ lp, scope, columns, slacks: [] }, option)
  addRow(lp, layout.byTeam.length, layout.byTeam.length, teams)
  const served = new Map<number, Sum>()
  for (const arc of columns.arcs) {
    addTo(served, arc)
    if (arc.unverified > 0) addTerm(facts, arc.column, arc.unverified)
    if (arc.travel > 0) addTerm(travel, arc.column, arc.travel)
  }
  for (const sum of served.values()) addRow(lp, 0, 1, sum)
  addRow(lp, -Infinity, stands.unverified, facts)
  const answer = solveMip(highs, lp, travel, {
    work: Math.ceil(meter.left() / SHARE),
    onCheckpoint: (done) => (meter.report('exact', done) ? 'stop' : undefined),
  })
  // cut short by a stop it counts as not begun
  if (meter.isStopped()) return null
  meter.spend(answer.work)
  return answer.bound > 0 && answer.bound < Infinity ? Math.ceil(answer.bound - 1e-6) : null
}

function addTo(served: Map<number, Sum>, { person, column }: Arc): void {
  const sum = served.get(person) ?? emptySum()
  addTerm(sum, column, 1)
  served.set(person, sum)
}

/** One option for each region that is shared, with how many teams it may have; one for each team that has nothing to choose. */
function placesOf(instance: Instance, layout: Layout, spread: number): readonly Place[] | null {
  const { problem, pinsOf } = instance
  const counts = pinsOf.size > 0 ? null : teamsByRegion(instance, layout, spread)
  if (counts === null) return null
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
    const [least, most] = counts.get(region) ?? [Infinity, 0]
    if (least > most) return null
    places.push({ option, least, most })
  }
  return places
}
