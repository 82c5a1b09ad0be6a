import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { newId } from '../../../lib/new-id.ts'
import { Button, Checkbox, Select } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import type { RoundDetail } from '../settings/settings-form.ts'
import { ProposalResult } from './proposal-result.tsx'
import { texts } from './texts.ts'
import { isUnderWay, useProposals } from './use-proposals.ts'
import './proposal.css'

type Effort = 'quick' | 'normal' | 'long'

interface ProposalPanelProps {
  readonly round: RoundDetail
  /** There are targets and teams to seat. */
  readonly isReady: boolean
}

/** Asks the solver, shows how it fares, takes what it found. */
export function ProposalPanel({ round, isReady }: ProposalPanelProps) {
  const t = useText()
  const { list, latest, propose, cancel, take } = useProposals(round.id)
  const [effort, setEffort] = useState<Effort>('normal')
  const [keep, setKeep] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const isLocked = round.state !== 'draft'
  const error = propose.error ?? cancel.error ?? take.error
  const start = () =>
    propose.mutate({
      params: { round: round.id },
      body: { id: newId(), effort, ...(keep && round.planVersions > 0 ? { keep: true } : {}) },
    })
  const takeIt = (body: { reason?: string }) => {
    if (latest !== undefined)
      take.mutate({ params: { round: round.id, proposal: latest.id }, body }, { onSuccess: () => setAsking(false) })
  }
  return (
    <Sheet label={t(texts.title)}>
      <div className="block-head">
        <h2>{t(texts.title)}</h2>
        {round.planVersions > 0 ? <span className="muted number">{t(texts.version, { n: round.planVersions })}</span> : null}
        <span className="spring" />
        {round.planVersions > 0 ? (
          <Checkbox checked={keep} disabled={isLocked} onChange={(event) => setKeep(event.target.checked)}>
            {t(texts.keep)}
          </Checkbox>
        ) : null}
        <Select
          size="small"
          aria-label={t(texts.effort)}
          value={effort}
          disabled={isLocked}
          onChange={setEffort}
          options={(['quick', 'normal', 'long'] as const).map((value) => ({ value, label: t(texts.efforts[value]) }))}
        />
        <Button disabled={isLocked || !isReady || isUnderWay(latest)} loading={propose.isPending} onClick={start}>
          {t(latest === undefined ? texts.propose : texts.again)}
        </Button>
      </div>
      {isReady ? null : <p className="block-body why-not">{t(texts.missing)}</p>}
      {error === null ? null : <Refused error={error} />}
      {list.isPending ? <Loading what={t(texts.what)} rows={3} /> : null}
      {list.error === null ? null : <Refused error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && latest === undefined ? <Empty title={t(texts.none)}>{t(texts.noneWhy)}</Empty> : null}
      {latest === undefined ? null : (
        <ProposalResult
          round={round.id}
          proposal={latest}
          isLocked={isLocked}
          isTaking={take.isPending}
          isStopping={cancel.isPending}
          onTake={() => (latest.purpose === 'repair' ? setAsking(true) : takeIt({}))}
          onStop={() => cancel.mutate({ params: { round: round.id, proposal: latest.id } })}
        />
      )}
      <ReasonDialog
        title={t(texts.take)}
        isOpen={isAsking}
        isBusy={take.isPending}
        error={take.error}
        onDone={(reason) => takeIt({ reason })}
        onClose={() => setAsking(false)}
      />
    </Sheet>
  )
}
