import type { Decision } from '@shengmian/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { longDay } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Button, Input } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { answer, readAnswers, type Answer, type AnswerFault } from './answer-chain.ts'
import type { Keys } from './key-files.ts'
import type { Opened } from './opened-reports.ts'
import { opened as texts } from './opened-texts.ts'

interface RepliesProps {
  readonly desk: string
  readonly keys: Keys
  readonly shown: Opened
  readonly decision: Decision | null
  /** What is being written, which the result of a correction may fill in. */
  readonly text: string
  readonly onText: (text: string) => void
  /** The day of the last answer. */
  readonly onAnswered: (day: string) => void
}

/** What the team has answered, and the next answer. */
export function Replies({ desk, keys, shown, decision, text, onText, onAnswered }: RepliesProps) {
  const t = useText()
  const { language } = useLanguage()
  const queries = useQueryClient()
  const [answers, setAnswers] = useState<readonly Answer[] | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [sent, setSent] = useState<number | null>(null)
  const [fault, setFault] = useState<AnswerFault | null>(null)
  const [error, setError] = useState<unknown>(null)
  const { number } = shown
  const read = async () => {
    const found = await readAnswers(desk, number, keys)
    setAnswers(found)
    const last = found.at(-1)
    if (last !== undefined) onAnswered(last.day)
    return found
  }
  useEffect(() => {
    let isGone = false
    readAnswers(desk, number, keys)
      .then((found) => {
        if (isGone) return
        setAnswers(found)
        const last = found.at(-1)
        if (last !== undefined) onAnswered(last.day)
      })
      .catch((why: unknown) => (isGone ? undefined : setError(why)))
    return () => {
      isGone = true
    }
  }, [desk, number, keys, onAnswered])
  const accepted = decision?.verdict === 'accept' ? decision.number : null
  const send = async () => {
    setIsBusy(true)
    setError(null)
    setFault(null)
    try {
      const done = await answer(desk, { shown, keys, before: answers ?? [] }, { text: text.trim(), accepted })
      if (typeof done === 'string') return setFault(done)
      onText('')
      setSent(done.seq)
      await queries.invalidateQueries({ queryKey: ['listSealedReports'] })
    } catch (why) {
      setError(why)
    } finally {
      setIsBusy(false)
      // Where somebody else answered meanwhile, his answer is now in sight, and the next one continues it.
      await read().catch(setError)
    }
  }
  const canAnswer = keys.replySecrets.length > 0
  return (
    <section className="report-part" aria-label={t(texts.reply)}>
      <h3>{t(texts.reply)}</h3>
      {(answers ?? []).map(({ seq, day, reply }) => (
        <div key={seq} className="report-reply">
          <span className="muted">{t(texts.ownReply, { n: seq, day: longDay(day, language) })}</span>
          <p>{reply?.text ?? <span className="unverified">{t(texts.otherReply)}</span>}</p>
        </div>
      ))}
      {canAnswer ? (
        <>
          <Input.TextArea
            aria-label={t(texts.reply)}
            rows={3}
            maxLength={20_000}
            value={text}
            onChange={(event) => onText(event.target.value)}
          />
          <p className="muted">
            {t(texts.replyWhy)}
            {accepted === null ? '' : `（${t(texts.tellNumber, { number: accepted })}）`}
          </p>
          <Button type="primary" loading={isBusy} disabled={text.trim() === '' || answers === null} onClick={() => void send()}>
            {t(texts.send)}
          </Button>
          {sent === null ? null : (
            <span role="status" className="report-sent">
              {t(texts.sent, { n: sent })}
            </span>
          )}
        </>
      ) : (
        <p className="muted">{t(texts.noReplyKey)}</p>
      )}
      {fault === null ? null : (
        <p role="alert" className="key-fault">
          {t(fault === 'no-key' ? texts.noReplyKey : texts.replyLong)}
        </p>
      )}
      {error === null ? null : <Refused error={error} />}
    </section>
  )
}
