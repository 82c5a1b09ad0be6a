// Whatever a superuser does to rows, log or files behind the ledger's back is found and named; an untouched log stays green.
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { findingsAfter, isNamed, SCRIPTS, UNTOUCHED } from './tampers/run-tampers.ts'
import { makeWorld, type World } from './tampers/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld(inject('adminUrl'))
})
afterAll(() => world?.stop())

it('there are at least twenty ways to tamper, each told from the others', () => {
  expect(SCRIPTS.length).toBeGreaterThanOrEqual(20)
  expect(new Set(SCRIPTS.map(({ does }) => does)).size).toBe(SCRIPTS.length)
})

it('a database and a log that nobody touched give no finding', async () => {
  expect(await findingsAfter(world, UNTOUCHED)).toEqual([])
})

it.each(SCRIPTS.map((script) => [script.does, script] as const))('somebody who %s is found and named', async (_, script) => {
  const findings = await findingsAfter(world, script)
  expect({ findings: findings.slice(0, 8), isNamed: isNamed(script, findings) }).toMatchObject({ isNamed: true })
})
