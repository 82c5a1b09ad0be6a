import { inflateSync } from 'node:zlib'
import PizZip from 'pizzip'
import { expect, it } from 'vitest'
import { pngCode } from './code.ts'
import { renderEngagementOrder, type EngagementOrderPaper } from './engagement-order.ts'

const paper: EngagementOrderPaper = {
  number: '荆巡授〔2026〕1号',
  issuer: '中共荆州市委巡察工作领导小组',
  person: '郑国平',
  post: '江陵县审计局科长',
  round: '2026年第三轮',
  team: '江陵一组',
  role: '组长',
  targets: '弥市镇党委、合兴村',
  from: '2026年9月7日',
  until: '2026年12月4日',
  basis: '《关于推进巡察工作向纵深发展的意见》（2018）',
  meeting: '领导小组2026年9月2日会议',
  waivers: '回避情形已逐项审查。',
  date: '2026年9月6日',
}

it('an order carries number, person, targets, window and basis, and names the fonts of official documents', () => {
  const zip = new PizZip(renderEngagementOrder(paper))
  const text = (zip.file('word/document.xml')?.asText() ?? '').replaceAll(/<[^>]+>/g, '')
  for (const words of [
    '荆巡授〔2026〕1号',
    '郑国平',
    '弥市镇党委、合兴村',
    '2026年9月7日起至2026年12月4日止',
    '《关于推进巡察工作向纵深发展的意见》（2018）',
  ]) {
    expect(text).toContain(words)
  }
  const fonts = zip.file('word/fontTable.xml')?.asText() ?? ''
  for (const font of ['仿宋_GB2312', '方正小标宋简体', 'Noto Serif CJK SC']) expect(fonts).toContain(font)
})

it('the same order is the same bytes, so its hash holds; another word is another document', () => {
  expect(renderEngagementOrder(paper).equals(renderEngagementOrder({ ...paper }))).toBe(true)
  expect(renderEngagementOrder(paper).equals(renderEngagementOrder({ ...paper, role: '组员' }))).toBe(false)
})

it('a document with a gap is a bug and not an empty space', () => {
  const { person: _person, ...rest } = paper
  expect(() => renderEngagementOrder(rest as EngagementOrderPaper)).toThrow()
})

it('text that looks like markup stays text', () => {
  const zip = new PizZip(renderEngagementOrder({ ...paper, person: '<w:b/>&"' }))
  expect(zip.file('word/document.xml')?.asText()).toContain('&lt;w:b/&gt;&amp;')
})

it('a character that XML forbids spoils no document', () => {
  const zip = new PizZip(renderEngagementOrder({ ...paper, person: '郑\u0001国\ud800平' }))
  expect(zip.file('word/document.xml')?.asText()).toContain('郑\ufffd国\ufffd平')
})

it('a code is a square picture of one bit a pixel with a white edge', () => {
  const png = pngCode('sha256:9be4')
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  const side = png.readUInt32BE(16)
  expect(png.readUInt32BE(20)).toBe(side)
  const start = png.indexOf('IDAT') + 4
  const pixels = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)))
  const rowBytes = 1 + Math.ceil(side / 8)
  expect(pixels).toHaveLength(rowBytes * side)
  expect([...pixels.subarray(1, Math.floor(side / 8))].every((byte) => byte === 0xff)).toBe(true)
  expect(pixels.some((byte) => byte !== 0xff && byte !== 0)).toBe(true)
})
