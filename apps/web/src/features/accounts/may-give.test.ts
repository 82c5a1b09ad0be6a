import { describe, expect, it } from 'vitest'
import { rolesToGive, speaksForUnit } from './may-give.ts'

const held = (role: 'office' | 'security-admin' | 'leading-group', code: string) => [{ role, authority: { code, name: '' } }]

describe('the roles that a page offers to give', () => {
  it('are all of them for the security administrator of the whole country, anywhere', () => {
    expect(rolesToGive(held('security-admin', '00'), '4210')).toContain('case-management')
    expect(rolesToGive(held('security-admin', '00'), '00')).toContain('audit-admin')
  })

  it('are those of an office at and below its own place, without approving and administration', () => {
    const given = rolesToGive(held('office', '4210'), '421024')
    expect(given).toContain('inspector')
    expect(given).not.toContain('leading-group')
    expect(given).not.toContain('security-admin')
  })

  it('are none beside or above that place, and none for a leading group', () => {
    expect(rolesToGive(held('office', '4210'), '4211')).toEqual([])
    expect(rolesToGive(held('office', '4210'), '42')).toEqual([])
    expect(rolesToGive(held('leading-group', '4210'), '4210')).toEqual([])
  })

  it('name a unit only where they speak for one', () => {
    expect(speaksForUnit('inspected-head')).toBe(true)
    expect(speaksForUnit('office')).toBe(false)
  })
})
