import { listEmergencies } from '@shengmian/contract'
import { useState } from 'react'
import { AskDialog } from '../features/emergencies/ask-dialog.tsx'
import { EmergencyList } from '../features/emergencies/emergency-list.tsx'
import { texts } from '../features/emergencies/texts.ts'
import { useHasRole } from '../features/session/api.ts'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Button } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

/** Asked for by whoever works, confirmed by the security administrator, looked through by the auditor. */
export function EmergenciesPage() {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const canConfirm = useHasRole('security-admin')
  const isAuditor = useHasRole('audit-admin')
  const isSystem = useHasRole('system-admin')
  const list = useRead(listEmergencies, {}, { again: () => 30_000 })
  return (
    <Page
      title={t(texts.title)}
      acts={canConfirm || isAuditor || isSystem ? null : <Button onClick={() => setAsking(true)}>{t(texts.ask)}</Button>}
    >
      {list.error === null ? null : <Refused error={list.error} onRetry={() => void list.refetch()} />}
      <Sheet label={t(texts.title)}>
        {list.isPending ? <Loading what={t(texts.title)} rows={3} /> : null}
        {list.data?.items.length === 0 ? <Empty title={t(texts.none)}>{t(texts.noneWhy)}</Empty> : null}
        <EmergencyList emergencies={list.data?.items ?? []} canConfirm={canConfirm} />
      </Sheet>
      {asking ? <AskDialog onClose={() => setAsking(false)} /> : null}
    </Page>
  )
}
