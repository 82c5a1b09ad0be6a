import { expect, it } from 'vitest'
import { printable, printableWithin } from './printable.ts'

it('what XML forbids becomes a mark, and everything else stays as it was', () => {
  expect(printable('甲\u0000乙\u0008\u001f\uffff')).toBe('甲\ufffd乙\ufffd\ufffd\ufffd')
  expect(printable('\ud800x\udc00')).toBe('\ufffdx\ufffd')
  expect(printable('𠮷\t一\n二\r\n=1+1')).toBe('𠮷\t一\n二\r\n=1+1')
})

it('it is so however deep a text lies, and for nothing but texts', () => {
  expect(printableWithin({ a: ['\u0001', { b: '\u0002' }], n: 1, none: null, is: true })).toEqual({
    a: ['\ufffd', { b: '\ufffd' }],
    n: 1,
    none: null,
    is: true,
  })
})
