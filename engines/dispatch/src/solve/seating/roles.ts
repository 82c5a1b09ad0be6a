// The few different things that people are to teams, numbered, so that a pair needs two bytes.
import type { Instance } from '../compile/instance.ts'
import { contributionOf } from './fields.ts'
import type { Shapes } from './shapes.ts'

/** What one person is to one team. */
export interface Role {
  /** Kinds of slot that he may fill. */
  readonly kinds: number
  readonly isLocal: boolean
  readonly facts: number
  readonly isExposed: boolean
  readonly isMoved: boolean
  /** What he adds to the counts of the team. */
  readonly lanes: readonly number[]
  /** Kilometres added to his journey: what facts and moves weigh in a search. */
  readonly surcharge: number
}

type Traits = Pick<Role, 'kinds' | 'isLocal' | 'facts' | 'isExposed' | 'isMoved'>

/** What the better levels weigh, in kilometres: far above any journey, so that a search serves them first. */
export interface Weights {
  readonly fact: number
  readonly exposure: number
  readonly moved: number
}

export interface RoleBook {
  readonly roles: readonly Role[]
  readonly numberOf: (person: number, shape: number, traits: Traits) => number
}

/** Numbers below this are not roles: 0 is "not looked at", 1 is "may not sit". */
const FIRST = 2
const NOBODY: Role = { kinds: 0, isLocal: false, facts: 0, isExposed: false, isMoved: false, lanes: [], surcharge: 0 }

export function openRoleBook({ senior, newcomer, problem }: Instance, shapes: Shapes, weights: Weights): RoleBook {
  const people = problem.people.length
  const roles: Role[] = Array.from({ length: FIRST }, () => NOBODY)
  const numbers = new Map<string, number>()
  // most people are the same to every team of a shape: the last answer is tried first
  const lastNumber = new Uint16Array(shapes.list.length * people)

  return {
    roles,
    numberOf(i, s, traits) {
      const at = s * people + i
      const last = roles[lastNumber[at] ?? 0]
      if (last !== undefined && isAlike(last, traits)) return lastNumber[at] ?? 0
      const shape = shapes.list[s]
      if (shape === undefined) throw new Error(`there is no shape ${s}`)
      const needs = shape.needs[i] ?? 0
      const own = { kinds: traits.kinds, isSenior: senior[i] === 1, isNewcomer: newcomer[i] === 1, needs }
      const lanes = contributionOf(shape.fields, shape.packing, own)
      const { kinds, isLocal, facts, isExposed, isMoved } = traits
      const key = `${kinds} ${lanes.join(' ')} ${isLocal} ${facts} ${isExposed} ${isMoved}`
      let number = numbers.get(key)
      if (number === undefined) {
        const surcharge = facts * weights.fact + (isMoved ? weights.moved : 0)
        number = roles.push({ kinds, isLocal, facts, isExposed, isMoved, lanes, surcharge }) - 1
        if (number > 65_535) throw new Error('more kinds of seat than two bytes can name')
        numbers.set(key, number)
      }
      lastNumber[at] = number
      return number
    },
  }
}

function isAlike(role: Role, traits: Traits): boolean {
  return (
    role.kinds === traits.kinds &&
    role.facts === traits.facts &&
    role.isLocal === traits.isLocal &&
    role.isExposed === traits.isExposed &&
    role.isMoved === traits.isMoved
  )
}
