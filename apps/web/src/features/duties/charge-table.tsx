import type { Charge } from '@shengmian/contract'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Button, Table, type TableColumnsType } from '../../ui/antd.ts'
import { chargeKinds } from '../../lib/charge-kinds.ts'

const texts = {
  kind: { zh: '职责', en: 'Capacity' },
  place: { zh: '地方', en: 'Place' },
  name: { zh: '姓名或机构', en: 'Name or body' },
  post: { zh: '职务', en: 'Post' },
  phone: { zh: '电话', en: 'Phone' },
  account: { zh: '登录账号', en: 'Account' },
  has: { zh: '有', en: 'named' },
  hasNot: { zh: '未指定', en: 'none' },
  recorded: { zh: '登记', en: 'Recorded' },
  revoked: { zh: '已免去：{reason}', en: 'Taken back: {reason}' },
  revoke: { zh: '免去', en: 'Take back' },
}

interface ChargeTableProps {
  readonly charges: readonly Charge[]
  /** `null`: the reader cannot change the roster. */
  readonly onRevoke: ((charge: Charge) => void) | null
}

/** Who answers for what and where; who was taken back stays, with the reason. */
export function ChargeTable({ charges, onRevoke }: ChargeTableProps) {
  const t = useText()
  const { language } = useLanguage()
  const columns: TableColumnsType<Charge> = [
    { title: t(texts.kind), key: 'kind', width: 130, render: (_value, one) => t(chargeKinds[one.kind]) },
    {
      title: t(texts.place),
      key: 'place',
      width: 170,
      ellipsis: true,
      render: (_value, one) => (one.unit === null ? one.place.name : `${one.place.name} ${one.unit.name}`),
    },
    { title: t(texts.name), dataIndex: 'name', ellipsis: true },
    { title: t(texts.post), key: 'post', ellipsis: true, render: (_value, one) => one.title ?? '—' },
    { title: t(texts.phone), key: 'phone', width: 130, className: 'number', render: (_value, one) => one.phone ?? '—' },
    {
      title: t(texts.account),
      key: 'account',
      width: 80,
      render: (_value, one) => (one.hasAccount ? t(texts.has) : <span className="muted">{t(texts.hasNot)}</span>),
    },
    {
      title: t(texts.recorded),
      key: 'recorded',
      width: 190,
      ellipsis: true,
      render: (_value, one) =>
        one.revokedReason === null ? (
          <span className="number">
            {shortInstant(one.recordedAt, language)} {one.recordedBy}
          </span>
        ) : (
          <span className="muted">{t(texts.revoked, { reason: one.revokedReason })}</span>
        ),
    },
    {
      title: '',
      key: 'acts',
      width: 70,
      align: 'right',
      render: (_value, one) =>
        onRevoke === null || one.revokedAt !== null ? null : (
          <Button type="link" size="small" onClick={() => onRevoke(one)}>
            {t(texts.revoke)}
          </Button>
        ),
    },
  ]
  return (
    <Table<Charge>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={[...charges]}
      pagination={false}
      sticky
      scroll={{ x: 960 }}
      rowClassName={(one) => (one.revokedAt === null ? '' : 'muted')}
    />
  )
}
