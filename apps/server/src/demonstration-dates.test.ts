import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { datedFor, type World } from './demonstration-dates.ts'

const folder = path.join(import.meta.dirname, '../demo')
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
const worldOf = (name: string): World => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as World
const tianjin = worldOf('tianjin.json')

describe.each(files)('%s', (name) => {
  it.each(['2026-11-28', '2028-02-29', '2031-08-01'])(
    'has its round within the year after %s, and nothing known of the future',
    (day) => {
      const { rounds, people, ...facts } = datedFor(day, worldOf(name))
      const yearOn = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
      for (const round of rounds) {
        expect(round.start > day && round.start <= yearOn).toBe(true)
        expect(round.end > round.start && round.id.startsWith(round.start.slice(0, 4))).toBe(true)
      }
      const known = JSON.stringify([
        facts,
        people.map((person) => ({ ...person, absences: [] })),
        rounds.map((round) => round.earlier),
      ])
      const dates = [...known.matchAll(/"(\d{4}-\d\d(?:-\d\d)?)"/g)].map(([, date]) => date ?? '')
      expect(dates.length).toBeGreaterThan(100)
      expect(dates.filter((date) => date > day || Number.isNaN(Date.parse(date)))).toEqual([])
    },
  )
})

it('the title of a round, the labels of the rounds before it and the years of petitions move along', () => {
  const { rounds, dossiers } = datedFor('2026-11-28', tianjin)
  expect(rounds[0]).toMatchObject({ id: '2027-4', name: '天津市2027年第四轮“统配巡”', start: '2027-08-01', end: '2027-10-31' })
  expect(rounds[0]?.earlier[0]).toMatchObject({ id: '2026-1', name: '2026年第一轮“统配巡”' })
  expect(new Set(rounds[0]?.history.map((visit) => visit.round))).toEqual(new Set(['2026-1', '2026-2', '2026-3']))
  expect(dossiers.map(({ lastInspected }) => lastInspected)).toEqual(tianjin.dossiers.map(({ lastInspected }) => lastInspected))
  const years = (world: World): number[] => Object.keys(world.dossiers[0]?.petitions ?? {}).map(Number)
  expect(years({ ...tianjin, dossiers })).toEqual(years(tianjin).map((year) => year + 6))
})

it('places, people and numbers stay as they are', () => {
  const dated = datedFor('2026-11-28', tianjin)
  const bare = (world: World): string => JSON.stringify(world).replaceAll(/\d{4}(-\d{1,2}(-\d\d)?"|年|":)/g, '')
  expect(bare(dated)).toBe(bare(tianjin))
})
