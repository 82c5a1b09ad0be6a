import type { Official } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { Button, Table, type TableColumnsType } from '../../ui/antd.ts'
import { Unverified } from '../../ui/unverified.tsx'

const texts = {
  name: { zh: '姓名', en: 'Name' },
  title: { zh: '职务', en: 'Post' },
  head: { zh: '主要负责人', en: 'Head' },
  from: { zh: '任职', en: 'Since' },
  until: { zh: '离任', en: 'Until' },
  now: { zh: '在任', en: 'in office' },
  missing: {
    zh: '没有班子名单。缺名单时，亲属与关系两项按“未核”计，不按“无”计。',
    en: 'No list of officials. Without one, kinship and ties count as unverified, not as none.',
  },
  yes: { zh: '是', en: 'yes' },
  edit: { zh: '编辑', en: 'Edit' },
}

interface OfficialTableProps {
  readonly officials: readonly Official[] | null
  /** Left out where the reader may not edit. */
  readonly onEdit?: (official: Official) => void
}

/** Who answers for a unit; without the list nothing about kin or ties is clear. */
export function OfficialTable({ officials, onEdit }: OfficialTableProps) {
  const t = useText()
  if (officials === null) {
    return (
      <p>
        <Unverified /> {t(texts.missing)}
      </p>
    )
  }
  const columns: TableColumnsType<Official> = [
    { title: t(texts.name), dataIndex: 'name', width: 140 },
    { title: t(texts.title), dataIndex: 'title' },
    { title: t(texts.head), key: 'head', width: 110, render: (_value, official) => (official.isHead ? t(texts.yes) : '') },
    { title: t(texts.from), key: 'from', width: 110, render: (_value, official) => official.from ?? <Unverified /> },
    { title: t(texts.until), key: 'until', width: 110, render: (_value, official) => official.until ?? t(texts.now) },
    ...(onEdit === undefined
      ? []
      : [
          {
            title: '',
            key: 'acts',
            width: 80,
            align: 'right' as const,
            render: (_value: unknown, official: Official) => (
              <Button type="link" size="small" onClick={() => onEdit(official)}>
                {t(texts.edit)}
              </Button>
            ),
          },
        ]),
  ]
  return (
    <Table<Official>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={[...officials]}
      pagination={false}
      scroll={{ x: 640 }}
    />
  )
}
