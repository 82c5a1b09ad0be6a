import { answerComment, listComments, writeComment } from '@shengmian/contract'
import { useState } from 'react'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { shortInstant } from '../../../lib/dates.ts'
import { newId } from '../../../lib/new-id.ts'
import { refreshRound, useAct, useRead } from '../../../lib/use-endpoint.ts'
import { Button } from '../../../ui/antd.ts'
import { Loading } from '../../../ui/loading.tsx'
import { Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { texts } from '../overview/texts.ts'
import { AnswerDialog } from '../../../ui/answer-dialog.tsx'

interface CommentsPanelProps {
  readonly of: 'rounds' | 'programmes'
  readonly subject: string
  /** The reader's office owns the round and answers. */
  readonly isOwn: boolean
  /** It is an upper office, which comments. */
  readonly mayWrite: boolean
}

/** Guidance from above, with the answers of the office. */
export function CommentsPanel({ of, subject, isOwn, mayWrite }: CommentsPanelProps) {
  const t = useText()
  const { language } = useLanguage()
  const [asking, setAsking] = useState<string | null>(null)
  const params = { of, subject }
  const comments = useRead(listComments, { params })
  const write = useAct(writeComment, refreshRound(subject))
  const answer = useAct(answerComment, refreshRound(subject))
  const close = () => setAsking(null)
  return (
    <Sheet label={t(texts.comments)}>
      <div className="block-head">
        <h2>{t(texts.comments)}</h2>
        <span className="spring" />
        {!mayWrite ? null : (
          <Button size="small" onClick={() => setAsking('new')}>
            {t(texts.write)}
          </Button>
        )}
      </div>
      {comments.isPending ? <Loading what={t(texts.comments)} rows={2} /> : null}
      {comments.error === null ? null : <Refused error={comments.error} onRetry={() => void comments.refetch()} />}
      {comments.data?.items.length === 0 ? <p className="block-body muted">{t(texts.noComments)}</p> : null}
      <ul className="records">
        {(comments.data?.items ?? []).map((comment) => (
          <li key={comment.id}>
            <span className={`tag ${comment.state === 'open' ? 'tag-warn' : ''}`}>{t(texts[comment.state])}</span>{' '}
            <strong>{comment.from.name}</strong> {comment.by}{' '}
            <span className="muted number">{shortInstant(comment.at, language)}</span>
            <p>{comment.text}</p>
            {comment.reply === null ? null : (
              <p>
                {t(texts.answer)}：{comment.reply}{' '}
                <span className="muted number">
                  {comment.repliedBy} {comment.repliedAt === null ? '' : shortInstant(comment.repliedAt, language)}
                </span>
              </p>
            )}
            {isOwn && comment.state === 'open' ? (
              <button type="button" className="button-link" onClick={() => setAsking(comment.id)}>
                {t(texts.answer)}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {asking === null ? null : (
        <AnswerDialog
          title={t(asking === 'new' ? texts.write : texts.answer)}
          choices={asking === 'new' ? [] : (['done', 'declined'] as const).map((value) => ({ value, label: t(texts[value]) }))}
          isBusy={write.isPending || answer.isPending}
          error={write.error ?? answer.error}
          onClose={close}
          onDone={(text, state) =>
            asking === 'new'
              ? write.mutate({ params, body: { id: newId(), text } }, { onSuccess: close })
              : answer.mutate(
                  {
                    params: { ...params, comment: asking },
                    body: { reply: text, state: state === 'declined' ? 'declined' : 'done' },
                  },
                  { onSuccess: close },
                )
          }
        />
      )}
    </Sheet>
  )
}
