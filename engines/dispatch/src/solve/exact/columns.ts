// The choices of the exact model: which option a team takes, which targets, and who sits in which group of slots.
import { countBits } from '../compile/bits.ts'
import type { Instance } from '../compile/instance.ts'
import type { Layout } from '../layout/layout.ts'
import type { Option } from '../layout/options.ts'
import { fitsKind, isUnknown, placeBits, targetBits } from '../layout/seats.ts'
import { bitOf, rulesOf, type RuleName } from '../rule-names.ts'
import type { Switches } from '../switches.ts'
import { addColumn, type Lp } from './lp.ts'

/** One person in one group of slots of one option. */
export interface Arc {
  readonly column: number
  readonly person: number
  readonly option: Option
  readonly group: number
  /** Bits of the kinds of the group that he may fill. */
  readonly kinds: number
  readonly local: boolean
  readonly exposure: number
  readonly unverified: number
  readonly travel: number
  /** Barred from a team that gets no target: an unverified fact is unverified without one. */
  readonly needsWork: boolean
  /** Targets of a shared region that he must not, or not freely, inspect. */
  readonly conflicts: readonly Conflict[]
  /** Seat rules that he breaks at a price. */
  readonly elastic: readonly RuleName[]
}

interface Conflict {
  readonly target: number
  readonly hard: boolean
  readonly elastic: readonly RuleName[]
  readonly exposure: number
  /** Bits of unverified facts that only some targets bring up. */
  readonly facts: number
}

export interface Columns {
  /** Column of an option by its index. */
  readonly options: ReadonlyMap<number, number>
  readonly arcs: readonly Arc[]
  readonly byOption: ReadonlyMap<number, readonly Arc[]>
  /** Column of a target under an option of a shared region. */
  readonly targets: ReadonlyMap<number, ReadonlyMap<number, number>>
}

export interface Scope {
  readonly instance: Instance
  readonly layout: Layout
  readonly switches: Switches
  /** Leave out everything that would expose a team. */
  readonly exposureFree: boolean
  /** Every team gets a target. */
  readonly requireWork: boolean
}

/** Slots whose people are counted together: local ones apart, leaders apart where their homes must differ; each kind alone when rules are priced. */
export function groupOf(scope: Scope, team: number, kind: number): number {
  if (scope.switches.isPriced) return kind
  const given = scope.instance.kinds[team]?.[kind]
  return (given?.local === true ? 2 : 0) + (scope.instance.rules.distinctLeaders && given?.leads === true ? 1 : 0)
}

export function addColumns(lp: Lp, scope: Scope): Columns {
  const { layout } = scope
  const options = new Map<number, number>()
  const targets = new Map<number, ReadonlyMap<number, number>>()
  for (const option of layout.options) {
    const isOnly = layout.byTeam[option.team]?.length === 1
    options.set(option.index, addColumn(lp, isOnly ? 1 : 0, 1, true))
    if (layout.isShared(option)) targets.set(option.index, new Map(option.targets.map((d) => [d, addColumn(lp, 0, 1, true)])))
  }
  const arcs: Arc[] = []
  const byOption = new Map<number, Arc[]>()
  for (const option of layout.options) {
    const own = scope.instance.problem.people.flatMap((_, i) => arcsOf(lp, scope, option, i))
    byOption.set(option.index, own)
    for (const arc of own) arcs.push(arc)
  }
  return { options, arcs, byOption, targets }
}

function arcsOf(lp: Lp, scope: Scope, option: Option, person: number): readonly Arc[] {
  const { instance, switches } = scope
  const id = instance.problem.people[person]?.id ?? ''
  const [hard, soft] = [switches.hardBits(id), switches.elasticBits(id)]
  const groups = new Map<number, { kinds: number; bits: number; local: boolean }>()
  instance.kinds[option.team]?.forEach((kind, k) => {
    if (!fitsKind(instance, person, kind, option)) return
    const bits = placeBits(instance, person, kind, option)
    if ((bits & hard) !== 0) return
    const group = groupOf(scope, option.team, k)
    const known = groups.get(group)
    groups.set(group, { kinds: (known?.kinds ?? 0) | (1 << k), bits: (known?.bits ?? 0) | bits, local: kind.local })
  })
  const arcs: Arc[] = []
  for (const [group, { kinds, bits, local }] of groups) {
    const about = weigh(scope, option, person, local, hard, soft)
    if (about === null) continue
    arcs.push({
      column: addColumn(lp, 0, 1, true),
      person,
      option,
      group,
      kinds,
      local,
      travel: instance.map.travel(instance.problem.people[person]?.home ?? null, option.host),
      exposure: about.exposure,
      unverified: about.unverified,
      needsWork: (hard & bitOf('unknown')) !== 0 && isUnknown(instance, person, local),
      conflicts: about.conflicts,
      elastic: [...new Set([...rulesOf(bits & soft & ~bitOf('pin')), ...about.elastic])],
    })
  }
  return arcs
}

type Weight = Pick<Arc, 'exposure' | 'unverified' | 'conflicts' | 'elastic'>

/** What a person's presence means for the targets; null where it is out of the question. */
function weigh(scope: Scope, option: Option, person: number, local: boolean, hard: number, soft: number): Weight | null {
  const { instance, layout, exposureFree, requireWork } = scope
  const { any, each } = targetBits(instance, person, option.targets, local)
  const exposures = option.targets.map((d) => instance.exposures.of(person, d))
  if (!layout.isShared(option)) {
    const exposure = exposures.reduce((sum, value) => sum + value, 0)
    if ((any & hard) !== 0 || (exposureFree && exposure > 0)) return null
    const unverified = countBits(instance.unverified(person, option.targets, local))
    return { exposure, unverified, conflicts: [], elastic: rulesOf(any & soft) }
  }
  const facts = option.targets.map((d) => instance.unverified(person, [d], local))
  const always = facts.reduce((common, bits) => common & bits, ~0)
  const conflicts = option.targets.flatMap((target, k): readonly Conflict[] => {
    const [bits, exposure] = [each[k] ?? 0, exposures[k] ?? 0]
    const isHard = (bits & hard) !== 0 || (exposureFree && exposure > 0)
    const own = (facts[k] ?? 0) & ~always
    if (!isHard && (bits & soft) === 0 && exposure === 0 && own === 0) return []
    return [{ target, hard: isHard, elastic: rulesOf(bits & soft), exposure: isHard ? 0 : exposure, facts: own }]
  })
  const isShutOut = conflicts.length === option.targets.length && conflicts.every((conflict) => conflict.hard)
  if (isShutOut && requireWork) return null
  return { exposure: 0, unverified: countBits(always), conflicts, elastic: [] }
}
