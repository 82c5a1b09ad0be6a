import { acknowledgeMessage, listOwnMessages } from '@shengmian/contract'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { useAct, useRead } from '../../lib/use-endpoint.ts'
import { Button } from '../../ui/antd.ts'
import { Light } from '../../ui/light.tsx'
import { Refused } from '../../ui/refused.tsx'
import './liaison.css'

const texts = {
  title: { zh: '联络消息', en: 'Messages' },
  acknowledge: { zh: '签收', en: 'Acknowledge' },
  due: { zh: '{name}发，请于{at}前签收', en: 'from {name}, acknowledge by {at}' },
  done: { zh: '已于{at}签收', en: 'acknowledged {at}' },
}

/** What the office sent to this liaison; unanswered first. */
export function OwnMessages() {
  const t = useText()
  const { language } = useLanguage()
  const { data, error, refetch } = useRead(listOwnMessages, {})
  const acknowledge = useAct(acknowledgeMessage, (queries) => queries.invalidateQueries({ queryKey: ['listOwnMessages'] }))
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (data === undefined || data.items.length === 0) return null
  return (
    <article className="liaison-card">
      <h2>{t(texts.title)}</h2>
      <ul className="liaison-lines">
        {data.items.map((one) => (
          <li key={one.id}>
            <Light colour={one.light} />
            <span>
              {one.text}
              <br />
              <span className="muted number">
                {one.acknowledgedAt === null
                  ? t(texts.due, { name: one.sentBy, at: shortInstant(one.dueAt, language) })
                  : t(texts.done, { at: shortInstant(one.acknowledgedAt, language) })}
              </span>
            </span>
            {one.acknowledgedAt === null ? (
              <Button
                size="small"
                type="primary"
                loading={acknowledge.isPending}
                onClick={() => acknowledge.mutate({ params: { message: one.id }, body: {} })}
              >
                {t(texts.acknowledge)}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {acknowledge.error === null ? null : <Refused error={acknowledge.error} />}
    </article>
  )
}
