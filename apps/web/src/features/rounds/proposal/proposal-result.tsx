import { Link } from '@tanstack/react-router'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { shortInstant } from '../../../lib/dates.ts'
import { Button } from '../../../ui/antd.ts'
import { NoPlan } from './no-plan.tsx'
import { ObjectiveTable } from './objective-table.tsx'
import { texts } from './texts.ts'
import { isUnderWay, type Proposal } from './use-proposals.ts'

interface ProposalResultProps {
  readonly round: string
  readonly proposal: Proposal
  readonly isLocked: boolean
  readonly isTaking: boolean
  readonly isStopping: boolean
  readonly onTake: () => void
  readonly onStop: () => void
}

/** One proposal: its progress while it runs, then what it reached, or why nothing can. */
export function ProposalResult({ round, proposal, isLocked, isTaking, isStopping, onTake, onStop }: ProposalResultProps) {
  const t = useText()
  const { language } = useLanguage()
  const isRunning = isUnderWay(proposal)
  const objective = proposal.objective.length > 0 ? proposal.objective : proposal.progress.objective
  return (
    <div aria-live="polite">
      <div className="block-head">
        <span
          className={`tag ${proposal.state === 'done' ? 'tag-good' : proposal.state === 'failed' ? 'tag-bar' : ''}`}
          role="status"
        >
          {t(texts.states[proposal.state])}
        </span>
        {proposal.progress.iterations > 0 ? (
          <span className="number">{t(texts.tries, { n: proposal.progress.iterations.toLocaleString('en') })}</span>
        ) : null}
        {proposal.state === 'done' ? (
          <span className="muted">{t(proposal.verified === true ? texts.verified : texts.notVerified)}</span>
        ) : null}
        {proposal.message === null ? null : <span>{proposal.message[language]}</span>}
        <span className="spring" />
        <span className="muted number">
          {t(texts.asked, { name: proposal.askedBy, at: shortInstant(proposal.askedAt, language) })}
        </span>
        {isRunning ? (
          <Button size="small" loading={isStopping} onClick={onStop}>
            {t(texts.cancel)}
          </Button>
        ) : null}
        {proposal.state === 'done' && proposal.version === null ? (
          <>
            <Link to="/rounds/$round/board" params={{ round: round }} search={{ proposal: proposal.id }}>
              <Button size="small">{t(texts.preview)}</Button>
            </Link>
            <Button size="small" type="primary" ghost disabled={isLocked} loading={isTaking} onClick={onTake}>
              {t(texts.take)}
            </Button>
          </>
        ) : null}
        {proposal.version === null ? null : (
          <>
            <strong className="number">{t(texts.taken, { n: proposal.version })}</strong>
            <Link to="/rounds/$round/board" params={{ round: round }}>
              <Button size="small">{t(texts.board)}</Button>
            </Link>
          </>
        )}
      </div>
      {isRunning ? <progress className="running" aria-label={t(texts.states[proposal.state])} /> : null}
      {objective.length > 0 ? <ObjectiveTable objective={objective} /> : null}
      {proposal.relaxed.length === 0 ? null : (
        <p className="block-body">
          {t(texts.relaxed, { what: proposal.relaxed.map((grant) => grant[language]).join(language === 'zh' ? '；' : '; ') })}
        </p>
      )}
      {proposal.noPlan === null ? null : <NoPlan round={round} proposal={proposal.id} noPlan={proposal.noPlan} />}
      {proposal.changes.length === 0 ? null : (
        <div className="block-body">
          <strong>{t(texts.changes)}</strong>
          <ul className="plain">
            {proposal.changes.map((change) => (
              <li key={change.zh}>{change[language]}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
