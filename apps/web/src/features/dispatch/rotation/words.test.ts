import { expect, it } from 'vitest'
import { newSeed, panelOf, readAsked, type RotationPairs, type RotationZone } from './words.ts'

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

it('the address of the page is read for what it may say, and the rest is left out', () => {
  const seed = newSeed()
  expect(readAsked({ rounds: 3, way: 'draw', seed, again: 'prefer', memory: 2 })).toEqual({
    rounds: 3,
    way: 'draw',
    seed,
    again: 'prefer',
    memory: 2,
  })
  expect(readAsked({ rounds: 99, way: 'best', seed: 'abc', again: 1, memory: -1, colour: 'red' })).toEqual({})
})
