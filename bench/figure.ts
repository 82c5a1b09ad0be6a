// What a measurement says: one figure, its target, and whether it holds.

export interface Figure {
  readonly topic: string
  readonly figure: string
  readonly value: number
  readonly unit: string
  /** In words a reader can check, e.g. `≤ 20`. With --quick it states the reduced count. */
  readonly target: string
  readonly holds: boolean
  /** How it was measured: counts, machine, what was left out. With --quick it states the full count. */
  readonly how: string
}

/** A measurement of one or several figures of a topic; `quick` asks for counts that fit the whole topic into 60 s. */
export type Measure = (options: { readonly quick: boolean }) => Promise<readonly Omit<Figure, 'topic'>[]>

/** What `bench/<topic>/index.ts` exports as `measures`, in the order they run. */
export type Measures = Readonly<Record<string, Measure>>
