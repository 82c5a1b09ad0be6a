import { useText } from '../../../lib/language.tsx'
import { ageOf, yearsBetween } from './chosen.ts'
import { texts } from './texts.ts'

/** Time since the last inspection, to scale: ten years fill the bar. Nothing on record fills it too, and says so. */
export function SinceBar({ lastInspected, on }: { readonly lastInspected: string | null; readonly on: string }) {
  const t = useText()
  const years = lastInspected === null ? 10 : yearsBetween(lastInspected, on)
  return (
    <span className="since">
      <svg width="96" height="9" aria-hidden>
        <rect width="96" height="9" className="since-track" />
        <rect width={Math.min(96, years * 9.6)} height="9" className={`since-${ageOf(lastInspected, on)}`} />
      </svg>
      {lastInspected === null ? <strong>{t(texts.none)}</strong> : <span className="number">{t(texts.years, { n: years })}</span>}
    </span>
  )
}
