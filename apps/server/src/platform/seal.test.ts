import { describe, expect, it } from 'vitest'
import { makeSeal } from './seal.ts'

describe('a seal', () => {
  const seal = makeSeal('secret of a data folder', 'leads')

  it('opens what it closed, in its place, and looks different every time', () => {
    const closed = seal.close('某某反映：低保款', 'lead-1')
    expect(seal.open(closed, 'lead-1')).toBe('某某反映：低保款')
    expect(closed.includes(Buffer.from('低保款'))).toBe(false)
    expect(seal.close('某某反映：低保款', 'lead-1').equals(closed)).toBe(false)
    expect(seal.open(seal.close('', 'lead-1'), 'lead-1')).toBe('')
  })

  it('opens nothing that was moved, changed, cut, or sealed for another purpose or by another installation', () => {
    const closed = seal.close('线索', 'lead-1')
    const changed = Buffer.from(closed)
    changed[14] = (changed[14] ?? 0) ^ 1
    expect(() => seal.open(closed, 'lead-2')).toThrow()
    expect(() => seal.open(changed, 'lead-1')).toThrow()
    expect(() => seal.open(closed.subarray(0, 20), 'lead-1')).toThrow()
    expect(() => makeSeal('secret of a data folder', 'totp').open(closed, 'lead-1')).toThrow()
    expect(() => makeSeal('another secret', 'leads').open(closed, 'lead-1')).toThrow()
  })
})
