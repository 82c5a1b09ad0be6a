import { decideRelaxation, endRelaxation, type listRelaxations, type ReplyOf } from '@shengmian/contract'
import { useState } from 'react'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { shortInstant } from '../../../lib/dates.ts'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { DecideButton } from '../../../ui/decide-button.tsx'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { texts } from './texts.ts'
import './relaxations.css'

type Relaxation = ReplyOf<typeof listRelaxations>['items'][number]

interface RelaxationListProps {
  readonly round: string
  readonly relaxations: readonly Relaxation[]
}

/** What gives way in a round, newest first: what is signed, who asked why, who decided. Nothing is taken off the list. */
export function RelaxationList({ round, relaxations }: RelaxationListProps) {
  const t = useText()
  const [ending, setEnding] = useState<Relaxation | null>(null)
  const decide = useAct(decideRelaxation, refreshRound(round))
  const end = useAct(endRelaxation, refreshRound(round))
  return (
    <>
      <ul className="records relaxations">
        {relaxations.map((one) => (
          <li key={one.id}>
            <RelaxationRecord relaxation={one} />
            {one.mayDecide ? (
              <DecideButton
                title={t(texts.decideTitle)}
                isBusy={decide.isPending}
                error={decide.error}
                onDone={(body, close) => decide.mutate({ params: { round, relaxation: one.id }, body }, { onSuccess: close })}
              />
            ) : null}
            {one.mayEnd ? (
              <button type="button" className="button-link" onClick={() => setEnding(one)}>
                {t(texts.end)}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {ending === null ? null : (
        <ReasonDialog
          title={t(texts.endTitle)}
          isBusy={end.isPending}
          error={end.error}
          onClose={() => setEnding(null)}
          onDone={(reason) =>
            end.mutate({ params: { round, relaxation: ending.id }, body: { reason } }, { onSuccess: () => setEnding(null) })
          }
        >
          <p>{t(texts.endNote)}</p>
        </ReasonDialog>
      )}
    </>
  )
}

function RelaxationRecord({ relaxation: one }: { readonly relaxation: Relaxation }) {
  const t = useText()
  const { language } = useLanguage()
  const at = (instant: string | null) => (instant === null ? '' : shortInstant(instant, language))
  const tone = one.state === 'asked' ? 'tag-warn' : one.state === 'approved' ? 'tag-good' : ''
  return (
    <>
      <span className={`tag ${tone}`}>{t(texts[one.state])}</span>
      <strong>{one.grants.map((grant) => t(grant)).join('；')}</strong>
      <p>{t(texts.said, { name: one.askedBy, at: at(one.askedAt), why: one.why })}</p>
      {one.decidedBy === null ? null : (
        <p className="muted">{t(texts.decided, { name: one.decidedBy, at: at(one.decidedAt), opinion: one.opinion ?? '' })}</p>
      )}
      {one.endedBy === null ? null : (
        <p className="muted">{t(texts.endedBy, { name: one.endedBy, at: at(one.endedAt), reason: one.endedReason ?? '' })}</p>
      )}
    </>
  )
}
