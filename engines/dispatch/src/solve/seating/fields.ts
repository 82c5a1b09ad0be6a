// What a team must have, as counts: a set of people fills the slots if and only if every group of kinds finds enough people (Hall's
// theorem). Seniors, newcomers and needed skills are counts too. All counts of a team stand side by side in a few integers, so that
// one addition and one mask test them all.
import type { Kind } from '../compile/instance.ts'

/** A count that a team needs: people for whom `has` holds, at least `least`. */
export interface Field {
  readonly least: number
  /** What it is about, for those who choose whom to seat first. */
  readonly has: (person: Qualities) => boolean
}

/** What of a person counts in a team of one shape. */
export interface Qualities {
  /** Kinds of slot that he may fill. */
  readonly kinds: number
  readonly isSenior: boolean
  readonly isNewcomer: boolean
  /** Bit n: he has the n-th needed skill. */
  readonly needs: number
}

/** How fields share integers: `width` bits each, `perLane` in one integer. */
export interface Packing {
  readonly lanes: number
  readonly width: number
  readonly perLane: number
  /** Added to the counts of a lane, a met field shows in its highest bit. */
  readonly bias: readonly number[]
  readonly guard: readonly number[]
}

export interface Mix {
  readonly minSenior: number
  /** Infinity where there is no limit. */
  readonly maxNewcomers: number
  readonly needs: number
}

/** The counts that decide whether `size` people can be a team; `masks` are the sets of kinds that occur. */
export function fieldsOf(kinds: readonly Kind[], size: number, masks: readonly number[], mix: Mix): readonly Field[] {
  const fields: Field[] = hallFields(kinds, size, masks)
  if (mix.minSenior > 0) fields.push({ least: mix.minSenior, has: (person) => person.isSenior })
  if (mix.maxNewcomers < size) fields.push({ least: size - mix.maxNewcomers, has: (person) => !person.isNewcomer })
  for (let n = 0; n < mix.needs; n++) fields.push({ least: 1, has: (person) => (person.needs & (1 << n)) !== 0 })
  return fields
}

/** One field for each group of kinds that not everybody can serve; a group implied by a larger one is left out. */
function hallFields(kinds: readonly Kind[], size: number, masks: readonly number[]): Field[] {
  const distinct = [...new Set(masks)].filter((mask) => mask !== 0)
  const common = distinct.reduce((all, mask) => all & mask, -1)
  const rare = kinds.map((_, k) => k).filter((k) => (common & (1 << k)) === 0)
  const byReach = new Map<string, { group: number; least: number }>()
  for (let subset = 1; subset < 1 << rare.length; subset++) {
    const chosen = rare.filter((_, at) => (subset & (1 << at)) !== 0)
    const group = chosen.reduce((bits, k) => bits | (1 << k), 0)
    const least = chosen.reduce((sum, k) => sum + (kinds[k]?.slots.length ?? 0), 0)
    const reach = distinct.map((mask) => ((mask & group) === 0 ? '0' : '1')).join('')
    if (!reach.includes('0') && least <= size) continue
    const known = byReach.get(reach)
    if (known === undefined || known.least < least) byReach.set(reach, { group, least })
  }
  return [...byReach.values()].map(({ group, least }) => ({ least, has: (person) => (person.kinds & group) !== 0 }))
}

/** Kinds that only some can fill; each doubles the groups to be counted. */
export function countRareKinds(kinds: readonly Kind[], masks: readonly number[]): number {
  const common = masks.reduce((all, mask) => (mask === 0 ? all : all & mask), -1)
  return kinds.filter((_, k) => (common & (1 << k)) === 0).length
}

export function packingOf(fields: readonly Field[], size: number): Packing {
  let width = 2
  while (1 << (width - 1) < size) width++
  const perLane = Math.max(1, Math.floor(32 / width))
  const lanes = Math.max(1, Math.ceil(fields.length / perLane))
  const bias = Array.from({ length: lanes }, () => 0)
  const guard = Array.from({ length: lanes }, () => 0)
  fields.forEach(({ least }, f) => {
    const lane = Math.floor(f / perLane)
    const shift = width * (f % perLane)
    bias[lane] = ((bias[lane] ?? 0) + (((1 << (width - 1)) - least) << shift)) | 0
    guard[lane] = (guard[lane] ?? 0) | (1 << (width - 1 + shift)) | 0
  })
  return { lanes, width, perLane, bias, guard }
}

/** What a person adds to the counts, lane by lane. */
export function contributionOf(fields: readonly Field[], packing: Packing, person: Qualities): readonly number[] {
  const lanes = Array.from({ length: packing.lanes }, () => 0)
  fields.forEach((field, f) => {
    if (!field.has(person)) return
    const lane = Math.floor(f / packing.perLane)
    lanes[lane] = ((lanes[lane] ?? 0) + (1 << (packing.width * (f % packing.perLane)))) | 0
  })
  return lanes
}

/** Units by which counts fall short. */
export function shortOf(fields: readonly Field[], packing: Packing, count: (lane: number) => number): number {
  let short = 0
  fields.forEach(({ least }, f) => {
    const shift = packing.width * (f % packing.perLane)
    const has = (count(Math.floor(f / packing.perLane)) >>> shift) & ((1 << packing.width) - 1)
    if (has < least) short += least - has
  })
  return short
}
