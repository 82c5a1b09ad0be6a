import type { listReadings, ReplyOf } from '@shengmian/contract'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Table, type TableColumnsType } from '../../ui/antd.ts'
import { PlaceName } from '../../ui/place-name.tsx'
import { Asked } from './asked.tsx'

type Reading = ReplyOf<typeof listReadings>['items'][number]

const texts = {
  at: { zh: '时间', en: 'Time' },
  who: { zh: '账号', en: 'Account' },
  body: { zh: '所属机构', en: 'Body' },
  kind: { zh: '类别', en: 'Kind' },
  evidence: { zh: '查阅证据', en: 'evidence read' },
  export: { zh: '导出', en: 'export' },
  asked: { zh: '请求', en: 'Request' },
  ids: { zh: '涉及编号', en: 'Numbers in it' },
}

/** Reads of evidence and exports: who, when, of what. */
export function ReadingTable({ readings }: { readonly readings: readonly Reading[] }) {
  const t = useText()
  const { language } = useLanguage()
  const columns: TableColumnsType<Reading> = [
    {
      title: t(texts.at),
      key: 'at',
      width: 120,
      render: (_value, reading) => <span className="number">{shortInstant(reading.at, language)}</span>,
    },
    { title: t(texts.who), key: 'who', width: 130, ellipsis: true, render: (_value, reading) => reading.account.name },
    { title: t(texts.body), key: 'body', width: 110, render: (_value, one) => <PlaceName code={one.authority} /> },
    { title: t(texts.kind), key: 'kind', width: 100, render: (_value, reading) => t(texts[reading.kind]) },
    {
      title: t(texts.asked),
      key: 'asked',
      width: 320,
      ellipsis: true,
      render: (_value, reading) => <Asked request={reading.asked} />,
    },
    {
      title: t(texts.ids),
      key: 'ids',
      ellipsis: true,
      render: (_value, reading) => <code className="asked">{Object.values(reading.params).join('　')}</code>,
    },
  ]
  return (
    <Table<Reading>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={[...readings]}
      pagination={false}
      sticky
      scroll={{ x: 980 }}
    />
  )
}
