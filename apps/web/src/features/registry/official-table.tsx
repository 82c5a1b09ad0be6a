import type { Official } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { Table, type TableColumnsType } from '../../ui/antd.ts'
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
}

/** Who answers for a unit; without the list nothing about kin or ties is clear. */
export function OfficialTable({ officials }: { readonly officials: readonly Official[] | null }) {
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
  ]
  return <Table<Official> size="small" rowKey="id" columns={columns} dataSource={[...officials]} pagination={false} />
}
