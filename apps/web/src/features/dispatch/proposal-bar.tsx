import { readProposal, readRound, takeProposal } from '@shengmian/contract'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { refreshRound, useAct, useRead } from '../../lib/use-endpoint.ts'
import { Button } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import './proposal-bar.css'

const texts = {
  plan: { zh: '求解器的方案，尚未采用', en: 'A proposal of the solver, not taken yet' },
  repair: { zh: '保留第{keeps}版的修复方案，尚未采用', en: 'A repair of version {keeps}, not taken yet' },
  taken: { zh: '这份方案已采用，是第{version}版', en: 'This proposal was taken as version {version}' },
  verified: { zh: '独立核验通过', en: 'independently verified' },
  changes: { zh: '与现行方案相比，改动 {n} 处', en: '{n} changes against the plan in force' },
  same: { zh: '与现行方案没有不同', en: 'no change against the plan in force' },
  take: { zh: '采用此方案', en: 'Take this plan' },
  back: { zh: '看现行方案', en: 'Plan in force' },
  takeWhat: {
    zh: '方案已批准，变更须写理由；不再成立的授权随之撤销。',
    en: 'The plan was approved: the change needs a reason, and orders that no longer hold end.',
  },
}

interface ProposalBarProps {
  readonly round: string
  readonly proposal: string
  readonly mayTake: boolean
}

/** What is being looked at before it is taken: what it changes, that it was verified, and the act itself. */
export function ProposalBar({ round, proposal: id, mayTake }: ProposalBarProps) {
  const t = useText()
  const navigate = useNavigate()
  const { data: proposal } = useRead(readProposal, { params: { round, proposal: id } })
  const { data: state } = useRead(readRound, { params: { round } })
  const take = useAct(takeProposal, refreshRound(round))
  const [isAsking, setAsking] = useState(false)
  if (proposal === undefined || state === undefined) return null
  const isRepair = proposal.purpose === 'repair'
  const isDraft = state.state === 'draft'
  const done = () => {
    setAsking(false)
    void navigate({ to: '/rounds/$round/board', params: { round }, search: {} })
  }
  const start = (reason?: string) =>
    take.mutate({ params: { round, proposal: id }, body: reason === undefined ? {} : { reason } }, { onSuccess: done })
  return (
    <section className="proposal-bar" aria-label={t(isRepair ? texts.repair : texts.plan, { keeps: proposal.keeps ?? '' })}>
      <div>
        <strong>
          {proposal.version === null
            ? t(isRepair ? texts.repair : texts.plan, { keeps: proposal.keeps ?? '' })
            : t(texts.taken, { version: proposal.version })}
        </strong>
        {proposal.verified === true ? <span>{t(texts.verified)}</span> : null}
        <span className="proposal-acts">
          <Link to="/rounds/$round/board" params={{ round }} search={{}}>
            {t(texts.back)}
          </Link>
          {mayTake && proposal.version === null && proposal.state === 'done' && (isDraft || isRepair) ? (
            <Button type="primary" loading={take.isPending} onClick={() => (isDraft ? start() : setAsking(true))}>
              {t(texts.take)}
            </Button>
          ) : null}
        </span>
      </div>
      {isRepair || proposal.changes.length > 0 ? (
        <>
          <p>{proposal.changes.length === 0 ? t(texts.same) : t(texts.changes, { n: proposal.changes.length })}</p>
          <ul>
            {proposal.changes.map((change) => (
              <li key={change.zh}>{t(change)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {take.error === null || isAsking ? null : <Refused error={take.error} />}
      {isAsking ? (
        <ReasonDialog
          title={t(texts.take)}
          act={t(texts.take)}
          isBusy={take.isPending}
          error={take.error}
          onClose={() => setAsking(false)}
          onDone={start}
        >
          <p>{t(texts.takeWhat)}</p>
        </ReasonDialog>
      ) : null}
    </section>
  )
}
