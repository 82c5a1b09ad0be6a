import { expect, it } from 'vitest'
import { bow, countEdges, placeOnRing } from './ring.ts'

it('places stand on a ring from the top, and the same places in the same order stand on the same spots', () => {
  const spots = placeOnRing(['a', 'b', 'c', 'd'])
  expect(spots.get('a')?.x).toBe(0)
  expect(spots.get('a')?.y).toBeLessThan(0)
  expect(spots.get('b')?.x).toBeGreaterThan(0)
  expect(spots.get('c')?.y).toBeGreaterThan(0)
  expect(placeOnRing(['a', 'b', 'c', 'd'])).toEqual(spots)
})

it('this round and the last bow to different sides of the same way', () => {
  const [from, to] = [
    { x: 0, y: 0 },
    { x: 200, y: 0 },
  ]
  expect(bow(from, to, [40, 40], 1).middle.y).toBeLessThan(0)
  expect(bow(from, to, [40, 40], -1).middle.y).toBeGreaterThan(0)
})

it('an arrow begins and ends outside the boxes of its places', () => {
  const { path } = bow({ x: 0, y: 0 }, { x: 200, y: 0 }, [40, 60], 1)
  const [startX = 0] = path.slice(1).split(' ').map(Number)
  const endX = Number(path.split(' ').at(-2))
  expect(startX).toBeGreaterThan(20)
  expect(endX).toBeLessThan(170)
})

it('teams that take the same way are one arrow with their number', () => {
  expect(
    countEdges([
      { from: 'a', to: 'b' },
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ]),
  ).toEqual([
    { from: 'a', to: 'b', count: 2 },
    { from: 'b', to: 'a', count: 1 },
  ])
})
