import type { Tie } from '@shengmian/contract'
import type { ReactNode } from 'react'
import { longDay } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Table, type TableColumnsType } from '../../ui/antd.ts'
import { Empty } from '../../ui/empty.tsx'
import { useTieKinds } from './api.ts'
import { tieClasses, tieReviews, tieSource } from './texts.ts'

const texts = {
  class: { zh: '类别', en: 'Class' },
  kind: { zh: '关系', en: 'Tie' },
  other: { zh: '对方', en: 'To' },
  strength: { zh: '强度（千分）', en: 'Strength (‰)' },
  period: { zh: '起止', en: 'Period' },
  source: { zh: '来源与日期', en: 'Source, date' },
  review: { zh: '核实', en: 'Review' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  none: { zh: '没有申报过关系', en: 'No tie declared' },
  hint: {
    zh: '没有申报不等于没有关系：关系一项核实以前按“未核”计。',
    en: 'None declared is not the same as none: ties stay unverified until checked.',
  },
}

interface TieTableProps {
  readonly ties: readonly Tie[]
  /** What can be done with a tie; left out where nothing can. */
  readonly acts?: (tie: Tie) => ReactNode
}

/** Declared ties in their three classes; strength is how the rules count a tie, not a judgement of a person. */
export function TieTable({ ties, acts }: TieTableProps) {
  const t = useText()
  const { language } = useLanguage()
  const { data: kinds } = useTieKinds()
  if (ties.length === 0) return <Empty title={t(texts.none)}>{t(texts.hint)}</Empty>
  const kindOf = (tie: Tie) =>
    kinds?.items.find((kind) => kind.kind === tie.kind && (kind.degree === tie.degree || kind.degree === null))
  const columns: TableColumnsType<Tie> = [
    { title: t(texts.class), key: 'class', width: 90, render: (_value, tie) => t(tieClasses[tie.class]) },
    {
      title: t(texts.kind),
      key: 'kind',
      width: 160,
      render: (_value, tie) => {
        const kind = kindOf(tie)
        return kind === undefined ? tie.kind : language === 'zh' ? kind.zh : kind.en
      },
    },
    {
      title: t(texts.other),
      key: 'other',
      width: 160,
      render: (_value, tie) => `${tie.other.name}${tie.detail === null ? '' : `，${tie.detail}`}`,
    },
    { title: t(texts.strength), dataIndex: 'strength', width: 110, align: 'right' },
    {
      title: t(texts.period),
      key: 'period',
      width: 150,
      render: (_value, tie) => (tie.from === null ? '' : `${tie.from}—${tie.to ?? ''}`),
    },
    {
      title: t(texts.source),
      key: 'source',
      width: 200,
      render: (_value, tie) => `${t(tieSource(tie.source))} ${longDay(tie.day, language)}`,
    },
    {
      title: t(texts.review),
      key: 'review',
      width: 160,
      render: (_value, tie) =>
        tie.state === 'withdrawn' ? (
          <span className="muted">{t(texts.withdrawn)}</span>
        ) : (
          <>
            {t(tieReviews[tie.review])}
            {tie.reviewedBy === null ? null : (
              <div className="source">{[tie.reviewedBy, tie.reviewNote].filter((part) => part !== null).join('：')}</div>
            )}
          </>
        ),
    },
    ...(acts === undefined
      ? []
      : [{ title: '', key: 'acts', width: 130, align: 'right' as const, render: (_value: unknown, tie: Tie) => acts(tie) }]),
  ]
  return (
    <Table<Tie>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={[...ties]}
      pagination={false}
      scroll={{ x: acts === undefined ? 1030 : 1160 }}
    />
  )
}
