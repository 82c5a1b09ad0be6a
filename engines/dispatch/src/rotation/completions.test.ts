import { expect, it } from 'vitest'
import { countCompletions, drawCompletion, listCompletions } from './completions.ts'
import { streamFrom } from './stream.ts'
import { permutations } from './testing/sample-rotation.ts'

const awayFromHome = (size: number): Uint8Array =>
  Uint8Array.from({ length: size * size }, (_, at) => (Math.floor(at / size) === at % size ? 0 : 1))

it('counts and lists what trying all permutations finds', () => {
  const open = awayFromHome(6)
  for (const barred of [1, 8, 9, 20, 33]) open[barred] = 0
  const tried = permutations(6).filter((order) => order.every((host, home) => open[home * 6 + host] === 1))
  const counted = countCompletions(6, open)
  expect(counted.total).toBe(tried.length)
  expect(new Set(listCompletions(counted).map(String))).toEqual(new Set(tried.map(String)))
})

it('18 members have 2,355,301,661,033,953 ways to leave nobody at home, counted exactly', () => {
  expect(countCompletions(18, awayFromHome(18)).total).toBe(2_355_301_661_033_953)
})

it('a drawn completion is any of the 44 of five with equal chance', () => {
  const stream = streamFrom('c0de'.repeat(16), 'completions')
  const counted = countCompletions(5, awayFromHome(5))
  const counts = new Map<string, number>()
  for (let k = 0; k < 44 * 200; k++) {
    const order = drawCompletion(counted, stream).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(44)
  const chi = [...counts.values()].reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0)
  // 77.4 is the 0.1 % point of chi-square with 43 degrees of freedom
  expect(chi).toBeLessThan(77.4)
})
