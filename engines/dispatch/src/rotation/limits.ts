// Why there are no more rounds: every bound has a name and a sentence.
import { openPairs } from './draw-rotation.ts'
import { unmatchedSenders } from './matching.ts'
import type { Zone } from './zone.ts'

export interface Limit {
  readonly rule:
    | 'no-end'
    | 'alone'
    | 'capacity'
    | 'blocked'
    | 'swaps'
    | 'pairs'
    | 'hosts'
    | 'four'
    | 'member'
    | 'search'
    | 'not-found'
  readonly zh: string
  readonly en: string
}

export interface Bound {
  readonly most: number
  readonly limit: Limit
}

/** The smallest upper bound that can be read off a zone whose rounds must not share pairs; `open` = the pairs that may be used. */
export function boundOf(zone: Zone, open: Uint8Array = openPairs(zone)): Bound {
  const bounds = [capacityBound(zone), ...shapeBounds(zone), ...memberBounds(zone, open)]
  const least = bounds.reduce((best, bound) => (bound.most < best.most ? bound : best))
  return least.most > 0 ? (blockedBound(zone, open) ?? least) : least
}

export const NO_END: Limit = {
  rule: 'no-end',
  zh: '没有尽头：到期不再记忆的派出可以重新使用',
  en: 'no end: pairs that are no longer remembered can be used again',
}

function capacityBound({ sendsLow, sendsHigh, receives }: Zone): Bound {
  const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)
  const [low, high, need] = [total(sendsLow), total(sendsHigh), total(receives)]
  if (need === 0 || need < low || need > high)
    return {
      most: 0,
      limit: {
        rule: 'capacity',
        zh: `每轮共需${need}个组，各方合计只能派出${low}至${high}个`,
        en: `a round needs ${need} teams, and all together send ${low} to ${high}`,
      },
    }
  return { most: Infinity, limit: NO_END }
}

function shapeBounds({ size, names, isPermutation, rules }: Zone): Bound[] {
  if (!isPermutation) return []
  if (size === 1 || (size === 2 && rules.noSwap))
    return [
      {
        most: 0,
        limit: {
          rule: 'alone',
          zh: size === 1 ? `只有${names.join('')}一个成员，无处可派` : `${names.join('、')}只能互派，而互派被禁止`,
          en:
            size === 1
              ? `${names.join('')} is alone and has nowhere to send`
              : `${names.join(' and ')} can only swap, and swaps are barred`,
        },
      },
    ]
  const bounds: Bound[] = [
    {
      most: size - 1,
      limit: {
        rule: 'hosts',
        zh: `每地有${size - 1}个去处，不重复至多${size - 1}轮（n−1）`,
        en: `each of ${size} members has ${size - 1} hosts: without repeats at most ${size - 1} rounds (n−1)`,
      },
    },
  ]
  if (rules.reversal === 'bar' && rules.noSwap)
    bounds.push({
      most: Math.floor((size - 1) / 2),
      limit: {
        rule: 'pairs',
        zh: `${size}地共${(size * (size - 1)) / 2}对，每轮用去${size}对，不重复不反向至多${Math.floor((size - 1) / 2)}轮：⌊(n−1)/2⌋`,
        en: `${size} members make ${(size * (size - 1)) / 2} pairs and a round uses ${size}: with neither repeat nor reversal at most ${Math.floor((size - 1) / 2)} rounds, ⌊(n−1)/2⌋`,
      },
    })
  if (rules.reversal === 'bar' && !rules.noSwap && size % 2 === 1)
    bounds.push({
      most: Math.floor((size * (size - 1)) / (size + 3)),
      limit: {
        rule: 'pairs',
        zh: `${size}个成员共${(size * (size - 1)) / 2}对，每轮至少用去${(size + 3) / 2}对，至多${Math.floor((size * (size - 1)) / (size + 3))}轮`,
        en: `${size} members make ${(size * (size - 1)) / 2} pairs and a round uses at least ${(size + 3) / 2}: at most ${Math.floor((size * (size - 1)) / (size + 3))} rounds`,
      },
    })
  if (rules.reversal !== 'bar' && rules.noSwap && size === 4)
    bounds.push({
      most: 2,
      limit: {
        rule: 'four',
        zh: '4个成员不互派只能走四站一圈，不重复的圈至多2轮',
        en: 'four members without swaps go round in rings of four, and only 2 such rings share no pair',
      },
    })
  return bounds
}

/** What a single member has left: each round takes its hosts and its senders, and with both barred two partners. */
function memberBounds(zone: Zone, open: Uint8Array): Bound[] {
  const { size, names, sendsLow, receives, rules } = zone
  const isOpen = (a: number, b: number): boolean => open[a * size + b] === 1
  const others = Array.from({ length: size }, (_, k) => k)
  return others.flatMap((a): Bound[] => {
    const [sends, needs] = [sendsLow[a] ?? 0, receives[a] ?? 0]
    const name = names[a] ?? ''
    const hosts = others.filter((b) => isOpen(a, b)).length
    const senders = others.filter((b) => isOpen(b, a)).length
    const partners = others.filter((b) => isOpen(a, b) || isOpen(b, a)).length
    const bounds: Bound[] = []
    const add = (most: number, zh: string, en: string): void => {
      bounds.push({ most, limit: { rule: 'member', zh: `${zh}，至多${most}轮`, en: `${en}: at most ${most} rounds` } })
    }
    if (sends > 0) add(Math.floor(hosts / sends), `${name}可去之处只剩${hosts}个`, `${name} has ${hosts} hosts left`)
    if (needs > 0) add(Math.floor(senders / needs), `可来${name}的只剩${senders}个`, `${name} has ${senders} senders left`)
    if (rules.reversal === 'bar' && rules.noSwap && sends + needs > 0)
      add(
        Math.floor(partners / (sends + needs)),
        `可与${name}往来的只剩${partners}个，每轮用去${sends + needs}个`,
        `${name} has ${partners} partners left and a round uses ${sends + needs}`,
      )
    return bounds
  })
}

/** Some senders who together have fewer hosts than they are (Hall): not even one round. */
function blockedBound(zone: Zone, open: Uint8Array): Bound | null {
  if (!zone.isPermutation) return null
  const found = unmatchedSenders(zone.size, open)
  if (found === null) return null
  const list = (members: readonly number[]): string => members.map((k) => zone.names[k] ?? '').join('、')
  return {
    most: 0,
    limit: {
      rule: 'blocked',
      zh: `${list(found.senders)}共${found.senders.length}个，可去之处合计只有${found.hosts.length === 0 ? '0个' : `${list(found.hosts)}${found.hosts.length}个`}`,
      en: `${found.senders.length} members (${list(found.senders)}) have only ${found.hosts.length} hosts between them${found.hosts.length === 0 ? '' : ` (${list(found.hosts)})`}`,
    },
  }
}
