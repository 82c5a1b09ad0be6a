import { listErasures, listRetention, proposeDueErasures, type DueRecord } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { App, Button, Checkbox } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { kinds } from './texts.ts'
import './ledger.css'

const texts = {
  label: { zh: '保存期限届满的记录', en: 'Records whose period is over' },
  all: { zh: '全选', en: 'Select all' },
  pick: { zh: '选择{name}', en: 'Select {name}' },
  kind: { zh: '记录种类', en: 'Kind of record' },
  name: { zh: '记录', en: 'Record' },
  since: { zh: '起算日', en: 'Counts from' },
  due: { zh: '届满日', en: 'Over on' },
  proposed: { zh: '已提出，待批准', en: 'proposed, waits for approval' },
  propose: { zh: '提出销毁所选 {n} 条', en: 'Propose the {n} selected' },
  sure: { zh: '提出销毁 {n} 条记录？', en: 'Propose the erasure of {n} records?' },
  what: {
    zh: '每条须另外两人分别批准，第二人批准后内容和盐值才销毁；日志留下依据和批准人。',
    en: 'Two others must approve each; only then are content and salts destroyed. The log keeps the basis and who approved.',
  },
}

/** As many as one request takes. */
const MOST = 100

/** What is due, with a choice of what to propose. */
export function DueList({ items }: { readonly items: readonly DueRecord[] }) {
  const t = useText()
  const { modal } = App.useApp()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const propose = useAct(proposeDueErasures, async (queries) => {
    setChosen(new Set())
    await Promise.all([listRetention, listErasures].map(({ id }) => queries.invalidateQueries({ queryKey: [id] })))
  })
  const open = items.filter(({ isProposed }) => !isProposed)
  const picked = open.filter((item) => chosen.has(keyOf(item))).slice(0, MOST)
  const pick = (keys: readonly string[], isOn: boolean) =>
    setChosen((before) => new Set(isOn ? [...before, ...keys] : [...before].filter((key) => !keys.includes(key))))
  const ask = () =>
    void modal.confirm({
      title: t(texts.sure, { n: picked.length }),
      content: t(texts.what),
      onOk: () => propose.mutate({ body: { items: picked.map(({ kind, record }) => ({ id: newId(), kind, record })) } }),
    })
  return (
    <>
      {propose.error === null ? null : <Refused error={propose.error} />}
      <table className="list" aria-label={t(texts.label)}>
        <thead>
          <tr>
            <th className="ledger-pick">
              <Checkbox
                aria-label={t(texts.all)}
                disabled={open.length === 0}
                checked={open.length > 0 && picked.length === Math.min(open.length, MOST)}
                indeterminate={picked.length > 0 && picked.length < Math.min(open.length, MOST)}
                onChange={(event) => pick(open.map(keyOf), event.target.checked)}
              />
            </th>
            <th>{t(texts.kind)}</th>
            <th>{t(texts.name)}</th>
            <th>{t(texts.since)}</th>
            <th>{t(texts.due)}</th>
            <th className="ledger-act">
              <Button size="small" type="primary" disabled={picked.length === 0} loading={propose.isPending} onClick={ask}>
                {t(texts.propose, { n: picked.length })}
              </Button>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={keyOf(item)}>
              <td>
                <Checkbox
                  aria-label={t(texts.pick, { name: item.label })}
                  disabled={item.isProposed}
                  checked={!item.isProposed && chosen.has(keyOf(item))}
                  onChange={(event) => pick([keyOf(item)], event.target.checked)}
                />
              </td>
              <td>{t(kinds[item.kind].name)}</td>
              <td>{item.label}</td>
              <td className="number">{item.since}</td>
              <td className="number">{item.due}</td>
              <td className="ledger-act muted">{item.isProposed ? t(texts.proposed) : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function keyOf({ table, record }: DueRecord): string {
  return `${table} ${record}`
}
