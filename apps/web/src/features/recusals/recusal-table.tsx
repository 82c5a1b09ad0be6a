import type { Recusal } from '@shengmian/contract'
import { shortDay } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Button, Table, type TableColumnsType } from '../../ui/antd.ts'
import { PlaceName } from '../../ui/place-name.tsx'

const texts = {
  place: { zh: '回避的地方', en: 'Place' },
  basis: { zh: '事由', en: 'Basis' },
  since: { zh: '登记', en: 'Recorded' },
  by: { zh: '{day}，{name}', en: '{day}, {name}' },
  himself: { zh: '本人', en: 'himself' },
  office: { zh: '巡察办', en: 'the office' },
  state: { zh: '状态', en: 'State' },
  holds: { zh: '有效', en: 'in force' },
  lifted: { zh: '{day}由{name}解除：{reason}', en: 'lifted {day} by {name}: {reason}' },
  lift: { zh: '解除', en: 'Lift' },
}

interface RecusalTableProps {
  readonly recusals: readonly Recusal[]
  /** Left out where the reader may not lift. */
  readonly onLift?: (recusal: Recusal) => void
}

/** Places that are or were closed to one person, the newest first. */
export function RecusalTable({ recusals, onLift }: RecusalTableProps) {
  const t = useText()
  const { language } = useLanguage()
  // Whoever may not read the account reads the body: only the person himself and his office record.
  const recorder = ({ isOwn, recordedBy }: Recusal) => (isOwn === true ? t(texts.himself) : (recordedBy ?? t(texts.office)))
  const columns: TableColumnsType<Recusal> = [
    {
      title: t(texts.place),
      key: 'place',
      width: 140,
      render: (_value, one) => (
        <span className={one.liftedAt === null ? '' : 'muted'}>
          <PlaceName code={one.place} />
        </span>
      ),
    },
    { title: t(texts.basis), dataIndex: 'basis' },
    {
      title: t(texts.since),
      key: 'since',
      width: 170,
      render: (_value, one) => t(texts.by, { day: shortDay(one.recordedAt, language), name: recorder(one) }),
    },
    {
      title: t(texts.state),
      key: 'state',
      width: 220,
      render: (_value, one) =>
        one.liftedAt === null ? (
          t(texts.holds)
        ) : (
          <span className="muted">
            {t(texts.lifted, {
              day: shortDay(one.liftedAt, language),
              name: one.liftedBy ?? t(texts.office),
              reason: one.liftedReason ?? '',
            })}
          </span>
        ),
    },
    ...(onLift === undefined
      ? []
      : [
          {
            title: '',
            key: 'acts',
            width: 70,
            align: 'right' as const,
            render: (_value: unknown, one: Recusal) =>
              one.liftedAt === null ? (
                <Button type="link" size="small" onClick={() => onLift(one)}>
                  {t(texts.lift)}
                </Button>
              ) : null,
          },
        ]),
  ]
  return (
    <Table<Recusal>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={[...recusals]}
      pagination={false}
      scroll={{ x: 700 }}
    />
  )
}
