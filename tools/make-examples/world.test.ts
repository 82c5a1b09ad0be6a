// The demonstration world as it is committed: what a loader relies on.
import { readFileSync } from 'node:fs'
import { tieKinds } from '@shengmian/recusal'
import { describe, expect, it } from 'vitest'
import { WORLDS } from './examples/index.ts'
import { readDivisions } from './parts/divisions.ts'
import type { World } from './parts/world-types.ts'

const names = Object.keys(WORLDS)
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../apps/server/demo/${name}.json`, import.meta.url), 'utf8')) as World
const places = readDivisions()
const isVillageCode = (unit: string) => /^\d{12}$/.test(unit)

describe.each(names)('the world of %s', (name) => {
  const world = read(name)
  const people = new Set(world.people.map(({ ref }) => ref))
  const officials = new Set(world.officials.map(({ ref }) => ref))
  const units = new Set(world.units.map(({ ref }) => ref))
  const isUnit = (unit: string) => units.has(unit) || (isVillageCode(unit) && places.name(unit) !== '')

  it('has refs that lead somewhere', () => {
    expect(world.officials.filter(({ unit }) => !isUnit(unit))).toEqual([])
    expect(world.dossiers.filter(({ unit }) => !isUnit(unit))).toEqual([])
    expect(world.people.filter(({ unit }) => unit !== null && !units.has(unit))).toEqual([])
    expect(world.ties.filter(({ person, other }) => !people.has(person) || !(people.has(other) || officials.has(other)))).toEqual(
      [],
    )
    for (const round of world.rounds) {
      const targets = new Set(round.targets.map(({ unit }) => unit))
      expect([...targets].filter((unit) => !isUnit(unit))).toEqual([])
      expect(round.pool.filter((person) => !people.has(person))).toEqual([])
      expect(round.barred.filter(({ person, target }) => !people.has(person) || !targets.has(target))).toEqual([])
    }
  })

  it('names every unit, official, person and tie once', () => {
    const once = (keys: readonly string[]) => expect(keys.length).toBe(new Set(keys).size)
    once([...world.units, ...world.officials, ...world.people].map(({ ref }) => ref))
    once(world.units.map((unit) => unit.name))
    once(world.officials.map(({ unit, name: own, title }) => `${unit} ${own} ${title}`))
    once(world.people.map(({ number }) => number))
    once(world.ties.map(({ person, other }) => `${person} ${other}`))
    once(world.dossiers.map(({ unit }) => unit))
  })

  it('lies on real places and uses the kinds of tie that recusal knows', () => {
    const said = [
      ...world.units.map(({ place }) => place),
      ...world.people.flatMap(({ home, native, postings }) => [home, native, ...(postings ?? []).map(({ region }) => region)]),
    ]
    for (const code of said) if (code !== null) expect(places.name(code)).not.toBe('')
    const known = new Set(tieKinds.map(({ kind, degree }) => `${kind} ${degree}`))
    expect(world.ties.filter(({ kind, degree }) => !known.has(`${kind} ${degree}`))).toEqual([])
  })
})

it('refs are unique in the whole world', () => {
  const refs = names
    .map(read)
    .flatMap(({ units, officials, people, rounds }) => [...units, ...officials, ...people, ...rounds].map(({ ref }) => ref))
  expect(refs.length).toBe(new Set(refs).size)
})
