// The part of a demonstration file (apps/server/demo/README.md) that belongs to the register.

/** One office's world: its talent pool, the units of its round, and what is declared between them. */
export interface DemonstrationWorld {
  /** Owner of pool and round: the commissioning place. */
  readonly authority: string
  readonly units: readonly { readonly ref: string; readonly name: string; readonly kind: string; readonly place: string }[]
  readonly officials: readonly {
    readonly ref: string
    readonly unit: string
    readonly name: string
    readonly title: string
    readonly head: boolean
    readonly since: string
  }[]
  readonly dossiers: readonly {
    readonly unit: string
    readonly class: string
    readonly reason: string
    readonly classedOn: string
    readonly reviewer: string
    readonly population: number
    readonly petitions: Readonly<Record<string, number>>
    readonly weakBranch: boolean
    readonly poverty: boolean
    readonly economy: number
    readonly conflicts: number
    readonly lastInspected: string | null
  }[]
  readonly people: readonly {
    readonly ref: string
    readonly number: string
    readonly name: string
    readonly home: string | null
    readonly native: string | null
    readonly employer: string
    readonly unit: string | null
    readonly rank: string
    readonly source: string
    readonly roles: readonly string[]
    readonly skills: readonly string[]
    readonly experience: string
    readonly languages: readonly string[]
    readonly postings: readonly object[] | null
    readonly unverified: readonly string[]
    readonly absences: readonly object[]
  }[]
  readonly ties: readonly {
    readonly person: string
    readonly other: string
    readonly kind: string
    readonly degree: string | null
    readonly strength: number
    readonly source: string
    readonly day: string
  }[]
  readonly rounds: readonly {
    readonly start: string
    readonly barred: readonly {
      readonly person: string
      readonly target: string
      readonly why: string
      readonly source: string
    }[]
  }[]
}
