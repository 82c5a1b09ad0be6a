import { issueOrders, listOrders, readRound } from '@shengmian/contract'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { OrderTable, type Order } from '../features/dispatch/order-table.tsx'
import { RevokeDialog } from '../features/dispatch/revoke-dialog.tsx'
import { useHasRole } from '../features/session/api.ts'
import { useLanguage, useText } from '../lib/language.tsx'
import { seatRole } from '../lib/round-words.ts'
import { refreshRound, useAct, useRead } from '../lib/use-endpoint.ts'
import { Button, Skeleton } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '授权', en: 'Engagement orders' },
  counts: {
    zh: '已发 {issued} 份，有效 {force} 份，缺 {missing} 份',
    en: '{issued} issued, {force} in force, {missing} missing',
  },
  issue: { zh: '发出授权', en: 'Issue orders' },
  print: { zh: '打印', en: 'Print' },
  none: { zh: '还没有发出授权', en: 'No orders yet' },
  notApproved: {
    zh: '方案经领导小组批准后，由领导小组发出，一次一授权。',
    en: 'Once the leading group has approved the plan it issues the orders, one for each task.',
  },
  missing: { zh: '缺授权', en: 'Without an order' },
  stale: { zh: '方案已不包括', en: 'No longer in the plan' },
}

export function OrdersPage() {
  const t = useText()
  const { language } = useLanguage()
  const { round } = useParams({ from: '/frame/rounds/$round' })
  const mayIssue = useHasRole('leading-group')
  const { data: state } = useRead(readRound, { params: { round } })
  const { data: orders, error, refetch } = useRead(listOrders, { params: { round } })
  const issue = useAct(issueOrders, refreshRound(round))
  const [revoking, setRevoking] = useState<Order | null>(null)
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (orders === undefined) {
    return (
      <Page title={t(texts.title)}>
        <Skeleton active />
      </Page>
    )
  }
  const canIssue =
    mayIssue &&
    orders.missing.length > 0 &&
    (state?.state === 'approved' || state?.state === 'authorised' || state?.state === 'running')
  const inForce = orders.items.filter((order) => order.state === 'in-force').length
  return (
    <Page
      title={t(texts.title)}
      note={t(texts.counts, { issued: orders.items.length, force: inForce, missing: orders.missing.length })}
      acts={
        <>
          <Button onClick={() => window.print()}>{t(texts.print)}</Button>
          {canIssue ? (
            <Button
              type="primary"
              loading={issue.isPending}
              onClick={() => issue.mutate({ params: { round }, body: { plan: state.planVersions } })}
            >
              {t(texts.issue)}
            </Button>
          ) : null}
        </>
      }
      {...(orders.missing.length + orders.stale.length === 0
        ? {}
        : {
            aside: (
              <>
                {orders.missing.length === 0 ? null : <h2>{t(texts.missing)}</h2>}
                {orders.missing.map((lack) => (
                  <p key={`${lack.team} ${lack.person.id}`}>
                    <strong>{lack.person.name}</strong> {lack.teamName} {t(seatRole(lack.role))}
                    <br />
                    <span className="muted">{language === 'zh' ? lack.because.zh : lack.because.en}</span>
                  </p>
                ))}
                {orders.stale.length === 0 ? null : <h2>{t(texts.stale)}</h2>}
                {orders.stale.map((order) => (
                  <p key={order.order}>
                    <span className="number">{order.number}</span> {language === 'zh' ? order.because.zh : order.because.en}
                  </p>
                ))}
              </>
            ),
          })}
    >
      {issue.error === null ? null : <Refused error={issue.error} />}
      <Sheet label={t(texts.title)}>
        {orders.items.length === 0 ? (
          <Empty title={t(texts.none)}>{t(texts.notApproved)}</Empty>
        ) : (
          <OrderTable orders={orders.items} round={round} {...(mayIssue ? { onRevoke: setRevoking } : {})} />
        )}
      </Sheet>
      {revoking === null ? null : <RevokeDialog round={round} order={revoking} onClose={() => setRevoking(null)} />}
    </Page>
  )
}
