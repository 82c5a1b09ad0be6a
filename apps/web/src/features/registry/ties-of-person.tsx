import { withdrawTie, type Tie } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { useAct } from '../../lib/use-endpoint.ts'
import { Button } from '../../ui/antd.ts'
import { Loading } from '../../ui/loading.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { Refused } from '../../ui/refused.tsx'
import { refreshPeople, useTies } from './api.ts'
import { ReviewTieDialog } from './review-tie-dialog.tsx'
import { TieDialog } from './tie-dialog.tsx'
import { TieTable } from './tie-table.tsx'
import { tieTexts as texts } from './tie-texts.ts'

interface TiesOfPersonProps {
  readonly authority: string
  readonly person: string
  /** Whether the reader is the person himself, and whether he is of the office that keeps him. */
  readonly isSelf: boolean
  readonly isKeeper: boolean
  /** The reader's name. */
  readonly reader: string
}

/** The ties of a person: declared by himself or his office, judged by another, taken back with a reason. */
export function TiesOfPerson({ authority, person, isSelf, isKeeper, reader }: TiesOfPersonProps) {
  const t = useText()
  const ties = useTies(authority, person)
  const withdraw = useAct(withdrawTie, refreshPeople)
  const [isDeclaring, setDeclaring] = useState(false)
  const [asked, setAsked] = useState<{ readonly act: 'review' | 'withdraw'; readonly tie: Tie } | null>(null)
  const close = () => setAsked(null)
  // Nobody judges a tie of his own: he takes back what he declared while it waits.
  const mayReview = (tie: Tie) => isKeeper && !isSelf && tie.state === 'active'
  const mayWithdraw = (tie: Tie) =>
    tie.state === 'active' && (isSelf ? tie.source === 'self' && tie.review === 'declared' : isKeeper)
  const acts = (tie: Tie) => (
    <>
      {mayReview(tie) ? (
        <Button type="link" size="small" onClick={() => setAsked({ act: 'review', tie })}>
          {t(texts.review)}
        </Button>
      ) : null}
      {mayWithdraw(tie) ? (
        <Button type="link" size="small" onClick={() => setAsked({ act: 'withdraw', tie })}>
          {t(texts.withdraw)}
        </Button>
      ) : null}
    </>
  )
  if (ties.error !== null) return <Refused error={ties.error} onRetry={() => void ties.refetch()} />
  if (ties.data === undefined) return <Loading what={t(texts.kind)} rows={2} />
  return (
    <>
      <TieTable ties={ties.data.items} {...(isSelf || isKeeper ? { acts } : {})} />
      {isSelf || isKeeper ? (
        <div className="block-body">
          <Button onClick={() => setDeclaring(true)}>{t(texts.declare)}</Button>
        </div>
      ) : null}
      {isDeclaring ? (
        <TieDialog authority={authority} person={person} isSelf={isSelf} onClose={() => setDeclaring(false)} />
      ) : null}
      {asked?.act === 'review' ? <ReviewTieDialog tie={asked.tie} reviewer={reader} onClose={close} /> : null}
      {asked?.act === 'withdraw' ? (
        <ReasonDialog
          title={t(texts.withdrawTitle, { name: asked.tie.other.name })}
          act={t(texts.withdraw)}
          note={t(texts.withdrawNote)}
          isBusy={withdraw.isPending}
          error={withdraw.error}
          onClose={close}
          onDone={(reason) =>
            withdraw.mutate({ params: { authority, person, tie: asked.tie.id }, body: { reason } }, { onSuccess: close })
          }
        />
      ) : null}
    </>
  )
}
