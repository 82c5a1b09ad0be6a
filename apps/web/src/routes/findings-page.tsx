import { listFindings, withdrawFinding, withdrawFindingSource, type Finding } from '@shengmian/contract'
import type { QueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { FindingList, useSourceName, type Withdrawn } from '../features/findings/finding-list.tsx'
import { SourceDialog } from '../features/findings/source-dialog.tsx'
import { WriteDialog } from '../features/findings/write-dialog.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { useText } from '../lib/language.tsx'
import { useAct, useRead } from '../lib/use-endpoint.ts'
import { Button } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '问题', en: 'Findings' },
  counts: { zh: '{n}条，其中{both}条既有材料又有群众反映', en: '{n}, of which {both} rest on records and reports alike' },
  write: { zh: '记录问题', en: 'Write a finding' },
  none: { zh: '还没有记录问题', en: 'Nothing is written down yet' },
  why: {
    zh: '持派遣令进驻的组员在这里记录问题和依据：查到的材料，以及群众反映的来件编号。',
    en: 'Members under an order write here what they find and what it rests on: records, and reports by their numbers.',
  },
  withdraw: { zh: '撤回“{name}”', en: 'Take “{name}” back' },
}

const afresh = (queries: QueryClient) => queries.invalidateQueries({ queryKey: ['listFindings'] })

/** Findings of the round, each with both its sources: records from above and reports from below. */
export function FindingsPage() {
  const t = useText()
  const { round } = useParams({ from: '/frame/rounds/$round' })
  const { data, error, refetch } = useRead(listFindings, { params: { round } })
  const [isWriting, setWriting] = useState(false)
  const [adding, setAdding] = useState<Finding | null>(null)
  const [withdrawn, setWithdrawn] = useState<Withdrawn | null>(null)
  const items = data?.items ?? []
  const open = items.filter(({ revokedReason }) => revokedReason === null)
  const both = open.filter(({ records, reports }) => records > 0 && reports > 0).length
  const acts =
    data === undefined || data.targets.length === 0 ? null : (
      <Button type="primary" onClick={() => setWriting(true)}>
        {t(texts.write)}
      </Button>
    )
  return (
    <Page title={t(texts.title)} note={items.length === 0 ? '' : t(texts.counts, { n: open.length, both })} acts={acts}>
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      <Sheet label={t(texts.title)}>
        {data === undefined && error === null ? <Loading what={t(texts.title)} rows={4} /> : null}
        {data !== undefined && items.length === 0 ? <Empty title={t(texts.none)}>{t(texts.why)}</Empty> : null}
        {items.length === 0 ? null : <FindingList items={items} onAdd={setAdding} onWithdraw={setWithdrawn} />}
      </Sheet>
      {isWriting && data !== undefined ? (
        <WriteDialog round={round} targets={data.targets} onClose={() => setWriting(false)} />
      ) : null}
      {adding === null || data === undefined ? null : (
        <SourceDialog finding={adding} desks={data.desks} onClose={() => setAdding(null)} />
      )}
      {withdrawn === null ? null : <WithdrawDialog withdrawn={withdrawn} onClose={() => setWithdrawn(null)} />}
    </Page>
  )
}

function WithdrawDialog({ withdrawn, onClose }: { readonly withdrawn: Withdrawn; readonly onClose: () => void }) {
  const t = useText()
  const nameOf = useSourceName()
  const ofFinding = useAct(withdrawFinding, afresh)
  const ofSource = useAct(withdrawFindingSource, afresh)
  const { finding, source } = withdrawn
  return (
    <ReasonDialog
      title={t(texts.withdraw, { name: source === null ? finding.title : nameOf(source) })}
      isBusy={ofFinding.isPending || ofSource.isPending}
      error={ofFinding.error ?? ofSource.error}
      onClose={onClose}
      onDone={(reason) =>
        source === null
          ? ofFinding.mutate({ params: { finding: finding.id }, body: { reason } }, { onSuccess: onClose })
          : ofSource.mutate({ params: { finding: finding.id, source: source.id }, body: { reason } }, { onSuccess: onClose })
      }
    />
  )
}
