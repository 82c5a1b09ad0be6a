// Decides what a policy says without a database: the second opinion that tests hold the database against.
import type { RoleName } from '@shengmian/contract'
import type { Condition, Derived, Roles } from './condition.ts'

/** From the lowest place to below the highest. */
export interface Area {
  readonly lo: number
  readonly hi: number
}

/** A standing role that is in force. */
export interface HeldRole {
  readonly role: RoleName
  readonly authority: number
  readonly area: Area
}

/** What the caller has at this instant, worked out from accounts, roles, rounds and orders. */
export interface Standing {
  /** Null: nobody is signed in, and every condition that asks for anything is false. */
  readonly account: string | null
  readonly person: string | null
  readonly roles: readonly HeldRole[]
  readonly recused: readonly Area[]
  readonly derived: (from: Derived, roles: Roles) => readonly Row[]
  /** The row of a table by id, where the caller can see it. */
  readonly visible: (table: string, id: string) => Row | null
}

export type Row = Readonly<Record<string, unknown>>

const SIZE: Readonly<Record<string, number>> = {
  nation: 1_000_000_000_000,
  province: 10_000_000_000,
  city: 100_000_000,
  county: 1_000_000,
  township: 1000,
  village: 1,
}

/** The area of a body by its place and level. */
export function areaOf(place: number, level: string): Area {
  const size = SIZE[level]
  if (size === undefined) throw new Error(`"${level}" is not a level`)
  return { lo: place, hi: place + size }
}

/** Whether the condition holds for a row. A missing value is never a match. */
export function decide(condition: Condition, standing: Standing, row: Row): boolean {
  switch (condition.kind) {
    case 'signed-in':
      return standing.account !== null
    case 'covers': {
      const place = numberOf(row, condition.column)
      return place !== null && areas(standing, condition.roles).some((area) => contains(area, { lo: place, hi: place + 1 }))
    }
    case 'covers-county': {
      const county = numberOf(row, condition.column)
      return county !== null && covered(standing, condition.roles, { lo: county * 1_000_000, hi: (county + 1) * 1_000_000 })
    }
    case 'covers-area': {
      const place = numberOf(row, condition.place)
      return place !== null && covered(standing, condition.roles, areaOf(place, String(row[condition.level])))
    }
    case 'holds-at': {
      const authority = numberOf(row, condition.column)
      return standing.roles.some((held) => condition.roles.includes(held.role) && held.authority === authority)
    }
    case 'own-account':
      return standing.account !== null && row[condition.column] === standing.account
    case 'own-person':
      return standing.person !== null && row[condition.column] === standing.person
    case 'derived':
      return standing.derived(condition.from, condition.roles).some((candidate) => matches(row, candidate, condition.match))
    case 'recused': {
      const place = numberOf(row, condition.column)
      return place !== null && standing.recused.some((area) => contains(area, { lo: place, hi: place + 1 }))
    }
    case 'listed':
      return condition.values.includes(String(row[condition.column]))
    case 'empty':
      return row[condition.column] === null || row[condition.column] === undefined
    case 'through': {
      const found = standing.visible(condition.table, String(row[condition.column]))
      return found !== null && decide(condition.when, standing, found)
    }
    case 'all':
      return condition.of.every((inner) => decide(inner, standing, row))
    case 'any':
      return condition.of.some((inner) => decide(inner, standing, row))
    case 'not':
      return !decide(condition.of, standing, row)
  }
}

function matches(row: Row, candidate: Row, match: Readonly<Record<string, string>>): boolean {
  return Object.entries(match).every(([mine, theirs]) => {
    const value = row[mine]
    return value !== null && value !== undefined && value === candidate[theirs]
  })
}

function areas(standing: Standing, roles: Roles): readonly Area[] {
  return standing.roles.filter((held) => roles.includes(held.role)).map((held) => held.area)
}

/** Whether the areas held together cover an area without a gap: several neighbours may do it jointly. */
function covered(standing: Standing, roles: Roles, wanted: Area): boolean {
  let reached = wanted.lo
  for (const area of [...areas(standing, roles)].sort((one, other) => one.lo - other.lo)) {
    if (area.lo <= reached && area.hi > reached) reached = area.hi
  }
  return reached >= wanted.hi
}

function contains(outer: Area, inner: Area): boolean {
  return outer.lo <= inner.lo && inner.hi <= outer.hi
}

function numberOf(row: Row, column: string): number | null {
  const value = row[column]
  return typeof value === 'number' ? value : null
}
