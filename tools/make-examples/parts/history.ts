// What earlier rounds left behind: who inspected where.
import type { Random } from './random.ts'
import type { PlaceCode, WorldPerson, WorldRound } from './world-types.ts'

export type HistorySetting = {
  readonly random: Random
  readonly people: readonly WorldPerson[]
  readonly rounds: readonly string[]
  /** Where this person may have been sent. */
  readonly regions: (person: WorldPerson) => readonly PlaceCode[]
  /** Regions that he must not have seen lately. */
  readonly open: (person: WorldPerson) => readonly PlaceCode[]
  /** In how many of 1000 cases somebody who is no newcomer took part in a round. */
  readonly rate: number
}

export function makeHistory({ random, people, rounds, regions, open, rate }: HistorySetting): WorldRound['history'] {
  return rounds.flatMap((round) =>
    people.flatMap((person) => {
      if (person.experience === 'newcomer' || !random.chance(rate)) return []
      const choices = regions(person).filter((region) => !open(person).some((place) => region.startsWith(place)))
      return choices.length === 0 ? [] : [{ round, person: person.ref, region: random.pick(choices) }]
    }),
  )
}
