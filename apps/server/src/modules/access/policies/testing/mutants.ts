// Policies with one word changed: every one must be told from the true one by some row of the world.
import type { Condition } from '../condition.ts'

export interface Mutant {
  readonly where: string
  readonly condition: Condition
}

const ALWAYS: Condition = { kind: 'all', of: [] }
const NEVER: Condition = { kind: 'any', of: [] }

/** The condition with each of its parts in turn made always true and always false, and each role and value left out. */
export function mutantsOf(condition: Condition, where = ''): readonly Mutant[] {
  const here = `${where}/${condition.kind}`
  const whole: readonly Mutant[] = [
    { where: `${here} always`, condition: ALWAYS },
    { where: `${here} never`, condition: NEVER },
  ]
  switch (condition.kind) {
    case 'all':
    case 'any':
      return [
        ...whole,
        ...condition.of.flatMap((inner, index) =>
          mutantsOf(inner, `${here}[${index}]`).map((mutant) => ({
            where: mutant.where,
            condition: { ...condition, of: condition.of.map((kept, place) => (place === index ? mutant.condition : kept)) },
          })),
        ),
      ]
    case 'not':
      return [
        ...whole,
        ...mutantsOf(condition.of, here).map((mutant) => ({
          where: mutant.where,
          condition: { ...condition, of: mutant.condition },
        })),
      ]
    case 'through':
      return [
        ...whole,
        ...mutantsOf(condition.when, here).map((mutant) => ({
          where: mutant.where,
          condition: { ...condition, when: mutant.condition },
        })),
      ]
    case 'covers':
    case 'covers-county':
    case 'covers-area':
    case 'holds-at':
    case 'derived':
      return [
        ...whole,
        ...condition.roles.map((role) => ({
          where: `${here} without ${role}`,
          condition: { ...condition, roles: condition.roles.filter((kept) => kept !== role) },
        })),
        ...(condition.kind === 'derived'
          ? Object.keys(condition.match)
              .filter(() => Object.keys(condition.match).length > 1)
              .map((column) => ({
                where: `${here} without ${column}`,
                condition: {
                  ...condition,
                  match: Object.fromEntries(Object.entries(condition.match).filter(([kept]) => kept !== column)),
                },
              }))
          : []),
      ]
    case 'listed':
      return [
        ...whole,
        ...condition.values.map((value) => ({
          where: `${here} without ${value}`,
          condition: { ...condition, values: condition.values.filter((kept) => kept !== value) },
        })),
      ]
    default:
      return whole
  }
}
