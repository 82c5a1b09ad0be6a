import type { Unit } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { longDay } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Table, type TableColumnsType } from '../../ui/antd.ts'
import { Unverified } from '../../ui/unverified.tsx'
import { unitClasses, unitKinds } from './texts.ts'

const texts = {
  name: { zh: '单位', en: 'Unit' },
  place: { zh: '所在地', en: 'Place' },
  kind: { zh: '类型', en: 'Kind' },
  class: { zh: '类别', en: 'Class' },
  population: { zh: '人口（人）', en: 'Population' },
  last: { zh: '上次巡察', en: 'Last inspected' },
  officials: { zh: '班子名单', en: 'Officials' },
  people: { zh: '{n} 人', en: '{n}' },
  withdrawn: { zh: '已停用', en: 'withdrawn' },
}

/** Units in the order of their places; what nobody has checked is hatched, never blank. */
export function UnitTable({ units, isLoading }: { readonly units: readonly Unit[]; readonly isLoading: boolean }) {
  const t = useText()
  const { language } = useLanguage()
  const columns: TableColumnsType<Unit> = [
    {
      title: t(texts.name),
      key: 'name',
      render: (_value, unit) => (
        <>
          <Link to="/units/$unit" params={{ unit: unit.id }}>
            {unit.name}
          </Link>
          {unit.state === 'withdrawn' ? <span className="muted"> {t(texts.withdrawn)}</span> : null}
        </>
      ),
    },
    {
      title: t(texts.place),
      key: 'place',
      width: 170,
      render: (_value, unit) => (
        <span className="muted number">
          {unit.place.name === unit.name ? '' : `${unit.place.name} `}
          {unit.place.code}
        </span>
      ),
    },
    { title: t(texts.kind), key: 'kind', width: 90, render: (_value, unit) => t(unitKinds[unit.kind]) },
    {
      title: t(texts.class),
      key: 'class',
      width: 100,
      render: (_value, unit) => (unit.class === null ? <Unverified /> : t(unitClasses[unit.class])),
    },
    {
      title: t(texts.population),
      key: 'population',
      width: 110,
      align: 'right',
      render: (_value, unit) => (unit.population === null ? <Unverified /> : unit.population.toLocaleString('en')),
    },
    {
      title: t(texts.last),
      key: 'last',
      width: 130,
      render: (_value, unit) =>
        unit.lastInspected === null ? <Unverified /> : <span className="number">{longDay(unit.lastInspected, language)}</span>,
    },
    {
      title: t(texts.officials),
      key: 'officials',
      width: 100,
      align: 'right',
      render: (_value, unit) => (unit.officials === null ? <Unverified /> : t(texts.people, { n: unit.officials })),
    },
  ]
  return (
    <Table<Unit>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={[...units]}
      pagination={false}
      loading={isLoading}
      sticky
      scroll={{ x: 900 }}
    />
  )
}
