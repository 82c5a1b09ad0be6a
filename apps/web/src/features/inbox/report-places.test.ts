import type { Report } from '@shengmian/sealing'
import { describe, expect, it } from 'vitest'
import { reportPlaces } from './report-places.ts'

const poster = {
  code: '8ajafw',
  medium: 'card' as const,
  unit: null,
  village: '421003105001' as string | null,
  place: '弥陀寺社区',
  by: '周敏',
  madeOn: '2026-11-28',
  revoked: null,
}
const market = { ...poster, code: 'uq5adm', village: null, place: '弥市集市' }
const { placed, nameOf, codeOf } = reportPlaces({
  items: [poster, market],
  places: [{ unit: '01900000-0000-7000-8000-000000000001', name: '沿河村', village: '421003105200' }],
})
const report = (part: Partial<Report>): Report => ({ village: null, poster: null, ...part }) as Report

describe('the place of a report', () => {
  it('is what the scanned code was printed for, unless the report itself names a village', () => {
    expect(placed(report({ poster: '8ajafw' })).village).toBe('421003105001')
    expect(placed(report({ poster: '8ajafw', village: '421003105200' })).village).toBe('421003105200')
    expect(placed(report({ poster: 'unknown' })).village).toBeNull()
  })

  it('has a name where a code or the round gives one, and else its digits or nothing', () => {
    expect(nameOf(placed(report({ poster: '8ajafw' })))).toBe('弥陀寺社区')
    expect(nameOf(report({ poster: 'uq5adm' }))).toBe('弥市集市')
    expect(nameOf(report({ village: '421003105200' }))).toBe('沿河村')
    expect(nameOf(report({ village: '421003105999' }))).toBe('421003105999')
    expect(nameOf(report({}))).toBeNull()
  })

  it('is told with its printed code, what that is and where it hangs', () => {
    const medium = (of: string) => (of === 'card' ? '明白卡' : '别的')
    expect(codeOf('8ajafw', medium)).toBe('明白卡 8ajafw（弥陀寺社区）')
    expect(codeOf('unknown', medium)).toBe('unknown')
  })
})
