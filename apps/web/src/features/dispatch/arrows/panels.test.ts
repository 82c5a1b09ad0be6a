import { expect, it } from 'vitest'
import { panelsOf, ringsOf, type WhoInspectsWhom } from './panels.ts'

const place = (code: string) => ({ code, name: code })
const arrow = (home: string | null, host: string): WhoInspectsWhom['arrows'][number] => ({
  home: home === null ? null : place(home),
  host: place(host),
  team: `${home}${host}`,
  teamName: '第1组',
  zone: null,
  people: 7,
  travel: 10,
  lastHost: null,
})
const view = (arrows: WhoInspectsWhom['arrows'], last: readonly (readonly [string, string])[] = []): WhoInspectsWhom => ({
  arrows,
  lastRound: '2026-2',
  last: last.map(([home, host]) => ({ home: place(home), host: place(host), zone: null })),
  zones: [
    { name: '东片', members: [place('110101'), place('110102'), place('110103')], similarity: '' },
    { name: '西片', members: [place('110201'), place('110202')], similarity: '' },
  ],
  self: 0,
  mutual: 0,
  crossZone: 0,
  repeated: 0,
  reversed: 0,
  warnings: [],
})

it('each zone has a panel of its own while arrows stay inside', () => {
  const panels = panelsOf(
    view(
      [arrow('110103', '110101'), arrow('110101', '110103'), arrow('110201', '110202')],
      [
        ['110101', '110103'],
        ['110101', '110201'],
      ],
    ),
  )
  expect(panels.map(({ name }) => name)).toEqual(['东片', '西片'])
  expect(panels[0]?.places.map(({ code }) => code)).toEqual(['110101', '110103'])
  expect(panels[0]?.before).toEqual([{ from: '110101', to: '110103', count: 1 }])
})

it('one arrow across zones puts all places into one panel', () => {
  const panels = panelsOf(view([arrow('110101', '110202'), arrow('110201', '110101')]))
  expect(panels).toHaveLength(1)
  expect(panels[0]?.name).toBeNull()
})

it('teams of no single home are not drawn', () => {
  expect(panelsOf(view([arrow(null, '110101')]))).toEqual([])
})

it('arrows that close are rings with their lengths, others are none', () => {
  const edge = (from: string, to: string) => ({ from, to, count: 1 })
  expect(ringsOf([edge('a', 'b'), edge('b', 'a'), edge('c', 'd'), edge('d', 'e'), edge('e', 'c')])).toEqual([3, 2])
  expect(ringsOf([edge('a', 'b'), edge('b', 'c')])).toBeNull()
  expect(ringsOf([edge('a', 'b'), edge('a', 'c')])).toBeNull()
})
