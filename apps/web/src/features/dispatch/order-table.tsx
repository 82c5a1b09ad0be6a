import { downloadOrder, type listOrders, type ReplyOf } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { addressOf } from '../../lib/api.ts'
import { longDay } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { seatRole } from '../../lib/round-words.ts'
import { Button, Table, type TableColumnsType } from '../../ui/antd.ts'

import './order-table.css'

export type Order = ReplyOf<typeof listOrders>['items'][number]

const texts = {
  number: { zh: '授权文号', en: 'Number' },
  person: { zh: '姓名', en: 'Name' },
  team: { zh: '组与职务', en: 'Team, seat' },
  targets: { zh: '被巡察党组织', en: 'Targets' },
  list: { zh: '{n}个：{names}', en: '{n}: {names}' },
  window: { zh: '授权期限', en: 'Window' },
  state: { zh: '状态', en: 'State' },
  document: { zh: '下载', en: 'Document' },
  revoke: { zh: '撤销', en: 'Revoke' },
  certificate: { zh: '审查表', en: 'Certificate' },
  'in-force': { zh: '有效', en: 'in force' },
  'not-yet': { zh: '未到期限', en: 'not yet' },
  ended: { zh: '已到期', en: 'ended' },
  revoked: { zh: '已撤销', en: 'revoked' },
  because: { zh: '{name}撤销：{why}', en: 'revoked by {name}: {why}' },
}

interface OrderTableProps {
  readonly orders: readonly Order[]
  readonly round: string
  /** Offered only to those who may. */
  readonly onRevoke?: (order: Order) => void
}

/** Engagement orders (一次一授权), by number; a revoked one keeps its row and its reason. */
export function OrderTable({ orders, round, onRevoke }: OrderTableProps) {
  const t = useText()
  const { language } = useLanguage()
  const columns: TableColumnsType<Order> = [
    {
      title: t(texts.number),
      key: 'number',
      width: 170,
      render: (_value, order) => <span className="number">{order.number}</span>,
    },
    { title: t(texts.person), key: 'person', width: 90, render: (_value, order) => order.person.name },
    { title: t(texts.team), key: 'team', width: 140, render: (_value, order) => `${order.teamName} ${t(seatRole(order.role))}` },
    {
      title: t(texts.targets),
      key: 'targets',
      ellipsis: true,
      render: (_value, order) => (
        <span className="order-targets">
          {t(texts.list, {
            n: order.targets.length,
            names: order.targets.map((target) => target.name).join(language === 'zh' ? '、' : ', '),
          })}
        </span>
      ),
    },
    {
      title: t(texts.window),
      key: 'window',
      width: 230,
      render: (_value, order) => (
        <span className="number">
          {longDay(order.from, language)}—{longDay(order.until, language)}
        </span>
      ),
    },
    {
      title: t(texts.state),
      key: 'state',
      width: 90,
      render: (_value, order) => (
        <span
          title={
            order.revokedBecause === null ? '' : t(texts.because, { name: order.revokedBy ?? '', why: order.revokedBecause })
          }
          className={order.state === 'in-force' ? '' : 'muted'}
        >
          {t(texts[order.state])}
        </span>
      ),
    },
    {
      title: '',
      key: 'acts',
      width: 190,
      render: (_value, order) => (
        <span className="row-acts">
          <a href={addressOf(downloadOrder, { round, order: order.id })}>{t(texts.document)}</a>
          <Link to="/rounds/$round/certificates/$person" params={{ round, person: order.person.id }}>
            {t(texts.certificate)}
          </Link>
          {onRevoke === undefined || order.state === 'revoked' || order.state === 'ended' ? null : (
            <Button type="link" size="small" danger onClick={() => onRevoke(order)}>
              {t(texts.revoke)}
            </Button>
          )}
        </span>
      ),
    },
  ]
  return (
    <Table<Order>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={[...orders]}
      pagination={false}
      sticky
      scroll={{ x: 1000 }}
    />
  )
}
