// How far a search looks for people: the nearest homes of a host, as many as have enough people between them.
import type { Seating } from './seating.ts'

/** For each team the number of its host's nearest homes that together have `people` people, and at least `homes` of them. */
export function reachOf({ journeys }: Seating, people: number, homes: number): Int32Array {
  const byHost = journeys.nearest.map((nearest) => {
    let [count, met] = [0, 0]
    for (const home of nearest) {
      if (met >= people && count >= homes) break
      met += journeys.peopleOf[home]?.length ?? 0
      count++
    }
    return count
  })
  return journeys.hostOf.map((host) => byHost[host] ?? 0)
}

/** For each home the teams that reach it. */
export function reachedBy({ journeys, teams }: Seating, reach: Int32Array): readonly Int32Array[] {
  const lists: number[][] = Array.from({ length: journeys.homes }, () => [])
  for (let t = 0; t < teams; t++) {
    for (const home of journeys.nearest[journeys.hostOf[t] ?? 0]?.subarray(0, reach[t]) ?? []) lists[home]?.push(t)
  }
  return lists.map((list) => Int32Array.from(list))
}
