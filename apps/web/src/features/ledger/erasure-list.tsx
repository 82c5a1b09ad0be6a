import { approveErasure, listErasures, type ReplyOf } from '@shengmian/contract'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { useAct, useRead } from '../../lib/use-endpoint.ts'
import { App, Button } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { tables } from './texts.ts'
import './ledger.css'

type Erasure = ReplyOf<typeof listErasures>['items'][number]

const texts = {
  label: { zh: '依法销毁', en: 'Erasures by law' },
  none: { zh: '没有依法销毁的记录', en: 'Nothing was erased' },
  record: { zh: '记录', en: 'Record' },
  basis: { zh: '依据', en: 'Basis' },
  proposed: { zh: '提出', en: 'Proposed' },
  approved: { zh: '批准（须两人）', en: 'Approved (two)' },
  done: { zh: '已销毁 {at}', en: 'erased {at}' },
  approve: { zh: '批准', en: 'Approve' },
  sure: { zh: '批准销毁这条记录？', en: 'Approve the erasure of this record?' },
  last: {
    zh: '您是第二位批准人：确认后内容和盐值立即销毁，不可恢复，日志中只留销毁记录。',
    en: 'You are the second: content and salts are destroyed at once and for good; only a tombstone stays in the log.',
  },
  first: { zh: '还需另一人批准后才会销毁。', en: 'Nothing is destroyed before another person approves.' },
}

/** Erasures within the reader's range; the second approval destroys. */
export function ErasureList() {
  const t = useText()
  const { language } = useLanguage()
  const { modal } = App.useApp()
  const { data, error, refetch } = useRead(listErasures, {})
  const approve = useAct(approveErasure, (queries) => queries.invalidateQueries({ queryKey: [listErasures.id] }))
  const ask = ({ id, approvals }: Erasure) =>
    void modal.confirm({
      title: t(texts.sure),
      content: t(approvals.length === 0 ? texts.first : texts.last),
      okText: t(texts.approve),
      onOk: () => approve.mutate({ params: { erasure: id } }),
    })
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (data === undefined || data.items.length === 0) return <p className="ledger-hint muted">{t(texts.none)}</p>
  return (
    <>
      {approve.error === null ? null : <Refused error={approve.error} />}
      <table className="list" aria-label={t(texts.label)}>
        <thead>
          <tr>
            <th>{t(texts.record)}</th>
            <th>{t(texts.basis)}</th>
            <th>{t(texts.proposed)}</th>
            <th>{t(texts.approved)}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {data.items.map((erasure) => (
            <tr key={erasure.id}>
              <td>
                {t(tables[erasure.table] ?? { zh: erasure.table, en: erasure.table })}{' '}
                <span className="ledger-key">{erasure.record}</span>
              </td>
              <td>{erasure.basis}</td>
              <td>
                {erasure.proposedBy} <span className="number muted">{shortInstant(erasure.proposedAt, language)}</span>
              </td>
              <td>{erasure.approvals.map(({ by }) => by).join('、')}</td>
              <td>
                {erasure.doneAt === null ? null : t(texts.done, { at: shortInstant(erasure.doneAt, language) })}
                {erasure.mayApprove ? (
                  <Button size="small" onClick={() => ask(erasure)}>
                    {t(texts.approve)}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
