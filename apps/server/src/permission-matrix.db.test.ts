// Every role in every relation asks for everything: HTTP, the database and the oracle must say the same. `npm run figures -- access`
// asks all of them at every step; here each is asked at every fifth, and whoever may is asked always.
import { defineEndpoint, RoleName } from '@shengmian/contract'
import { openTestDatabase, type TestDatabase } from '@shengmian/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints, type Found } from './testing/permissions/cells.ts'
import { runMatrix } from './testing/permissions/matrix.ts'
import { gapsOf } from './testing/permissions/reads.ts'

let database: TestDatabase
let found: Found
beforeAll(async () => {
  database = await openTestDatabase()
  found = await runMatrix(database.adminUrl, database.secret, true)
}, 600_000)
afterAll(() => database.drop())

describe('the permission matrix', () => {
  it('HTTP, the database and the oracle agree on every cell, every denial has somebody who may, and no foreign reference is taken', () => {
    expect(found.faults).toEqual([])
    expect(found.cells).toBeGreaterThan(10_000)
    expect(found.denials).toBeGreaterThan(1500)
    expect(found.foreign).toBeGreaterThan(50)
  })

  it('has callers of every standing role, and of every way to stand to an order', () => {
    expect(RoleName.enum.filter((role) => !found.roles.has(role))).toEqual([])
    expect(found.roles.has('member')).toBe(true)
  })

  it('turns red for a new route that nobody walks, and for one whose subject it does not know', () => {
    const params = { nothingKnown: RoleName }
    const planted = [
      defineEndpoint({ method: 'POST', path: '/planted', id: 'plantedAct', tag: 'x', zh: '试', summary: 'x', reply: null }),
      defineEndpoint({
        method: 'GET',
        path: '/planted/:nothingKnown',
        id: 'plantedRead',
        tag: 'x',
        zh: '试',
        summary: 'x',
        params,
        reply: null,
      }),
    ]
    expect(gapsOf([...endpoints.values()], found.acted)).toEqual([])
    expect(gapsOf([...endpoints.values(), ...planted], found.acted)).toEqual([
      'plantedAct has no cells: the walk never does it',
      'plantedRead has no cells: nothing is known of its parameter :nothingKnown',
    ])
  })
})
