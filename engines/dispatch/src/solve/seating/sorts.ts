// People as teams of a shape see them before anybody asks where they come from: who is of one sort adds at most the same to its counts.
// And which counts are scarce: a person who adds to one of those is not to be spent where it is met.
import type { Seating } from './seating.ts'

export interface Sorts {
  /** For each shape the sort of each person. */
  readonly of: readonly Int32Array[]
  /** For each shape and sort: 1 at each count that somebody of the sort may add to. */
  readonly adds: readonly (readonly Uint8Array[])[]
  /** For each shape and count. */
  readonly isScarce: readonly (readonly boolean[])[]
}

/** Holders for each that teams ask for, in hundredths, below which a count is scarce. */
const SCARCE = 160

export function sortPeople({ instance, shapes, shapeOf, people }: Seating): Sorts {
  const { senior, newcomer, problem } = instance
  const isHere = Uint8Array.from(problem.people, ({ unavailable }) => (unavailable ? 0 : 1))
  const teamsOf = new Int32Array(shapes.length)
  for (const s of shapeOf) teamsOf[s] = (teamsOf[s] ?? 0) + 1
  const holders = new Map<string, { supply: number; demand: number }>()
  const sorted = shapes.map((shape, s) => {
    const { fields, masks, needs } = shape
    const of = new Int32Array(people)
    const adds: Uint8Array[] = []
    const numbers = new Map<string, number>()
    const supply = fields.map(() => ({ count: 0, print: 0 }))
    for (let i = 0; i < people; i++) {
      const key = `${masks[i]} ${senior[i]} ${newcomer[i]} ${needs[i]}`
      let number = numbers.get(key)
      if (number === undefined) {
        const own = { kinds: masks[i] ?? 0, isSenior: senior[i] === 1, isNewcomer: newcomer[i] === 1, needs: needs[i] ?? 0 }
        number = adds.push(Uint8Array.from(fields, (field) => (field.has(own) ? 1 : 0))) - 1
        numbers.set(key, number)
      }
      of[i] = number
      if (isHere[i] === 0 || masks[i] === 0) continue
      const own = adds[number]
      for (const [f, held] of supply.entries()) {
        if (own?.[f] !== 1) continue
        held.count++
        held.print = (Math.imul(held.print, 31) + i) | 0
      }
    }
    // shapes that ask for the same people share them
    const keys = supply.map(({ count, print }) => `${count} ${print}`)
    keys.forEach((key, f) => {
      const demand = (fields[f]?.least ?? 0) * (teamsOf[s] ?? 0)
      const shared = holders.get(key)
      if (shared === undefined) holders.set(key, { supply: supply[f]?.count ?? 0, demand })
      else shared.demand += demand
    })
    return { of, adds, keys }
  })
  const isScarce = (key: string): boolean => {
    const { supply, demand } = holders.get(key) ?? { supply: 0, demand: 0 }
    return supply * 100 < demand * SCARCE
  }
  return {
    of: sorted.map(({ of }) => of),
    adds: sorted.map(({ adds }) => adds),
    isScarce: sorted.map(({ keys }) => keys.map(isScarce)),
  }
}
