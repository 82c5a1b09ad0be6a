// Which pairs of person and team a linear program is given: the seated, some of the nearest, whoever a round of pricing misses; and for the
// program in whole numbers those that could be in any better seating.
import { emptyArcs, type ArcSet, type Arcs } from './arcs.ts'
import { queueByPrice, type Queue } from './price-queue.ts'
import type { Aim, Priced } from './priced.ts'
import type { PricedLevel, Prices } from './prices.ts'
import { worthIn, type Worth } from './program.ts'
import type { Seating } from './seating.ts'
import type { Seats } from './seats.ts'

const FIRST_ARCS = 48
/** Where people are many, with fewer pairs to begin with: time grows faster than their number. */
const FEWER_ARCS = 30
const MANY_PEOPLE = 4000
const PER_HOME = 6
/** Pairs that a round of pricing may add a team. */
const MOST_MISSED = 24
/** Kilometres that weigh as much as one unit of a level, where there are more pairs that matter than a program can hold. */
const NEARNESS = 1000
/** The share of a person with which the relaxation may want him in a team. */
const LEAST_SHARE = 1e-3

export function addSeated(seats: Seats, set: ArcSet, teams: Int32Array): void {
  for (const t of teams) {
    for (let p = seats.start[t] ?? 0; p < (seats.start[t + 1] ?? 0); p++) {
      const i = seats.members[p] ?? -1
      if (i >= 0) set.add(t, i)
    }
  }
}

/** Some of the nearest homes' people for each team, each team beginning elsewhere in a home, so that everybody is asked for by somebody. */
export function addNearest(seating: Seating, set: ArcSet, teams: Int32Array): void {
  const { journeys, roleAt } = seating
  for (const t of teams) {
    let left = seating.people > MANY_PEOPLE ? FEWER_ARCS : FIRST_ARCS
    for (const home of journeys.nearest[journeys.hostOf[t] ?? 0] ?? []) {
      const people = journeys.peopleOf[home] ?? new Int32Array()
      let taken = 0
      for (let k = 0; k < people.length && taken < PER_HOME && left > 0; k++) {
        const i = people[(t * 7 + k) % people.length] ?? 0
        if (roleAt(i, t) === 0) continue
        set.add(t, i)
        taken++
        left--
      }
      if (left <= 0) break
    }
  }
}

/** Adds whoever a team would pay more for than he costs, the most missed first; answers how many. */
export function addMissed(
  seating: Seating,
  { program, relaxed, prices }: Omit<Priced, 'proof'>,
  of: PricedLevel,
  set: ArcSet,
): number {
  const queue = queueByPrice(seating, prices, of)
  const before = set.size()
  const most = seating.people > MANY_PEOPLE ? 2 * FIRST_ARCS : seating.people
  for (let t = 0; t < seating.teams; t++) {
    const worth = worthIn(program, relaxed.rowDual, t)
    const missed = worthwhile(queue, prices, worth, t, most, -1e-4).sort((a, b) => a.reduced - b.reduced || a.i - b.i)
    for (const { i } of missed.slice(0, MOST_MISSED)) set.add(t, i)
  }
  return set.size() - before
}

interface Pair {
  readonly t: number
  readonly i: number
  /** What he costs beyond what the team pays for him. */
  readonly reduced: number
}

/** Whom a team could have at no more than `slack` beyond what it pays, among the `most` cheapest. */
function worthwhile(queue: Queue, prices: Prices, worth: Worth, t: number, most: number, slack: number): Pair[] {
  const { candidates } = queue(t, most, prices.scale * (worth.most + slack))
  const found: Pair[] = []
  for (let k = 0; k < candidates.count; k++) {
    const [i, role] = [candidates.person[k] ?? 0, candidates.role[k] ?? 0]
    const reduced = (candidates.price[k] ?? 0) / prices.scale - worth.of(i, role)
    if (reduced <= slack) found.push({ t, i, reduced })
  }
  return found
}

export interface Pairs {
  readonly list: Arcs
  readonly isComplete: boolean
}

/**
 * The pairs that a seating below `value` could use: what the duals pay for all teams is a bound, and a pair that costs more beyond them than
 * `value` is above it can be in none. All such pairs, or the likeliest `most` of them.
 */
export function pairsThatMatter(
  seating: Seating,
  { program, relaxed, prices }: Priced,
  { of, stands }: Aim,
  seats: Seats,
  value: number,
  most: number,
): Pairs {
  const queue = queueByPrice(seating, prices, of)
  const teams = Int32Array.from({ length: seating.teams }, (_, t) => t)
  const worths = Array.from(teams, (t) => worthIn(program, relaxed.rowDual, t))
  let bound =
    -(
      prices.people.reduce((sum, price) => sum + price, 0) +
      prices.perExposure * stands.exposure +
      prices.perFact * stands.facts
    ) / prices.scale
  worths.forEach((worth, t) => {
    bound += worth.paid
    for (const { reduced } of worthwhile(queue, prices, worth, t, seating.people, 0)) bound += reduced
  })
  const found = worths.flatMap((worth, t) => worthwhile(queue, prices, worth, t, seating.people, value - bound + 1e-4))
  const isComplete = found.length <= most
  // where many are alike, those who come from near
  const rank = ({ t, i, reduced }: Pair): number => Math.max(0, reduced) + seating.travelAt(i, t) / NEARNESS
  if (!isComplete) found.sort((a, b) => rank(a) - rank(b) || a.t - b.t || a.i - b.i).splice(most)
  const set = emptyArcs(seating.teams)
  addSeated(seats, set, teams)
  program.arcs.person.forEach((i, k) => (relaxed.chosen[k] ?? 0) > LEAST_SHARE && set.add(program.arcs.team[k] ?? 0, i))
  for (const { t, i } of found) set.add(t, i)
  return { list: set.list(teams), isComplete }
}
