import { useState } from 'react'
import { useText } from '../lib/language.tsx'
import { AnswerDialog } from './answer-dialog.tsx'

const texts = {
  decide: { zh: '审批', en: 'Decide' },
  agree: { zh: '同意', en: 'Approve' },
  refuse: { zh: '不同意', en: 'Refuse' },
}

interface Decision {
  readonly approve: boolean
  readonly opinion: string
}

interface DecideButtonProps {
  /** Of the dialog and of the button that closes it; left out = 审批. */
  readonly title?: string
  readonly isBusy: boolean
  readonly error: unknown
  /** `close` once it is done; with an error the dialog stays. */
  readonly onDone: (decision: Decision, close: () => void) => void
}

/** A request that waits for a second hand: approved or refused, with an opinion. */
export function DecideButton({ title, isBusy, error, onDone }: DecideButtonProps) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <button type="button" className="button-link" onClick={() => setOpen(true)}>
        {t(texts.decide)}
      </button>
      {isOpen ? (
        <AnswerDialog
          title={title ?? t(texts.decide)}
          choices={(['agree', 'refuse'] as const).map((value) => ({ value, label: t(texts[value]) }))}
          isBusy={isBusy}
          error={error}
          onClose={close}
          onDone={(opinion, choice) => onDone({ approve: choice === 'agree', opinion }, close)}
        />
      ) : null}
    </>
  )
}
