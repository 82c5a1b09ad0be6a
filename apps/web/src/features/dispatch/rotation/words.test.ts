import { expect, it } from 'vitest'
import { newSeed, panelOf, queryOf, type RotationPairs, type RotationZone } from './words.ts'

const place = (code: string) => ({ code, name: code })
const zone: RotationZone = {
  name: '新五区',
  similarity: '以农村为主',
  members: [place('120117'), place('120114'), place('120115')],
  most: 1,
  reached: 1,
  limit: { zh: '', en: '' },
  legal: null,
}
const pair = (home: string, host: string): RotationPairs[number] => ({
  home: place(home),
  host: place(host),
  zone: '新五区',
  travel: 1,
})

it('a drawing has the places of its zone by code, and only arrows inside it', () => {
  const panel = panelOf(zone, [pair('120114', '120115'), pair('120101', '120102')], [pair('120115', '120117')])
  expect(panel.places.map(({ code }) => code)).toEqual(['120114', '120115', '120117'])
  expect(panel.now).toEqual([{ from: '120114', to: '120115', count: 1 }])
  expect(panel.before).toEqual([{ from: '120115', to: '120117', count: 1 }])
})

it('bars go into the address as one word, and none are left out', () => {
  const asked = { rounds: 2, way: 'any' as const, seed: newSeed(), barred: [] }
  expect('barred' in queryOf(asked)).toBe(false)
  expect(queryOf({ ...asked, barred: ['120101-120102', '120103-120104'] }).barred).toBe('120101-120102,120103-120104')
  expect(asked.seed).toMatch(/^[0-9a-f]{64}$/)
})
