import type { RoundState } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'

const texts = {
  left: { zh: '剩{n}天', en: '{n} days left' },
  today: { zh: '今天到期', en: 'due today' },
  late: { zh: '逾期{n}天', en: '{n} days late' },
}
const over: readonly RoundState[] = ['closed', 'archived', 'withdrawn']

/** Days to the agreed end; a round that is over has none. */
export function DaysLeft({ state, days }: { readonly state: RoundState; readonly days: number }) {
  const t = useText()
  if (over.includes(state)) return <span className="muted">—</span>
  if (days < 0) return <span className="late number">{t(texts.late, { n: -days })}</span>
  return <span className="number">{days === 0 ? <strong>{t(texts.today)}</strong> : t(texts.left, { n: days })}</span>
}
