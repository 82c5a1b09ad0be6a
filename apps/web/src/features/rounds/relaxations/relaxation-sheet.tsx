import { listRelaxations } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { RelaxationList } from './relaxation-list.tsx'
import { texts } from './texts.ts'
import '../parts/rounds.css'

/** All relaxations of a round; nothing where none was ever asked for. */
export function RelaxationSheet({ round }: { readonly round: string }) {
  const t = useText()
  const { data, error, refetch } = useRead(listRelaxations, { params: { round } })
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (data === undefined || data.items.length === 0) return null
  return (
    <div className="relaxation-sheet">
      <Sheet label={t(texts.title)}>
        <div className="block-head">
          <h2>{t(texts.title)}</h2>
          <span className="muted number">
            {t(texts.counts, { n: data.items.filter(({ state }) => state === 'approved').length })}
          </span>
        </div>
        <RelaxationList round={round} relaxations={data.items} />
      </Sheet>
    </div>
  )
}
