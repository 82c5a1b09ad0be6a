import { askWithdrawal, decideWithdrawal, listWithdrawals, readPool } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { newId } from '../../../lib/new-id.ts'
import { refreshRound, useAct, useRead } from '../../../lib/use-endpoint.ts'
import { Button, Form, Select } from '../../../ui/antd.ts'
import { Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { DecideButton } from '../../../ui/decide-button.tsx'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { texts } from './texts.ts'

/** A sender cannot take a person out of a round by itself: it asks, and the round's own office decides. */
export function WithdrawalsPanel({ round, mayAsk }: { readonly round: string; readonly mayAsk: boolean }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const [person, setPerson] = useState<string | null>(null)
  const params = { round }
  const list = useRead(listWithdrawals, { params })
  const pool = useRead(readPool, { params }, { enabled: asking })
  const ask = useAct(askWithdrawal, refreshRound(round))
  const decide = useAct(decideWithdrawal, refreshRound(round))
  return (
    <Sheet label={t(texts.withdrawals)}>
      <div className="block-head">
        <h2>{t(texts.withdrawals)}</h2>
        <span className="spring" />
        {mayAsk ? (
          <Button size="small" onClick={() => setAsking(true)}>
            {t(texts.askWithdrawal)}
          </Button>
        ) : null}
      </div>
      {list.error === null ? null : <Refused error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.items.length === 0 ? <p className="block-body muted">{t(texts.noWithdrawals)}</p> : null}
      <ul className="records">
        {(list.data?.items ?? []).map((one) => (
          <li key={one.id}>
            <span className={`tag ${one.state === 'asked' ? 'tag-warn' : ''}`}>{t(texts[one.state])}</span>{' '}
            <strong>{one.person.name}</strong> {one.reason} <span className="muted">{one.askedBy}</span>
            {one.decidedBy === null ? null : (
              <p className="muted">
                {one.decidedBy}：{one.opinion}
              </p>
            )}
            {one.state === 'asked' ? (
              <DecideButton
                isBusy={decide.isPending}
                error={decide.error}
                onDone={(body, close) => decide.mutate({ params: { ...params, withdrawal: one.id }, body }, { onSuccess: close })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <ReasonDialog
        title={t(texts.askWithdrawal)}
        isOpen={asking}
        isBusy={ask.isPending}
        error={ask.error}
        isReady={person !== null}
        onClose={() => setAsking(false)}
        onDone={(reason) =>
          person === null
            ? undefined
            : ask.mutate({ params, body: { id: newId(), person, reason } }, { onSuccess: () => setAsking(false) })
        }
      >
        <Form.Item label={t(texts.person)}>
          <Select
            aria-label={t(texts.person)}
            showSearch={{ optionFilterProp: 'label' }}
            value={person}
            onChange={setPerson}
            options={(pool.data?.items ?? []).map((member) => ({ value: member.person.id, label: member.person.name }))}
          />
        </Form.Item>
      </ReasonDialog>
    </Sheet>
  )
}
