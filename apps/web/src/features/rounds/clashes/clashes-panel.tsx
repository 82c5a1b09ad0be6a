import { readClashes } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { Warnings } from '../parts/warnings.tsx'
import { CapacityTable } from './capacity-table.tsx'
import { PersonClashes } from './person-clashes.tsx'
import { texts } from './texts.ts'
import './clashes.css'

/** What stands in the way before anybody is asked: capacity, other rounds, people against places. */
export function ClashesPanel({ round }: { readonly round: string }) {
  const t = useText()
  const clashes = useRead(readClashes, { params: { round } }, { keep: true })
  if (clashes.isPending) return <Loading what={t(texts.what)} />
  if (clashes.error !== null) return <Refused error={clashes.error} onRetry={() => void clashes.refetch()} />
  const { data } = clashes
  return (
    <Sheet label={t(texts.title)}>
      <div className="block-head">
        <h2>{t(texts.title)}</h2>
        <span className="spring" />
        <span className="muted number">
          {t(texts.pairs, { people: data.people, targets: data.targets, pairs: data.pairs.toLocaleString('en') })}
        </span>
        <strong className="number">{t(texts.barred, { n: data.barred })}</strong>
        {data.unknown === 0 ? null : <span className="unverified">{t(texts.unknown, { n: data.unknown })}</span>}
      </div>
      {data.warnings.length === 0 ? null : (
        <div className="block-body">
          <Warnings items={data.warnings} />
        </div>
      )}
      {data.calendar.length === 0 ? null : (
        <div className="block-body">
          <strong>{t(texts.calendar)}</strong>
          <Warnings items={data.calendar} />
        </div>
      )}
      <CapacityTable items={data.capacity} />
      {data.persons.length === 0 ? (
        <Empty title={t(texts.none)}>{t(texts.noneWhy)}</Empty>
      ) : (
        <PersonClashes persons={data.persons} />
      )}
    </Sheet>
  )
}
