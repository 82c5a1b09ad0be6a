import type { Dossier, DossierFacts } from '@shengmian/contract'
import type { ReactNode } from 'react'
import { longDay } from '../../lib/dates.ts'
import { useLanguage, useText, type Text } from '../../lib/language.tsx'
import { Unverified } from '../../ui/unverified.tsx'
import { unitClasses } from './texts.ts'

const texts = {
  class: { zh: '类别', en: 'Class' },
  population: { zh: '人口', en: 'Population' },
  petitions: { zh: '信访量（件/年）', en: 'Petitions a year' },
  weakBranch: { zh: '软弱涣散党组织', en: 'Weak branch' },
  poverty: { zh: '脱贫村', en: 'Out of poverty' },
  economy: { zh: '集体收入（万元）', en: 'Collective income (10,000 yuan)' },
  conflicts: { zh: '未化解矛盾（件）', en: 'Open conflicts' },
  lastInspected: { zh: '上次巡察', en: 'Last inspected' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  people: { zh: '{n} 人', en: '{n}' },
}

/** The facts of a dossier, each either a value or 未核. */
export function DossierFactList({ dossier }: { readonly dossier: Dossier }) {
  const t = useText()
  const { language } = useLanguage()
  const { facts, unit } = dossier
  const known = <T,>(value: T | null, show: (value: T) => ReactNode) => (value === null ? <Unverified /> : show(value))
  const yesNo = (value: boolean) => t(value ? texts.yes : texts.no)
  const rows: readonly (readonly [Text, ReactNode])[] = [
    [texts.class, known(unit.class, (value) => t(unitClasses[value]))],
    [texts.population, known(facts.population, (n) => t(texts.people, { n: n.toLocaleString('en') }))],
    [texts.petitions, known(facts.petitions, (byYear) => petitionLine(byYear))],
    [texts.weakBranch, known(facts.weakBranch, yesNo)],
    [texts.poverty, known(facts.poverty, yesNo)],
    [texts.economy, known(facts.economy, (fen) => (fen / 1_000_000).toFixed(2))],
    [texts.conflicts, known(facts.conflicts, (n) => n.toLocaleString('en'))],
    [texts.lastInspected, known(facts.lastInspected, (day) => longDay(day, language))],
  ]
  return (
    <dl className="facts">
      {rows.map(([title, value]) => (
        <div key={title.en}>
          <dt>{t(title)}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function petitionLine(byYear: NonNullable<DossierFacts['petitions']>): string {
  const years = Object.entries(byYear).sort(([a], [b]) => b.localeCompare(a))
  return years.length === 0
    ? '0'
    : years
        .slice(0, 3)
        .map(([year, n]) => `${year}: ${n}`)
        .join('  ')
}
