import { downloadRecordProof, readRecordHistory, recordKeys } from '@shengmian/contract'
import { useState } from 'react'
import { addressOf } from '../../lib/api.ts'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { useRead } from '../../lib/use-endpoint.ts'
import { Button, Form, Input, Select } from '../../ui/antd.ts'
import { Loading } from '../../ui/loading.tsx'
import { Refused } from '../../ui/refused.tsx'
import { KEY, keyPart, keyParts, operations, tables } from './texts.ts'
import './ledger.css'

const texts = {
  kind: { zh: '记录种类', en: 'Kind of record' },
  look: { zh: '查经过', en: 'Show what happened' },
  proof: { zh: '下载证明', en: 'Download the proof' },
  index: { zh: '第{n}条', en: 'entry {n}' },
  history: { zh: '经过', en: 'What happened' },
  number: { zh: '日志序号', en: 'Place in the log' },
  what: { zh: '事项', en: 'What' },
  at: { zh: '发生', en: 'Happened' },
  logged: { zh: '登记', en: 'Logged' },
}

export interface RecordAsked {
  readonly table?: string
  readonly record?: string
}

/** The life of one record and its proof, for whoever may see the record. */
export function RecordProof({ asked, onAsk }: { readonly asked: RecordAsked; readonly onAsk: (asked: RecordAsked) => void }) {
  const t = useText()
  const [table, setTable] = useState(asked.table ?? 'rounds.round')
  const [parts, setParts] = useState<readonly string[]>((asked.record ?? '').split('/'))
  const known = Object.entries(tables).map(([value, text]) => ({ value, label: t(text) }))
  const options =
    asked.table === undefined || tables[asked.table] !== undefined
      ? known
      : [...known, { value: asked.table, label: asked.table }]
  // A table that people do not ask for by hand is named by a link, with its key in one piece.
  const columns = recordKeys[table] ?? [KEY]
  const typed = columns.map((column, at) => keyPart(column, parts[at] ?? ''))
  const record = recordKeys[table] === undefined ? parts.join('/').trim() : typed.join('/')
  const type = (at: number, text: string) => setParts(columns.map((_column, k) => (k === at ? text : (parts[k] ?? ''))))
  return (
    <>
      <Form layout="inline" className="ledger-ask" onFinish={() => onAsk({ table, record })}>
        <Form.Item label={t(texts.kind)}>
          <Select value={table} onChange={setTable} options={options} className="ledger-kind" aria-label={t(texts.kind)} />
        </Form.Item>
        {columns.map((column, at) => {
          const { name, hint } = keyParts[column] ?? { name: { zh: column, en: column }, hint: { zh: '', en: '' } }
          return (
            <Form.Item key={column} label={t(name)}>
              <Input
                value={columns.length === 1 && column === KEY ? parts.join('/') : (parts[at] ?? '')}
                onChange={(event) => type(at, event.target.value)}
                placeholder={t(hint)}
                className={`ledger-record ledger-${column}`}
                aria-label={t(name)}
              />
            </Form.Item>
          )
        })}
        <Button htmlType="submit" disabled={typed.includes('')}>
          {t(texts.look)}
        </Button>
      </Form>
      {asked.table === undefined || asked.record === undefined ? null : <History table={asked.table} record={asked.record} />}
    </>
  )
}

function History({ table, record }: { readonly table: string; readonly record: string }) {
  const t = useText()
  const { language } = useLanguage()
  const { data, error, refetch } = useRead(readRecordHistory, { query: { table, record } })
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loading what={t(texts.history)} rows={2} />
  return (
    <>
      <table className="list" aria-label={t(texts.history)}>
        <thead>
          <tr>
            <th>{t(texts.number)}</th>
            <th>{t(texts.what)}</th>
            <th>{t(texts.at)}</th>
            <th>{t(texts.logged)}</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map(({ index, op, at, logged }) => (
            <tr key={index}>
              <td className="number">{t(texts.index, { n: index })}</td>
              <td>{t(operations[op] ?? { zh: op, en: op })}</td>
              <td className="number">{shortInstant(at, language)}</td>
              <td className="number">{shortInstant(logged, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="ledger-hint">
        <Button type="primary" href={addressOf(downloadRecordProof, {}, { table, record })}>
          {t(texts.proof)}
        </Button>
      </p>
    </>
  )
}
