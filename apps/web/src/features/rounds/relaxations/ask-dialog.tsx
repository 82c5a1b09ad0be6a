import { askRelaxation, type readProposal, type ReplyOf } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { newId } from '../../../lib/new-id.ts'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { texts } from './texts.ts'

type Way = NonNullable<ReplyOf<typeof readProposal>['noPlan']>['relaxations'][number]

interface AskDialogProps {
  readonly round: string
  readonly proposal: string
  readonly way: number
  readonly grants: NonNullable<Way['grants']>
  readonly onClose: () => void
}

/** Asks the leading group to sign one way out; says first what would be signed and that nothing gives way before. */
export function AskDialog({ round, proposal, way, grants, onClose }: AskDialogProps) {
  const t = useText()
  const ask = useAct(askRelaxation, refreshRound(round))
  return (
    <ReasonDialog
      title={t(texts.ask)}
      isBusy={ask.isPending}
      error={ask.error}
      onClose={onClose}
      onDone={(why) => ask.mutate({ params: { round }, body: { id: newId(), proposal, way, why } }, { onSuccess: onClose })}
    >
      <strong>{t(texts.scope)}</strong>
      <ul className="way-grants">
        {grants.map((grant) => (
          <li key={grant.zh}>{t(grant)}</li>
        ))}
      </ul>
      <p className="muted">{t(texts.askNote)}</p>
    </ReasonDialog>
  )
}
