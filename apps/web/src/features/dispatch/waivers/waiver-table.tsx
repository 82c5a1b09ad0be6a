import type { listWaivers, ReplyOf } from '@shengmian/contract'
import { shortInstant } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { Button, Table, type TableColumnsType } from '../../../ui/antd.ts'
import { liftableRules } from '../rule-words.ts'

export type Waiver = ReplyOf<typeof listWaivers>['items'][number]

const texts = {
  person: { zh: '人员', en: 'Person' },
  target: { zh: '被巡察党组织', en: 'Target' },
  rule: { zh: '放宽的规则', en: 'Rule lifted' },
  why: { zh: '理由', en: 'Reason' },
  by: { zh: '批准人', en: 'Signed by' },
  at: { zh: '批准时间', en: 'Signed' },
  state: { zh: '状态', en: 'State' },
  holds: { zh: '有效', en: 'holds' },
  ended: { zh: '{at}收回', en: 'ended {at}' },
  end: { zh: '收回', en: 'Take back' },
}

interface WaiverTableProps {
  readonly waivers: readonly Waiver[]
  /** Offered only to those who may. */
  readonly onEnd?: (waiver: Waiver) => void
}

/** Signed exceptions; one that was taken back keeps its row. */
export function WaiverTable({ waivers, onEnd }: WaiverTableProps) {
  const t = useText()
  const { language } = useLanguage()
  const columns: TableColumnsType<Waiver> = [
    { title: t(texts.person), dataIndex: 'personName', width: 100 },
    { title: t(texts.target), dataIndex: 'targetName', width: 200, ellipsis: true },
    {
      title: t(texts.rule),
      key: 'rule',
      width: 150,
      render: (_value, waiver) => {
        const rule = liftableRules[waiver.rule]
        return rule === undefined ? waiver.rule : t(rule)
      },
    },
    { title: t(texts.why), dataIndex: 'why' },
    { title: t(texts.by), dataIndex: 'by', width: 90 },
    {
      title: t(texts.at),
      key: 'at',
      width: 120,
      render: (_value, waiver) => <span className="number">{shortInstant(waiver.at, language)}</span>,
    },
    {
      title: t(texts.state),
      key: 'state',
      width: 130,
      render: (_value, waiver) =>
        waiver.endedAt === null ? (
          t(texts.holds)
        ) : (
          <span className="muted">{t(texts.ended, { at: shortInstant(waiver.endedAt, language) })}</span>
        ),
    },
    {
      title: '',
      key: 'acts',
      width: 70,
      render: (_value, waiver) =>
        onEnd === undefined || waiver.endedAt !== null ? null : (
          <Button type="link" size="small" onClick={() => onEnd(waiver)}>
            {t(texts.end)}
          </Button>
        ),
    },
  ]
  return (
    <Table<Waiver>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={[...waivers]}
      pagination={false}
      sticky
      scroll={{ x: 900 }}
    />
  )
}
