// Where whole teams travel, who meets whom is decided by the places: a ticket then turns the places among the teams, by annealing over
// exchanges of two places and turns of three. Targets move with their place, so every workload stays what it is.
import type { FixedLayout } from '../../solve/anneal/field.ts'
import { below, type Random } from '../../solve/anneal/random.ts'
import { THRESHOLDS } from '../../solve/anneal/thresholds.ts'
import { isSwap } from '../../solve/layout/options.ts'
import type { Ground } from './ground.ts'

const STEPS_A_TEAM = 400

/** Places for one ticket, cheapest under noise of at most `amplitude` kilometres a traveller. */
export function turnPlaces(ground: Ground, random: Random, amplitude: number): FixedLayout {
  const { places, offers } = ground
  const count = places.length
  if (count < 2 || amplitude === 0 || offers.length === 0) return places
  const cost = offers.map((row, t) =>
    row.map((offer) =>
      offer === null ? 0 : offer.cost + below(random, Math.min(amplitude * slotsOf(ground, t) + 1, 1_048_576)),
    ),
  )
  const memory = places.reduce((sum, { option }) => sum + option.memory, 0) + ground.tolerance.memory
  const at = places.map((_, t) => t)
  const costAt = (t: number): number => cost[t]?.[at[t] ?? 0] ?? 0
  const steps = STEPS_A_TEAM * count
  const hot = ground.field.unit + amplitude
  let [now, least, kept] = [0, 0, [...at]]
  for (let step = 0; step < steps; step++) {
    const moved = pickTeams(random, count)
    const before = moved.map((t) => at[t] ?? 0)
    const was = moved.reduce((sum, t) => sum + costAt(t), 0)
    moved.forEach((t, k) => {
      at[t] = before[(k + 1) % before.length] ?? 0
    })
    const change = moved.reduce((sum, t) => sum + costAt(t), 0) - was
    // cools from one long journey down to nothing, in integers
    const heat = Math.floor((hot * (steps - step)) / steps)
    const limit = Math.floor((heat * (THRESHOLDS[random() & 4095] ?? 0)) / 1024)
    if (change > limit || !holds(ground, at, moved, memory)) {
      moved.forEach((t, k) => {
        at[t] = before[k] ?? 0
      })
      continue
    }
    now += change
    if (now < least) [least, kept] = [now, [...at]]
  }
  return places.map((own, t) => {
    const option = offers[t]?.[kept[t] ?? 0]?.option
    const targets = places[kept[t] ?? 0]?.targets
    return option === undefined || targets === undefined ? own : { option, targets }
  })
}

function slotsOf({ instance }: Ground, team: number): number {
  return instance.problem.teams[team]?.slots.length ?? 0
}

function pickTeams(random: Random, count: number): readonly number[] {
  const first = below(random, count)
  const second = (first + 1 + below(random, count - 1)) % count
  if (count < 3 || (random() & 1) === 0) return [first, second]
  const third = below(random, count)
  return third === first || third === second ? [first, second] : [first, second, third]
}

function holds({ instance, offers }: Ground, at: readonly number[], moved: readonly number[], memory: number): boolean {
  const chosen = at.map((place, t) => offers[t]?.[place]?.option ?? null)
  if (moved.some((t) => chosen[t] === null)) return false
  if (chosen.reduce((sum, option) => sum + (option?.memory ?? 0), 0) > memory) return false
  return moved.every((t) => {
    const own = chosen[t]
    return own !== null && own !== undefined && chosen.every((other) => other === null || !isSwap(instance, own, other))
  })
}
