import type { rehearseDraw, ReplyOf } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { share } from './texts.ts'

const texts = {
  odds: {
    zh: '试算 {n} 签：某人派往某对象的最大概率 {largest}，每人最可能去处的平均概率 {mean}，互不相同 {distinct} 签。',
    en: '{n} tickets rehearsed: largest probability of a person–target pair {largest}, mean over people {mean}, {distinct} different.',
  },
  over: {
    zh: '概率上限达不到，最低约 {largest}：放宽容差、补充人员或提高上限。',
    en: 'The cap cannot be met; about {largest} is the least: widen the tolerance, add people or raise the cap.',
  },
}

/** What the terms would come to, before they are frozen. */
export function OddsLine({ odds }: { readonly odds: ReplyOf<typeof rehearseDraw> }) {
  const t = useText()
  const { tickets, largestPair, sumOfLargest, people, distinct, quota } = odds
  const largest = share(largestPair, tickets)
  return (
    <div className="draw-odds" role="status">
      <p>{t(texts.odds, { n: tickets, largest, mean: share(sumOfLargest, people * tickets), distinct })}</p>
      {quota !== null && largestPair > quota ? <p className="late">{t(texts.over, { largest })}</p> : null}
    </div>
  )
}
