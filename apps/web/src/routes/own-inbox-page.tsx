import { Link, Navigate } from '@tanstack/react-router'
import { useSession } from '../features/session/api.ts'
import { useText } from '../lib/language.tsx'
import { Empty } from '../ui/empty.tsx'
import { Page, Sheet } from '../ui/page.tsx'

const texts = {
  title: { zh: '收件箱', en: 'Inbox' },
  none: { zh: '您没有有效的派遣令', en: 'You hold no order in force' },
  why: {
    zh: '收件箱随派遣令打开：轮次进驻、派遣令在期限内，您就能看到本轮的密封件。',
    en: 'The inbox opens with an order: while the round is under way and the order in its window, you see its sealed reports.',
  },
  round: { zh: '派遣令 {number} 所在的轮次', en: 'The round of order {number}' },
}

/** The inbox of the round that the reader is ordered to; where there are several he chooses. */
export function OwnInboxPage() {
  const t = useText()
  const { data: session } = useSession()
  const orders = [...new Map((session?.orders ?? []).map((order) => [order.round, order])).values()]
  const [only] = orders
  if (only !== undefined && orders.length === 1)
    return <Navigate to="/rounds/$round/inbox" params={{ round: only.round }} replace />
  return (
    <Page title={t(texts.title)}>
      <Sheet>
        {orders.length === 0 ? <Empty title={t(texts.none)}>{t(texts.why)}</Empty> : null}
        {orders.map(({ round, number }) => (
          <p key={round} className="block-body">
            <Link to="/rounds/$round/inbox" params={{ round }}>
              {t(texts.round, { number })}
            </Link>
          </p>
        ))}
      </Sheet>
    </Page>
  )
}
