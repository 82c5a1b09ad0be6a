import { approveErasure, listErasures, listRetention, type ReplyOf } from '@shengmian/contract'
import { useState } from 'react'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { useAct, useRead } from '../../lib/use-endpoint.ts'
import { App, Button, Checkbox } from '../../ui/antd.ts'
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
  approve: { zh: '批准所选 {n} 条', en: 'Approve the {n} selected' },
  pick: { zh: '选择{record}', en: 'Select {record}' },
  sure: { zh: '批准销毁 {n} 条记录？', en: 'Approve the erasure of {n} records?' },
  last: {
    zh: '其中 {n} 条您是第二位批准人：确认后内容和盐值立即销毁，不可恢复，日志中只留销毁记录。',
    en: 'Of {n} you are the second: content and salts are destroyed at once and for good; only a tombstone stays in the log.',
  },
  first: { zh: '还需另一人批准后才会销毁。', en: 'Nothing is destroyed before another person approves.' },
}

/** Erasures within the reader's range; the second approval destroys. */
export function ErasureList() {
  const t = useText()
  const { language } = useLanguage()
  const { modal } = App.useApp()
  const { data, error, refetch } = useRead(listErasures, {})
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const approve = useAct(approveErasure, (queries) =>
    Promise.all([listErasures, listRetention].map(({ id }) => queries.invalidateQueries({ queryKey: [id] }))),
  )
  const picked = (data?.items ?? []).filter(({ id, mayApprove }) => mayApprove && chosen.has(id))
  const pick = (id: string, isOn: boolean) =>
    setChosen((before) => new Set(isOn ? [...before, id] : [...before].filter((other) => other !== id)))
  /** One after another: the first refusal stops, and is shown. */
  const approveAll = async (erasures: readonly Erasure[]) => {
    for (const { id } of erasures) await approve.mutateAsync({ params: { erasure: id } })
    setChosen(new Set())
  }
  const ask = () => {
    const last = picked.filter(({ approvals }) => approvals.length > 0).length
    modal.confirm({
      title: t(texts.sure, { n: picked.length }),
      content: last === 0 ? t(texts.first) : t(texts.last, { n: last }),
      onOk: () => void approveAll(picked).catch(() => undefined),
    })
  }
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
            <th className="ledger-act">
              {data.items.some(({ mayApprove }) => mayApprove) ? (
                <Button size="small" disabled={picked.length === 0} loading={approve.isPending} onClick={ask}>
                  {t(texts.approve, { n: picked.length })}
                </Button>
              ) : null}
            </th>
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
              <td className="ledger-act">
                {erasure.doneAt === null ? null : t(texts.done, { at: shortInstant(erasure.doneAt, language) })}
                {erasure.mayApprove ? (
                  <Checkbox
                    aria-label={t(texts.pick, { record: erasure.record })}
                    checked={chosen.has(erasure.id)}
                    onChange={(event) => pick(erasure.id, event.target.checked)}
                  />
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
