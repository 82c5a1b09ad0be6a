// What everybody who sees a round's plan may see of its problem: names, places and seats. No tie, no fact about a person.
import type { Problem, ProblemSlot } from '@shengmian/dispatch'

interface Named {
  readonly id: string
  readonly name: string
}

export interface ProblemOutline {
  readonly people: readonly Named[]
  readonly targets: readonly Named[]
  readonly regions: readonly { readonly code: string; readonly name: string }[]
  readonly teams: readonly { readonly id: string; readonly slots: readonly ProblemSlot[] }[]
}

/** An outline as it is kept with a proposal. */
export interface KeptOutline extends ProblemOutline {
  /** What had been signed to give way when the solver was asked. */
  readonly relaxed?: readonly { readonly zh: string; readonly en: string }[]
}

export function outlineOf({ people, targets, regions, teams }: Problem): ProblemOutline {
  return {
    people: people.map(({ id, name }) => ({ id, name })),
    targets: targets.map(({ id, name }) => ({ id, name })),
    regions: regions.map(({ code, name }) => ({ code, name })),
    teams: teams.map(({ id, slots }) => ({ id, slots })),
  }
}

/** The outline kept with a row. */
export function outlineIn({ outline }: { readonly outline: unknown }): KeptOutline {
  return outline as KeptOutline
}
