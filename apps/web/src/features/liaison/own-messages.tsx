import { acknowledgeMessage, listOwnMessages } from '@shengmian/contract'
import { useState } from 'react'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { useAct, useRead } from '../../lib/use-endpoint.ts'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Button, Input } from '../../ui/antd.ts'
import { Light } from '../../ui/light.tsx'
import { Refused } from '../../ui/refused.tsx'
import './liaison.css'

const texts = {
  due: { zh: '{by} {at}发出，{due}前签收', en: 'Sent by {by} {at}, to be acknowledged before {due}' },
  done: { zh: '已于{at}签收', en: 'Acknowledged {at}' },
  act: { zh: '签收', en: 'Acknowledge' },
  reply: { zh: '回复（可不填）', en: 'Reply (may stay empty)' },
}

/** Messages to the reader as a liaison, unanswered first; acknowledged once, with a reply or without. */
export function OwnMessages() {
  const t = useText()
  const { language } = useLanguage()
  const { data, error, refetch } = useRead(listOwnMessages, {})
  const acknowledge = useAct(acknowledgeMessage, (queries) => queries.invalidateQueries({ queryKey: ['listOwnMessages'] }))
  const [answering, setAnswering] = useState<string | null>(null)
  const [reply, setReply] = useState('')
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  return (
    <>
      {(data?.items ?? []).map((message) => (
        <article key={message.id} className="message sheet">
          <p className="message-text">{message.text}</p>
          <p className="message-facts">
            <span className="message-state">
              <Light colour={message.light} />
              {message.acknowledgedAt === null
                ? t(texts.due, {
                    by: message.sentBy,
                    at: shortInstant(message.sentAt, language),
                    due: shortInstant(message.dueAt, language),
                  })
                : t(texts.done, { at: shortInstant(message.acknowledgedAt, language) })}
            </span>
            {message.reply === null ? null : <span className="muted">{message.reply}</span>}
          </p>
          {message.acknowledgedAt === null ? (
            <div className="message-act">
              <Button type="primary" onClick={() => setAnswering(message.id)}>
                {t(texts.act)}
              </Button>
            </div>
          ) : null}
        </article>
      ))}
      {answering === null ? null : (
        <ActDialog
          title={t(texts.act)}
          act={t(texts.act)}
          isBusy={acknowledge.isPending}
          error={acknowledge.error}
          onClose={() => setAnswering(null)}
          onAct={() =>
            acknowledge.mutate(
              { params: { message: answering }, body: reply.trim() === '' ? {} : { reply: reply.trim() } },
              {
                onSuccess: () => {
                  setAnswering(null)
                  setReply('')
                },
              },
            )
          }
        >
          <label htmlFor="reply">{t(texts.reply)}</label>
          <Input.TextArea id="reply" rows={3} maxLength={4000} value={reply} onChange={(event) => setReply(event.target.value)} />
        </ActDialog>
      )}
    </>
  )
}
