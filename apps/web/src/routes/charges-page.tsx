import { listCharges, revokeCharge, type Charge } from '@shengmian/contract'
import type { QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { ChargeDialog } from '../features/duties/charge-dialog.tsx'
import { ChargeTable } from '../features/duties/charge-table.tsx'
import { inRosterOrder } from '../features/duties/roster-order.ts'
import { useSession } from '../features/session/api.ts'
import { chargeKinds } from '../lib/charge-kinds.ts'
import { useText } from '../lib/language.tsx'
import { useAct, useRead } from '../lib/use-endpoint.ts'
import { Button } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'
import { useAuthority } from './use-authority.ts'

const texts = {
  title: { zh: '责任名册', en: 'Roster' },
  noLeader: { zh: '未指定组长，报告和方案无人最后批准', en: 'No leader is named: nobody can approve last' },
  noAccount: { zh: '组长没有登录账号，不能在系统里批准', en: 'The leader has no account and cannot approve here' },
  name: { zh: '指定责任人', en: 'Name somebody' },
  none: { zh: '名册是空的', en: 'Nobody is named' },
  why: {
    zh: '先指定领导小组组长（报告最后由其批准），再指定各地的联络员、分包联系领导和日常监督机构。',
    en: 'Name the leader of the leading group first, whose signature ends every report; then liaisons, area leaders and daily supervisors.',
  },
  revoke: { zh: '免去', en: 'Take back' },
  revokeWhat: {
    zh: '{name}不再任{kind}，由此打开的页面立即关闭。',
    en: '{name} is no longer {kind}; what it opened closes at once.',
  },
}
const refresh = (queries: QueryClient) => queries.invalidateQueries({ queryKey: ['listCharges'] })

/** The leading group, area leaders, daily supervisors and liaisons of the reader's body. */
export function ChargesPage() {
  const t = useText()
  const authority = useAuthority()
  const { data: session } = useSession()
  const { data, error, refetch } = useRead(
    listCharges,
    { query: { authority: authority?.code ?? '' } },
    { enabled: authority !== null },
  )
  const revoke = useAct(revokeCharge, refresh)
  const [isNaming, setNaming] = useState(false)
  const [revoking, setRevoking] = useState<Charge | null>(null)
  const isOffice = session?.roles.some((held) => held.role === 'office') ?? false
  const act = isOffice ? (
    <Button type="primary" onClick={() => setNaming(true)}>
      {t(texts.name)}
    </Button>
  ) : null
  const leader = data?.items.find((one) => one.kind === 'group-leader' && one.revokedAt === null)
  const lacking =
    data === undefined || data.items.length === 0 || leader?.hasAccount === true
      ? null
      : t(leader === undefined ? texts.noLeader : texts.noAccount)
  return (
    <Page title={t(texts.title)} note={lacking ?? authority?.name ?? ''} acts={data?.items.length === 0 ? null : act}>
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      <Sheet label={t(texts.title)}>
        {data === undefined && error === null ? <Loading what={t(texts.title)} rows={6} /> : null}
        {data?.items.length === 0 ? (
          <Empty title={t(texts.none)} act={act}>
            {t(texts.why)}
          </Empty>
        ) : null}
        {data === undefined || data.items.length === 0 ? null : (
          <ChargeTable charges={inRosterOrder(data.items)} onRevoke={isOffice ? setRevoking : null} />
        )}
      </Sheet>
      {isNaming && authority !== null ? <ChargeDialog authority={authority.code} onClose={() => setNaming(false)} /> : null}
      {revoking === null ? null : (
        <ReasonDialog
          title={t(texts.revoke)}
          isBusy={revoke.isPending}
          error={revoke.error}
          onClose={() => setRevoking(null)}
          onDone={(reason) =>
            revoke.mutate({ params: { charge: revoking.id }, body: { reason } }, { onSuccess: () => setRevoking(null) })
          }
        >
          <p>{t(texts.revokeWhat, { name: revoking.name, kind: t(chargeKinds[revoking.kind]) })}</p>
        </ReasonDialog>
      )}
    </Page>
  )
}
