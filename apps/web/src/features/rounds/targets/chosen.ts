import type { listRoundTargets, listUnits, ReplyOf, setRoundTargets, BodyOf } from '@shengmian/contract'

export type Unit = ReplyOf<typeof listUnits>['items'][number]
export type RoundTarget = ReplyOf<typeof listRoundTargets>['items'][number]

/** A unit that was picked, with what the round adds to it; `workload: null` = the server estimates it. */
export interface Chosen {
  readonly unit: string
  readonly name: string
  readonly place: { readonly code: string; readonly name: string }
  readonly class: Unit['class']
  readonly lastInspected: string | null
  readonly officials: number | null
  readonly workload: number | null
  readonly needs: readonly string[]
  readonly reason: string | null
  /** Of a target that was saved: who supervises it day by day. */
  readonly supervisor: string | null
}

export function chosenOfUnit(unit: Unit): Chosen {
  const { id, name, place, lastInspected, officials } = unit
  const added = { workload: null, needs: [], reason: null, supervisor: null }
  return { unit: id, name, place, class: unit.class, lastInspected, officials, ...added }
}

export function chosenOfTarget(target: RoundTarget): Chosen {
  const { unit, name, place, lastInspected, insiders, workload, needs, reason, supervisor } = target
  return { unit, name, place, class: target.class, lastInspected, officials: insiders, workload, needs, reason, supervisor }
}

/** The whole set as the server takes it. */
export function bodyOf(chosen: Iterable<Chosen>): BodyOf<typeof setRoundTargets> {
  return {
    targets: Array.from(chosen, ({ unit, workload, needs, reason }) => ({
      unit,
      ...(workload === null ? {} : { workload }),
      ...(needs.length === 0 ? {} : { needs: [...needs] }),
      ...(reason === null || reason.trim() === '' ? {} : { reason: reason.trim() }),
    })),
  }
}

/** Bands of time since the last inspection; `none` = nothing on record, which is not proof of never. */
export type Age = 'none' | 'old' | 'middle' | 'recent'

/** Whole years from a day to another. */
export function yearsBetween(day: string, until: string): number {
  const years = Number(until.slice(0, 4)) - Number(day.slice(0, 4))
  return until.slice(5) < day.slice(5) ? years - 1 : years
}

export function ageOf(lastInspected: string | null, on: string): Age {
  if (lastInspected === null) return 'none'
  const years = yearsBetween(lastInspected, on)
  return years >= 5 ? 'old' : years >= 3 ? 'middle' : 'recent'
}
