import { useText } from '../../../lib/language.tsx'
import { Unverified } from '../../../ui/unverified.tsx'
import type { Chosen } from './chosen.ts'
import { texts } from './texts.ts'

/** The line under the table: how many are chosen, of what kind, with how much work. */
export function TargetsTotal({ chosen }: { readonly chosen: readonly Chosen[] }) {
  const t = useText()
  const towns = chosen.filter(({ place }) => place.code.length === 9).length
  // Village codes from 500 on are farms and quarters.
  const villages = chosen.filter(({ place }) => place.code.length === 12 && Number(place.code.slice(9)) < 500).length
  const unknown = chosen.filter((one) => one.officials === null).length
  const work = chosen.reduce((sum, one) => sum + (one.workload ?? 0), 0)
  return (
    <div className="targets-total" role="status">
      <strong>{t(texts.total, { n: chosen.length })}</strong>
      <span>{t(texts.totals, { towns, villages, others: chosen.length - towns - villages })}</span>
      <span className="spring" />
      <span>
        {t(texts.workload)} <strong className="number">{work.toLocaleString('en')}</strong>
      </span>
      {unknown === 0 ? null : (
        <span>
          {t(texts.officials)} <Unverified count={unknown} />
        </span>
      )}
    </div>
  )
}
