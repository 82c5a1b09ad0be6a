import type { ReactNode } from 'react'
import { useText } from '../../lib/language.tsx'
import { AnswerDialog } from '../../ui/answer-dialog.tsx'

const texts = {
  opinion: { zh: '意见', en: 'Opinion' },
  approve: { zh: '批准', en: 'Approve' },
  decline: { zh: '退回', en: 'Decline' },
}

interface DecisionDialogProps {
  readonly title: string
  readonly isBusy: boolean
  readonly error: unknown
  readonly onDecide: (decision: { readonly approve: boolean; readonly opinion: string }) => void
  readonly onClose: () => void
  /** What is decided on. */
  readonly children: ReactNode
}

/** The second hand: approves what it has looked at, or sends it back, with an opinion either way. */
export function DecisionDialog({ onDecide, children, ...dialog }: DecisionDialogProps) {
  const t = useText()
  return (
    <AnswerDialog
      {...dialog}
      width={600}
      label={t(texts.opinion)}
      choices={(['approve', 'decline'] as const).map((value) => ({ value, label: t(texts[value]) }))}
      onDone={(opinion, choice) => onDecide({ approve: choice === 'approve', opinion })}
    >
      {children}
    </AnswerDialog>
  )
}
