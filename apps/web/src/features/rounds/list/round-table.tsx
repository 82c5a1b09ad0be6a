import type { listRounds, ReplyOf } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { shortDay } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { roundKinds, roundModes, roundStates, roundTypes } from '../../../lib/round-words.ts'
import { Table, type TableColumnsType } from '../../../ui/antd.ts'
import { Light } from '../../../ui/light.tsx'
import { DaysLeft } from '../parts/days-left.tsx'

type Round = ReplyOf<typeof listRounds>['items'][number]

const texts = {
  light: { zh: '灯', en: 'Light' },
  number: { zh: '序次', en: 'No.' },
  ordinal: { zh: '{year}年第{n}轮', en: '{year}-{n}' },
  title: { zh: '轮次', en: 'Round' },
  authority: { zh: '授权党委', en: 'Commissioned by' },
  kind: { zh: '种类', en: 'Kind' },
  mode: { zh: '方式', en: 'Mode' },
  teams: { zh: '组（个）', en: 'Teams' },
  targets: { zh: '对象（个）', en: 'Targets' },
  window: { zh: '起止', en: 'Window' },
  state: { zh: '状态', en: 'State' },
  left: { zh: '还剩 / 逾期', en: 'Left / late' },
  total: { zh: '合计（已列出）', en: 'Total (listed)' },
  rounds: { zh: '{n}轮', en: '{n} rounds' },
}

/** Rounds with light and days left; the total says what it sums. */
export function RoundTable({ rounds, isBusy }: { readonly rounds: readonly Round[]; readonly isBusy: boolean }) {
  const t = useText()
  const { language } = useLanguage()
  const between = language === 'zh' ? '、' : ', '
  const columns: TableColumnsType<Round> = [
    { title: t(texts.light), width: 40, align: 'center', render: (_cell, round) => <Light colour={round.light} /> },
    {
      title: t(texts.number),
      width: 100,
      render: (_cell, round) => <span className="number">{t(texts.ordinal, { year: round.year, n: round.number })}</span>,
    },
    {
      title: t(texts.title),
      ellipsis: true,
      render: (_cell, round) => (
        <Link className="row-act" to="/rounds/$round" params={{ round: round.id }} title={round.title}>
          {round.title}
        </Link>
      ),
    },
    { title: t(texts.authority), width: 84, ellipsis: true, render: (_cell, round) => round.authority.name },
    { title: t(texts.kind), width: 66, render: (_cell, round) => round.kinds.map((kind) => t(roundKinds[kind])).join(between) },
    {
      title: t(texts.mode),
      width: 104,
      render: (_cell, round) => [t(roundModes[round.mode]), ...round.types.map((type) => t(roundTypes[type]))].join(between),
    },
    { title: t(texts.teams), width: 66, align: 'right', dataIndex: 'teams' },
    { title: t(texts.targets), width: 80, align: 'right', dataIndex: 'targets' },
    {
      title: t(texts.window),
      width: 132,
      render: (_cell, round) => (
        <span className="number">
          {shortDay(round.starts, language)}—{shortDay(round.ends, language)}
        </span>
      ),
    },
    { title: t(texts.state), width: 64, render: (_cell, round) => t(roundStates[round.state]) },
    { title: t(texts.left), width: 92, render: (_cell, round) => <DaysLeft state={round.state} days={round.daysLeft} /> },
  ]
  return (
    <Table
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={[...rounds]}
      loading={isBusy}
      pagination={false}
      sticky
      scroll={{ x: 1000 }}
      className="round-table"
      summary={() => (
        <Table.Summary fixed>
          <Table.Summary.Row className="sum-row">
            <Table.Summary.Cell index={0} colSpan={3}>
              {t(texts.total)} {t(texts.rounds, { n: rounds.length })}
            </Table.Summary.Cell>
            <Table.Summary.Cell index={3} colSpan={3} />
            <Table.Summary.Cell index={6} align="right">
              {sum(rounds, (round) => round.teams)}
            </Table.Summary.Cell>
            <Table.Summary.Cell index={7} align="right">
              {sum(rounds, (round) => round.targets)}
            </Table.Summary.Cell>
            <Table.Summary.Cell index={8} colSpan={3} />
          </Table.Summary.Row>
        </Table.Summary>
      )}
    />
  )
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}
