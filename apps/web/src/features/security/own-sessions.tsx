import { listOwnSessions, signOutEverywhere } from '@shengmian/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { leave } from '../../lib/leave.ts'
import { useRead } from '../../lib/use-endpoint.ts'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Button } from '../../ui/antd.ts'
import { Sheet } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { agentName } from './agent-name.ts'
import { texts } from './texts.ts'

/** Where the account is signed in, and the end of it all. */
export function OwnSessions() {
  const t = useText()
  const { language } = useLanguage()
  const queries = useQueryClient()
  const sessions = useRead(listOwnSessions, {})
  const [asking, setAsking] = useState(false)
  const end = useMutation({
    mutationFn: () => call(signOutEverywhere, {}),
    onSuccess: () => leave(queries),
  })
  return (
    <Sheet label={t(texts.sessions)}>
      <div className="block-head">
        <h2>{t(texts.sessions)}</h2>
        <span className="spring" />
        <Button size="small" danger onClick={() => setAsking(true)}>
          {t(texts.everywhere)}
        </Button>
      </div>
      {sessions.error === null ? null : <Refused error={sessions.error} onRetry={() => void sessions.refetch()} />}
      <ul className="records">
        {(sessions.data?.items ?? []).map((one) => (
          <li key={`${one.began} ${one.lastUsed} ${one.agent ?? ''}`}>
            <strong>{agentName(one.agent) ?? t(texts.unknownAgent)}</strong>{' '}
            <span className="muted">{t(texts.began, { at: shortInstant(one.began, language) })}</span>{' '}
            {one.isThis ? (
              <span className="tag">{t(texts.thisOne)}</span>
            ) : (
              <span className="muted">{t(texts.lastUsed, { at: shortInstant(one.lastUsed, language) })}</span>
            )}
          </li>
        ))}
      </ul>
      <ActDialog
        title={t(texts.everywhereAsk)}
        act={t(texts.everywhere)}
        isOpen={asking}
        okButtonProps={{ danger: true }}
        isBusy={end.isPending}
        error={end.error}
        onAct={() => end.mutate()}
        onClose={() => setAsking(false)}
      />
    </Sheet>
  )
}
