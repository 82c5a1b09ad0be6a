import { approveUnsealing, listUnsealings } from '@shengmian/contract'
import { useQueryClient } from '@tanstack/react-query'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { useAct, useRead } from '../../lib/use-endpoint.ts'
import { Button } from '../../ui/antd.ts'
import { Sheet } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { texts } from './texts.ts'

/** Requests to read a reporter's name: another of the desk lends the second hand. */
export function Unsealings() {
  const t = useText()
  const { language } = useLanguage()
  const queries = useQueryClient()
  const list = useRead(listUnsealings, {}, { again: () => 20_000 })
  const approve = useAct(approveUnsealing, () => queries.invalidateQueries({ queryKey: [listUnsealings.id] }))
  const items = list.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Sheet label={t(texts.unsealings)}>
      <div className="block-head">
        <h2>{t(texts.unsealings)}</h2>
      </div>
      <ul className="records">
        {items.map((one) => (
          <li key={one.id}>
            <span className="number">{one.number}</span> <strong>{one.askedBy}</strong> {one.reason}{' '}
            {one.approvedBy !== null && one.until !== null ? (
              <span className="muted">{t(texts.approved, { name: one.approvedBy, at: shortInstant(one.until, language) })}</span>
            ) : one.isOwn ? (
              <span className="muted">{t(texts.waits)}</span>
            ) : (
              <Button size="small" loading={approve.isPending} onClick={() => approve.mutate({ params: { unsealing: one.id } })}>
                {t(texts.approve)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {approve.error === null ? null : <Refused error={approve.error} />}
    </Sheet>
  )
}
