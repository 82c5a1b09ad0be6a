import { beforeAll, describe, expect, it } from 'vitest'
import { ATTACKS } from './testing/attacks.ts'
import { honestCeremony } from './testing/bend-draw.ts'
import type { Ceremony } from './testing/run-ceremony.ts'
import { DRAW_CHECKS, verifyDraw } from './verify/verify-draw.ts'

let honest: Ceremony
beforeAll(async () => {
  honest = await honestCeremony()
})

it('an honest draw has no finding', async () => {
  const verdict = await verifyDraw(honest.files, { receipts: [honest.files.freeze, ...honest.files.commitments] })
  expect(verdict).toMatchObject({ holds: true, findings: [], unchecked: [] })
})

it('every check of a draw has an attack that needs it', () => {
  expect(DRAW_CHECKS.filter((check) => !ATTACKS.some((attack) => attack.foundBy.includes(check)))).toEqual([])
})

describe.each(ATTACKS)('$name', ({ foundBy, commit }) => {
  it('is named, and would go through without the check that names it', async () => {
    const { files, receipts = [] } = await commit(honest)
    const { holds, findings } = await verifyDraw(files, { receipts })
    expect(holds).toBe(false)
    expect(foundBy).toEqual(expect.arrayContaining(findings.map((finding) => finding.check)))
    const blind = await verifyDraw(files, { receipts, without: foundBy })
    expect(blind.findings).toEqual([])
  })
})
