import type { readOwnAreas, ReplyOf } from '@shengmian/contract'
import { shortDay } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Table, type TableColumnsType } from '../../ui/antd.ts'
import { Light } from '../../ui/light.tsx'

type Areas = ReplyOf<typeof readOwnAreas>
type Item = Areas['items'][number]

const texts = {
  area: { zh: '片区', en: 'Area' },
  kind: { zh: '事项', en: 'Item' },
  name: { zh: '对象', en: 'Unit' },
  since: { zh: '自', en: 'Since' },
  due: { zh: '截至', en: 'Due' },
  supervisor: { zh: '日常监督', en: 'Daily supervisor' },
  nobody: { zh: '未指定', en: 'nobody' },
}
const kinds = {
  target: { zh: '正在巡察', en: 'Under inspection' },
  documents: { zh: '调阅未提供', en: 'Documents not handed in' },
}

/** Items in the areas of the leader who reads, the late ones first. */
export function OwnAreaItems({ areas }: { readonly areas: Areas }) {
  const t = useText()
  const { language } = useLanguage()
  const placeOf = new Map(areas.areas.map((area) => [area.charge, area.place.name]))
  const columns: TableColumnsType<Item> = [
    { title: t(texts.area), key: 'area', width: 130, ellipsis: true, render: (_value, one) => placeOf.get(one.charge) },
    {
      title: t(texts.kind),
      key: 'kind',
      width: 140,
      render: (_value, one) => (
        <span>
          {one.isOverdue ? <Light colour="red" /> : null} {t(kinds[one.kind])}
        </span>
      ),
    },
    { title: t(texts.name), dataIndex: 'name', ellipsis: true },
    {
      title: t(texts.since),
      key: 'since',
      width: 90,
      className: 'number',
      render: (_value, one) => shortDay(one.since, language),
    },
    { title: t(texts.due), key: 'due', width: 90, className: 'number', render: (_value, one) => shortDay(one.due, language) },
    {
      title: t(texts.supervisor),
      key: 'supervisor',
      width: 220,
      ellipsis: true,
      render: (_value, one) => one.supervisor ?? <span className="muted">{t(texts.nobody)}</span>,
    },
  ]
  const items = [...areas.items].sort((one, other) => Number(other.isOverdue) - Number(one.isOverdue))
  return (
    <Table<Item>
      size="small"
      rowKey={(one) => `${one.charge} ${one.kind} ${one.unit} ${one.name}`}
      columns={columns}
      dataSource={items}
      pagination={false}
      sticky
      scroll={{ x: 800 }}
    />
  )
}
