import { endWaiver, listWaivers, readRound } from '@shengmian/contract'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { BoardPages } from '../features/dispatch/board-pages.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { SignWaiverDialog } from '../features/dispatch/waivers/sign-waiver-dialog.tsx'
import { WaiverTable, type Waiver } from '../features/dispatch/waivers/waiver-table.tsx'
import { RelaxationSheet } from '../features/rounds/relaxations/relaxation-sheet.tsx'
import { useHasRole } from '../features/session/api.ts'
import { useText } from '../lib/language.tsx'
import { refreshRound, useAct, useRead } from '../lib/use-endpoint.ts'
import { Alert, Button } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '例外', en: 'Exceptions' },
  counts: { zh: '有效 {n} 条', en: '{n} in force' },
  sign: { zh: '批准例外', en: 'Sign an exception' },
  none: { zh: '没有例外', en: 'No exceptions' },
  hint: {
    zh: '每一条例外由领导小组具名批准，只对一个人、一个对象放宽一条规则。亲属回避不能放宽。',
    en: 'Each is signed by a named approver of the leading group: one rule, one person, one target. Kinship is never lifted.',
  },
  notMine: { zh: '例外由领导小组批准，巡察办可以提请。', en: 'The leading group signs exceptions; the office may ask.' },
  locked: { zh: '方案批准后不再开例外。', en: 'No exception is signed once the plan is approved.' },
  end: { zh: '收回例外', en: 'Take the exception back' },
  endWhat: {
    zh: '{name}对{target}的例外收回后，方案要重新核验。',
    en: 'Without it, the plan with {name} at {target} is checked again.',
  },
}

export function WaiversPage() {
  const t = useText()
  const { round } = useParams({ from: '/frame/rounds/$round' })
  const asked = useSearch({ from: '/frame/rounds/$round/board/waivers' })
  const navigate = useNavigate()
  const isGroup = useHasRole('leading-group')
  const { data: state } = useRead(readRound, { params: { round } })
  const { data, error, refetch } = useRead(listWaivers, { params: { round } })
  const end = useAct(endWaiver, refreshRound(round))
  const [isSigning, setSigning] = useState(asked.person !== undefined)
  const [ending, setEnding] = useState<Waiver | null>(null)
  const isOpen = state?.state === 'draft' || state?.state === 'submitted'
  const closeSigning = () => {
    setSigning(false)
    void navigate({ to: '/rounds/$round/board/waivers', params: { round }, search: {}, replace: true })
  }
  return (
    <Page
      title={t(texts.title)}
      note={data === undefined ? '' : t(texts.counts, { n: data.items.filter((waiver) => waiver.endedAt === null).length })}
      acts={
        <>
          <BoardPages round={round} />
          {isGroup && isOpen ? (
            <Button type="primary" onClick={() => setSigning(true)}>
              {t(texts.sign)}
            </Button>
          ) : null}
        </>
      }
    >
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      {isGroup && (isOpen || state === undefined) ? null : (
        <Alert type="info" title={t(isOpen || state === undefined ? texts.notMine : texts.locked)} />
      )}
      <RelaxationSheet round={round} />
      <Sheet label={t(texts.title)}>
        {data === undefined && error === null ? <Loading what={t(texts.title)} /> : null}
        {data?.items.length === 0 ? <Empty title={t(texts.none)}>{t(texts.hint)}</Empty> : null}
        {data === undefined || data.items.length === 0 ? null : (
          <WaiverTable waivers={data.items} {...(isGroup ? { onEnd: setEnding } : {})} />
        )}
      </Sheet>
      {isSigning && isGroup && isOpen ? <SignWaiverDialog round={round} asked={asked} onClose={closeSigning} /> : null}
      {ending === null ? null : (
        <ReasonDialog
          title={t(texts.end)}
          act={t(texts.end)}
          isBusy={end.isPending}
          error={end.error}
          onClose={() => setEnding(null)}
          onDone={(reason) =>
            end.mutate({ params: { round, waiver: ending.id }, body: { reason } }, { onSuccess: () => setEnding(null) })
          }
        >
          <p>{t(texts.endWhat, { name: ending.personName, target: ending.targetName })}</p>
        </ReasonDialog>
      )}
    </Page>
  )
}
