import type { readDraw, ReplyOf } from '@shengmian/contract'

export type Draw = ReplyOf<typeof readDraw>

export const sides = {
  commissioning: { zh: '授权方', en: 'commissioning side' },
  sending: { zh: '派出方', en: 'sending side' },
  inspected: { zh: '被巡察方', en: 'inspected side' },
  supervisor: { zh: '监督方', en: 'supervisor' },
}

export const states = {
  committing: { zh: '待各方提交承诺', en: 'parties commit' },
  'opening-first': { zh: '待各方公开第一密数', en: 'first secrets are opened' },
  solving: { zh: '求解签单', en: 'tickets are solved' },
  'opening-second': { zh: '待各方公开第二密数', en: 'second secrets are opened' },
  picking: { zh: '待抽定', en: 'ready to pick' },
  picked: { zh: '已抽定', en: 'picked' },
  aborted: { zh: '已中止', en: 'aborted' },
}

export const rules = {
  'least-change': { zh: '改动最少的方案接替', en: 'the plan that changes least' },
  'next-ticket': { zh: '下一支有效的签接替', en: 'the next valid ticket' },
}

/** The digits of a hash that people compare by eye. */
export function shortHash(hash: string): string {
  return hash.slice('sha256:'.length).slice(0, 16)
}

/** A share of the tickets as people read it: 6/12, 50%. */
export function share(count: number, of: number): string {
  return of === 0 ? '0' : `${Number(((100 * count) / of).toFixed(1))}%`
}
