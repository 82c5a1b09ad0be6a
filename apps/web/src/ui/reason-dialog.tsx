import { useId, useState, type ReactNode } from 'react'
import { useText } from '../lib/language.tsx'
import { ActDialog } from './act-dialog.tsx'
import { Form, Input } from './antd.ts'
import { useCloseGuard, useSent } from './use-close-guard.tsx'

const texts = {
  reason: { zh: '理由', en: 'Reason' },
  need: { zh: '未写理由，不能办理', en: 'Without a reason this cannot be done' },
}

interface ReasonDialogProps {
  readonly title: string
  /** The word on the button; left out = the title. */
  readonly act?: string
  readonly isOpen?: boolean
  readonly isDanger?: boolean
  readonly isBusy: boolean
  readonly error: unknown
  readonly onDone: (reason: string) => void
  readonly onClose: () => void
  /** What the act brings with it. */
  readonly note?: string
  /** What else must be said, above the reason. */
  readonly children?: ReactNode
  /** What still stops the act besides the reason. */
  readonly isReady?: boolean
}

/** An act that needs a reason: the reason is part of the record. */
export function ReasonDialog({
  title,
  act = title,
  note,
  isOpen = true,
  isDanger = false,
  isBusy,
  error,
  onDone,
  onClose,
  children,
  isReady = true,
}: ReasonDialogProps) {
  const t = useText()
  const id = useId()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [isSent, send] = useSent(error)
  const missing = reason.trim().length < 2
  const { close, guard } = useCloseGuard(isOpen && !isSent && reason.trim() !== '', onClose)
  return (
    <ActDialog
      title={title}
      isOpen={isOpen}
      act={act}
      isBusy={isBusy}
      error={error}
      okButtonProps={{ disabled: !isReady, danger: isDanger }}
      onAct={() => {
        setTried(true)
        if (missing) return
        send()
        onDone(reason.trim())
      }}
      onClose={close}
      destroyOnHidden
    >
      {note === undefined ? null : <p className="muted">{note}</p>}
      <Form layout="vertical" requiredMark={false}>
        {children}
        <Form.Item
          label={t(texts.reason)}
          htmlFor={id}
          required
          {...(tried && missing ? { validateStatus: 'error' as const, help: t(texts.need) } : {})}
        >
          <Input.TextArea id={id} rows={3} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Form.Item>
      </Form>
      {guard}
    </ActDialog>
  )
}
