// Teams that ask for the same slots and skills share one shape; what a person can do in a shape does not depend on the place.
import type { FixedLayout } from '../anneal/field.ts'
import type { Instance, Kind } from '../compile/instance.ts'
import { countRareKinds, fieldsOf, packingOf, type Field, type Packing } from './fields.ts'

export interface Shape {
  readonly size: number
  readonly kinds: readonly Kind[]
  readonly fields: readonly Field[]
  readonly packing: Packing
  /** For each person the kinds that he has role and skill for. */
  readonly masks: Int32Array
  /** For each person the needed skills that he has, a bit each. */
  readonly needs: Int32Array
}

export interface Shapes {
  readonly list: readonly Shape[]
  readonly of: Int32Array
}

/** Groups of kinds beyond which counting them is no longer cheap, and skills beyond which they fill no integer. */
const MOST_RARE_KINDS = 6
const MOST_NEEDS = 30

/** The shapes of a round; null where one of them is beyond counting. */
export function shapesOf(instance: Instance, places: FixedLayout): Shapes | null {
  const { problem, rules } = instance
  const numbers = new Map<string, number>()
  const list: Shape[] = []
  const of = new Int32Array(places.length)
  for (const { option, targets } of places) {
    const kinds = instance.kinds[option.team] ?? []
    const skills = [...new Set(targets.flatMap((d) => problem.targets[d]?.needs ?? []))].sort()
    const key = JSON.stringify([kinds.map(({ role, skill, origin, slots }) => [role, skill, origin, slots.length]), skills])
    let number = numbers.get(key)
    if (number === undefined) {
      const leaders = kinds.filter((kind) => kind.leads).reduce((sum, kind) => sum + kind.slots.length, 0)
      if (skills.length > MOST_NEEDS || (rules.distinctLeaders && leaders > 1)) return null
      const shape = shapeOf(instance, kinds, skills)
      if (shape === null) return null
      number = list.push(shape) - 1
      numbers.set(key, number)
    }
    of[option.team] = number
  }
  return { list, of }
}

function shapeOf(instance: Instance, kinds: readonly Kind[], skills: readonly string[]): Shape | null {
  const { problem, rules } = instance
  const size = kinds.reduce((sum, kind) => sum + kind.slots.length, 0)
  const masks = Int32Array.from(problem.people, ({ roles }, i) =>
    kinds.reduce((bits, { role, skill }, k) => {
      const fits = roles.includes(role) && (skill === null || instance.skills[i]?.has(skill) === true)
      return fits ? bits | (1 << k) : bits
    }, 0),
  )
  // where a slot has an origin or a leader comes from above, who may fill it depends on the place: any part of a mask may occur
  const isPlaced = rules.elevated || kinds.some((kind) => kind.origin !== null)
  const occurring = isPlaced ? partsOf(kinds) : [...new Set(masks)]
  if (occurring === null || countRareKinds(kinds, occurring) > MOST_RARE_KINDS) return null
  const fields = fieldsOf(kinds, size, occurring, {
    minSenior: rules.minSenior,
    maxNewcomers: rules.maxNewcomers ?? Infinity,
    needs: skills.length,
  })
  // more of something than a team has seats fits no count, and no team: why is said elsewhere
  if (fields.some(({ least }) => least > size)) return null
  const needs = Int32Array.from(problem.people, (_, i) =>
    skills.reduce((bits, skill, n) => (instance.skills[i]?.has(skill) === true ? bits | (1 << n) : bits), 0),
  )
  return { size, kinds, fields, packing: packingOf(fields, size), masks, needs }
}

function partsOf(kinds: readonly Kind[]): readonly number[] | null {
  if (kinds.length > MOST_RARE_KINDS) return null
  return Array.from({ length: (1 << kinds.length) - 1 }, (_, at) => at + 1)
}
