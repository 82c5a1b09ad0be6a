// Everything that stands between the people of a pool and the units of a round: ties, earlier rounds, objections, pairs kept apart.
import { chooseApart, chooseBarred } from './choose-pairs.ts'
import { makeHistory } from './history.ts'
import type { Scenario } from './scenario.ts'
import { makeTies } from './ties.ts'
import type { PlaceCode, WorldOfficial, WorldPerson, WorldRound, WorldTarget, WorldTie } from './world-types.ts'

export type RelationsSetting = {
  readonly people: readonly WorldPerson[]
  readonly officials: readonly WorldOfficial[]
  readonly targets: readonly WorldTarget[]
  readonly regionOf: (unit: string) => PlaceCode
  /** Regions to which nothing may bar a person: a plan must exist. Absent: none is kept open. */
  readonly open?: (person: WorldPerson) => readonly PlaceCode[]
  readonly together?: (a: string, b: string) => boolean
  readonly weak: number
  readonly strong: number
  readonly others: readonly WorldPerson[]
  readonly apart: number
  readonly barred: number
  readonly rounds: readonly string[]
  readonly seen: (person: WorldPerson) => readonly PlaceCode[]
  readonly rate: number
}

export type Relations = { readonly ties: readonly WorldTie[] } & Pick<WorldRound, 'apart' | 'barred' | 'history'>

export function relate(it: Scenario, setting: RelationsSetting): Relations {
  const { people, officials, targets, regionOf, weak, strong, others, rounds, seen, rate } = setting
  const open = setting.open ?? (() => [])
  const units = new Set(targets.map(({ unit }) => unit))
  const insiders = officials
    .filter(({ unit }) => units.has(unit))
    .map((official) => ({ official, region: regionOf(official.unit) }))
  const pairs = it.stream('pairs')
  return {
    ties: makeTies({ random: it.stream('ties'), month: it.month, people, insiders, open, weak, strong, others }),
    apart: chooseApart(pairs, people, setting.apart, setting.together ?? (() => false)),
    barred: chooseBarred(
      pairs,
      people,
      targets.map((target) => ({ target, region: regionOf(target.unit) })),
      setting.barred,
      open,
    ),
    history: makeHistory({ random: it.stream('history'), people, rounds, regions: seen, open, rate }),
  }
}
