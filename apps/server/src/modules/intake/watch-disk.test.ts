import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { measureLoad, USUAL_TERMS } from './load.ts'
import { freeUnder, watchDisk } from './watch-disk.ts'

const clock = { now: () => new Date('2026-11-28T00:00:00Z') }

it('room is ample, short below 5 GB and spent below 1 GB, as of the last look', async () => {
  let free = 0
  const disk = watchDisk(() => Promise.resolve(free))
  expect(disk.room()).toBe('ample')
  const seen: string[] = []
  for (free of [6e9, 4.9e9, 0.9e9, 5e9]) {
    expect(await disk.look()).toBe(free)
    seen.push(disk.room())
  }
  expect(seen).toEqual(['ample', 'short', 'spent', 'ample'])
})

it('work is four times as dear where room is short, and a text never more than ten times', () => {
  let room: 'ample' | 'short' | 'spent' = 'ample'
  const load = measureLoad(clock, USUAL_TERMS, () => room)
  const usual = load.tries(8_500)
  room = 'short'
  expect(load.tries(8_500)).toBe(usual * 4)
  for (let at = 0; at < 100_000; at += 1) load.count()
  expect(load.tries(8_500)).toBe(usual * 10)
})

it('the disk under a folder says how much is free', async () => {
  expect(await freeUnder(tmpdir())()).toBeGreaterThan(0)
})
