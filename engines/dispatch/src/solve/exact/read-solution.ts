// From columns back to a plan. Inside a team people are matched to slots here, so that rounding errors cannot reach them.
import type { DraftMember, DraftPlan } from '../draft.ts'
import type { Instance } from '../compile/instance.ts'
import type { Option } from '../layout/options.ts'
import { groupOf, type Arc, type Scope } from './columns.ts'
import type { Model } from './model.ts'

/** The plan that the values mean; null where they mean none. */
export function readSolution(model: Model, values: Float64Array): DraftPlan | null {
  const { scope, columns } = model
  const isOn = (column: number | undefined): boolean => column !== undefined && (values[column] ?? 0) > 0.5
  const plan = scope.layout.byTeam.map((options) => {
    const option = options.find((candidate) => isOn(columns.options.get(candidate.index)))
    if (option === undefined) return null
    const shared = columns.targets.get(option.index)
    const seated = (columns.byOption.get(option.index) ?? []).filter((arc) => isOn(arc.column))
    const members = seatPeople(scope, option, seated)
    if (members === null) return null
    return { option, targets: option.targets.filter((d) => shared === undefined || isOn(shared.get(d))), members }
  })
  return plan.every((team) => team !== null) ? plan : null
}

function seatPeople(scope: Scope, option: Option, arcs: readonly Arc[]): readonly DraftMember[] | null {
  const kinds = scope.instance.kinds[option.team] ?? []
  return matchSlots(
    scope.instance,
    option.team,
    arcs.map((arc) => ({
      person: arc.person,
      kinds: kinds.reduce(
        (bits, _, k) => ((arc.kinds & (1 << k)) !== 0 && groupOf(scope, option.team, k) === arc.group ? bits | (1 << k) : bits),
        0,
      ),
    })),
  )
}

/** Matches people to slots by augmenting paths, everybody seated, on the slots they had `before` where that can be; null where it cannot. */
export function matchSlots(
  instance: Instance,
  team: number,
  people: readonly { readonly person: number; readonly kinds: number }[],
  before: ReadonlyMap<number, number> = new Map(),
): readonly DraftMember[] | null {
  const kinds = instance.kinds[team] ?? []
  const slots = kinds.flatMap((kind, k) => kind.slots.map((slot) => ({ slot, bit: 1 << k })))
  const holder = new Map<number, number>()
  people.forEach((own, p) => {
    const old = slots.find(({ slot }) => slot === before.get(own.person))
    if (old !== undefined && (own.kinds & old.bit) !== 0) holder.set(old.slot, p)
  })
  const isSeated = new Set(holder.values())
  const seat = (p: number, seen: Set<number>): boolean => {
    for (const { slot, bit } of slots) {
      if (((people[p]?.kinds ?? 0) & bit) === 0 || seen.has(slot)) continue
      seen.add(slot)
      const other = holder.get(slot)
      if (other === undefined || seat(other, seen)) {
        holder.set(slot, p)
        return true
      }
    }
    return false
  }
  for (let p = 0; p < people.length; p++) if (!isSeated.has(p) && !seat(p, new Set())) return null
  return [...holder].map(([slot, p]) => ({ person: people[p]?.person ?? 0, slot })).sort((a, b) => a.slot - b.slot)
}
