// The rounds of the files are years old. A newcomer shall meet rounds under preparation, so the world is loaded as if it were of these days:
// each round at its next anniversary, and what is known a year before that, so that nothing has happened in the future.
import type { DemonstrationWorld } from './modules/registry/index.ts'
import type { DemonstrationRounds } from './modules/rounds/index.ts'

export type World = Omit<DemonstrationWorld & DemonstrationRounds, 'rounds'> & {
  readonly rounds: readonly (DemonstrationWorld['rounds'][number] & DemonstrationRounds['rounds'][number])[]
}

/** The world as it stands on a day (`YYYY-MM-DD`), moved by whole years: its rounds lie ahead, its facts behind. */
export function datedFor(day: string, world: World): World {
  const start = world.rounds[0]?.start ?? day
  const ahead = Number(day.slice(0, 4)) - Number(start.slice(0, 4)) + (start.slice(5) > day.slice(5) ? 0 : 1)
  const past = later(world, ahead - 1)
  return {
    ...past,
    // Moved along, visits of two years ago would make whoever plans a round of his own give reasons village by village.
    dossiers: past.dossiers.map((dossier, index) => ({
      ...dossier,
      lastInspected: world.dossiers[index]?.lastInspected ?? null,
    })),
    people: past.people.map((person, index) => ({ ...person, absences: later(world.people[index]?.absences ?? [], ahead) })),
    rounds: past.rounds.map((round, index) => {
      const { id, name, start, end } = world.rounds[index] ?? round
      return { ...round, ...later({ id, name, start, end }, ahead) }
    }),
  }
}

const DATE = /^\d{4}(?=-\d{1,2}(-\d\d)?$)|(?<!\d)\d{4}(?=年)/g

/** The same with every year in a date, a round's number, a title or a key moved on. */
function later<T>(value: T, years: number): T {
  const move = (year: string): string => String(Number(year) + years)
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return part.replace(DATE, move)
    if (Array.isArray(part)) return part.map(walk)
    if (part === null || typeof part !== 'object') return part
    return Object.fromEntries(Object.entries(part).map(([key, item]) => [/^\d{4}$/.test(key) ? move(key) : key, walk(item)]))
  }
  return walk(value) as T
}
