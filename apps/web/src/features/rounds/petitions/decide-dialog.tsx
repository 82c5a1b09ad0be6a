import { decideUrgency, type PetitionTrend } from '@shengmian/contract'
import { useId, useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { newId } from '../../../lib/new-id.ts'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { Form, InputNumber } from '../../../ui/antd.ts'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { decideTexts, texts } from './texts.ts'

interface DecideDialogProps {
  readonly plan: string
  readonly through: string
  readonly item: PetitionTrend
  readonly verdict: 'raised' | 'kept'
  readonly onDone: (words: string) => void
  readonly onClose: () => void
}

/** Raises the urgency of a unit, or leaves it: either way with a reason under one's name. */
export function DecideDialog({ plan, through, item, verdict, onDone, onClose }: DecideDialogProps) {
  const t = useText()
  const field = useId()
  const [id] = useState(newId)
  const now = item.urgency ?? 0
  const [urgency, setUrgency] = useState<number | null>(item.proposed)
  const decide = useAct(decideUrgency, refreshRound(plan))
  const isRaise = verdict === 'raised'
  return (
    <ReasonDialog
      title={t(isRaise ? decideTexts.raise : decideTexts.keep, { name: item.name })}
      act={t(isRaise ? texts.raise : texts.keep)}
      note={t(isRaise ? decideTexts.raiseNote : decideTexts.keepNote)}
      isBusy={decide.isPending}
      error={decide.error}
      isReady={!isRaise || urgency !== null}
      onClose={onClose}
      onDone={(reason) =>
        decide.mutate(
          {
            params: { plan, unit: item.unit },
            body: isRaise ? { id, verdict, through, urgency: urgency ?? now, reason } : { id, verdict: 'kept', through, reason },
          },
          { onSuccess: () => onDone(t(isRaise ? decideTexts.raised : decideTexts.kept)) },
        )
      }
    >
      {isRaise ? (
        <Form.Item label={t(decideTexts.to, { now })} htmlFor={field}>
          <InputNumber id={field} min={now + 1} max={100} precision={0} value={urgency} onChange={setUrgency} />
        </Form.Item>
      ) : null}
    </ReasonDialog>
  )
}
