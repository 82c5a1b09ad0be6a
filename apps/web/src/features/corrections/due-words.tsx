import type { OwnCorrection } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { texts } from './texts.ts'

/** Days before its day from which an order is recalled. */
export const SOON = 3

/** How far off the day of an order is that still waits for its unit, in words; nothing once it was answered. */
export function DueWords({ correction: { state, daysLeft } }: { readonly correction: OwnCorrection }) {
  const t = useText()
  if (state !== 'open') return null
  if (daysLeft < 0) return <strong className="correction-late">{t(texts.overdue, { n: -daysLeft })}</strong>
  if (daysLeft === 0) return <strong className="correction-soon">{t(texts.dueToday)}</strong>
  return <span className={daysLeft <= SOON ? 'correction-soon' : 'correction-left'}>{t(texts.dueIn, { n: daysLeft })}</span>
}
