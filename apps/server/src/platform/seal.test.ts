import { createCipheriv, hkdfSync } from 'node:crypto'
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

  it('says in its first byte by what it was sealed, and that byte cannot be changed', () => {
    const closed = seal.close('线索', 'lead-1')
    expect(closed[0]).toBe(1)
    for (const byte of [0, 2, 255]) {
      const other = Buffer.from(closed)
      other[0] = byte
      expect(() => seal.open(other, 'lead-1')).toThrow()
    }
    expect(() => seal.open(closed.subarray(1), 'lead-1')).toThrow()
  })

  it('opens what was sealed before that byte was written, one whose nonce looks like it too', () => {
    const key = Buffer.from(hkdfSync('sha256', 'secret of a data folder', 'shengmian seal', 'leads', 32))
    for (const first of [0, 1, 200]) {
      const nonce = Buffer.alloc(12, 7)
      nonce[0] = first
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from('lead-1'))
      const old = Buffer.concat([nonce, cipher.update('旧线索', 'utf8'), cipher.final(), cipher.getAuthTag()])
      expect(seal.open(old, 'lead-1')).toBe('旧线索')
      expect(() => seal.open(old, 'lead-2')).toThrow()
    }
  })

  it('opens nothing that was moved, changed, cut, or sealed for another purpose or by another installation', () => {
    const closed = seal.close('线索', 'lead-1')
    const changed = Buffer.from(closed)
    changed[14] = (changed[14] ?? 0) ^ 1
    expect(() => seal.open(closed, 'lead-2')).toThrow()
    expect(() => seal.open(changed, 'lead-1')).toThrow()
    for (const bytes of [0, 10, 17, 20]) expect(() => seal.open(closed.subarray(0, bytes), 'lead-1')).toThrow()
    expect(() => makeSeal('secret of a data folder', 'totp').open(closed, 'lead-1')).toThrow()
    expect(() => makeSeal('another secret', 'leads').open(closed, 'lead-1')).toThrow()
  })
})
