import { listHandlings } from '@shengmian/contract'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { useRead } from '../../lib/use-endpoint.ts'
import { Empty } from '../../ui/empty.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Sheet } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { texts } from './texts.ts'

/** Names opened and texts handed on, the newest 200. */
export function HandlingLog({ desk }: { readonly desk: string }) {
  const t = useText()
  const { language } = useLanguage()
  const { data, error, refetch } = useRead(listHandlings, { params: { desk }, query: { limit: 200 } })
  return (
    <Sheet label={t(texts.log)}>
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading what={t(texts.log)} /> : null}
      {data?.items.length === 0 ? <Empty title={t(texts.noLog)}>{t(texts.noLogWhy)}</Empty> : null}
      {data === undefined || data.items.length === 0 ? null : (
        <div className="inbox-scroll">
          <table className="list inbox-list">
            <thead>
              <tr>
                <th>{t(texts.what)}</th>
                <th>{t(texts.report)}</th>
                <th>{t(texts.addressee)}</th>
                <th>{t(texts.reason)}</th>
                <th>{t(texts.who)}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((line) => (
                <tr key={line.id}>
                  <td>{t(line.kind === 'referral' ? texts.referred : texts.nameOpened)}</td>
                  <td className="number">{t(texts.no, { n: line.report })}</td>
                  <td>
                    {line.addressee ?? '—'}
                    {line.textHash === null ? null : (
                      <span className="sealed-note number" title={line.textHash}>
                        SHA-256 {line.textHash.slice(0, 12)}…
                      </span>
                    )}
                  </td>
                  <td className="inbox-reason">{line.reason}</td>
                  <td>{t(texts.by, { by: line.by, day: shortInstant(line.at, language) })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Sheet>
  )
}
