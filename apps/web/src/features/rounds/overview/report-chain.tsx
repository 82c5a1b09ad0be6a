import { readReportChain, takeReportStep, type ReplyOf } from '@shengmian/contract'
import { useState } from 'react'
import { shortInstant } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { newId } from '../../../lib/new-id.ts'
import { useAct, useRead } from '../../../lib/use-endpoint.ts'
import { Button } from '../../../ui/antd.ts'
import { Refused } from '../../../ui/refused.tsx'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'

type Chain = ReplyOf<typeof readReportChain>
type Event = Chain['acts'][number]

const texts = {
  title: { zh: '报告审签', en: 'The report’s way' },
  titled: { zh: '{name}（{title}）', en: '{name} ({title})' },
  leader: { zh: '最后由组长{name}批准', en: '{name}, the leader, approves last' },
  noLeader: { zh: '名册上没有组长，报告无人最后批准', en: 'No leader is on the roster: nobody can approve last' },
  noAccount: { zh: '组长{name}没有登录账号，不能批准', en: 'The leader {name} has no account and cannot approve' },
  waits: { zh: '待办', en: 'waits' },
}
const events = {
  submit: { zh: '呈报', en: 'Hand in' },
  review: { zh: '审核', en: 'Review' },
  approve: { zh: '组长批准', en: 'Leader approves' },
  return: { zh: '退回', en: 'Return' },
}

/** Who signed the report of a round so far, with what opinion, and whose signature ends it. */
export function ReportChain({ round }: { readonly round: string }) {
  const t = useText()
  const { language } = useLanguage()
  const { data, error, refetch } = useRead(readReportChain, { params: { round } })
  const take = useAct(takeReportStep, (queries) =>
    queries.invalidateQueries({ predicate: ({ queryKey: [id] }) => id === 'readReportChain' || id === 'readRound' }),
  )
  const [asking, setAsking] = useState<Event | null>(null)
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  const { leader } = data
  const last =
    leader === null
      ? t(texts.noLeader)
      : t(leader.hasAccount ? texts.leader : texts.noAccount, {
          name: leader.title === null ? leader.name : t(texts.titled, { name: leader.name, title: leader.title }),
        })
  return (
    <section className="sheet report-chain">
      <h2>{t(texts.title)}</h2>
      <p className="muted">{last}</p>
      <ol>
        {data.steps.map((step) => (
          <li key={step.event}>
            <strong>{t(events[step.event])}</strong>{' '}
            {step.at === null ? (
              <span className="muted">{t(texts.waits)}</span>
            ) : (
              <>
                {step.by} <span className="number muted">{shortInstant(step.at, language)}</span> {step.opinion}
              </>
            )}
          </li>
        ))}
      </ol>
      {data.acts.map((event) => (
        <Button key={event} type={event === 'return' ? 'default' : 'primary'} onClick={() => setAsking(event)}>
          {t(events[event])}
        </Button>
      ))}
      {asking === null ? null : (
        <ReasonDialog
          title={t(events[asking])}
          isBusy={take.isPending}
          error={take.error}
          onClose={() => setAsking(null)}
          onDone={(opinion) =>
            take.mutate(
              { params: { round }, body: { id: newId(), event: asking, opinion } },
              { onSuccess: () => setAsking(null) },
            )
          }
        />
      )}
    </section>
  )
}
