import { listFindings, readRound, type SessionView } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { longDay } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Loading } from '../../../ui/loading.tsx'
import { Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import './desk.css'

const texts = {
  until: { zh: '授权至{day}', en: 'ordered until {day}' },
  targets: { zh: '对象：{names}', en: 'Targets: {names}' },
  overview: { zh: '轮次概况', en: 'Overview' },
  findings: { zh: '问题', en: 'Findings' },
  corrections: { zh: '立行立改', en: 'Corrections' },
  inbox: { zh: '收件箱', en: 'Inbox' },
  logistics: { zh: '行程与调阅', en: 'Schedule and documents' },
}

type Order = SessionView['orders'][number]

interface OwnOrdersProps {
  readonly orders: readonly Order[]
  /** What waits for the person in a round, below its ways. */
  readonly waiting: (round: string) => ReactNode
}

/** What the person is ordered to now, a round at a time, with the ways to its pages. */
export function OwnOrders({ orders, waiting }: OwnOrdersProps) {
  const rounds = [...Map.groupBy(orders, ({ round }) => round)]
  return rounds.map(([round, own]) => <OwnRound key={round} round={round} orders={own} waiting={waiting(round)} />)
}

interface OwnRoundProps {
  readonly round: string
  readonly orders: readonly Order[]
  readonly waiting: ReactNode
}

function OwnRound({ round, orders, waiting }: OwnRoundProps) {
  const t = useText()
  const { language } = useLanguage()
  const { data, error, refetch } = useRead(readRound, { params: { round } })
  const findings = useRead(listFindings, { params: { round } })
  const until = orders.map((order) => order.until).toSorted()[0] ?? ''
  const names = (findings.data?.targets ?? []).map(({ name }) => name).join(language === 'zh' ? '、' : ', ')
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  return (
    <Sheet label={data?.title ?? t(texts.overview)}>
      <div className="block-head">
        <h2>{data?.title ?? ''}</h2>
        <span className="muted">{t(texts.until, { day: longDay(until, language) })}</span>
        <span className="muted">
          {[...new Set(orders.map(({ number }) => number))].toSorted().join(language === 'zh' ? '、' : ', ')}
        </span>
      </div>
      <div className="block-body">
        {findings.data === undefined ? (
          <Loading what={t(texts.findings)} rows={1} />
        ) : (
          <p className="own-targets">{t(texts.targets, { names })}</p>
        )}
        <p className="own-ways">
          <Link to="/rounds/$round/findings" params={{ round }}>
            {t(texts.findings)}
          </Link>
          <Link to="/rounds/$round/corrections" params={{ round }}>
            {t(texts.corrections)}
          </Link>
          <Link to="/rounds/$round/inbox" params={{ round }}>
            {t(texts.inbox)}
          </Link>
          <Link to="/logistics">{t(texts.logistics)}</Link>
          <Link to="/rounds/$round" params={{ round }}>
            {t(texts.overview)}
          </Link>
        </p>
      </div>
      {waiting}
    </Sheet>
  )
}
