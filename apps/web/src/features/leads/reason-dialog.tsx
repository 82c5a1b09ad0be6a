import { useState, type ReactNode } from 'react'
import { useText } from '../../lib/language.tsx'
import { Form, Input, Modal } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { texts } from './texts.ts'

interface ReasonDialogProps {
  readonly title: string
  /** What the act brings with it. */
  readonly note: string
  readonly isReady?: boolean
  readonly isBusy: boolean
  readonly error: unknown
  readonly onDone: (reason: string) => void
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** Nothing about a lead is done without a reason, and the reason stays in the book. */
export function ReasonDialog({ title, note, isReady = true, isBusy, error, onDone, onClose, children }: ReasonDialogProps) {
  const t = useText()
  const [reason, setReason] = useState('')
  const isMissing = reason.trim().length < 2
  return (
    <Modal
      title={title}
      open
      okText={title}
      cancelText={t(texts.cancel)}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: isMissing || !isReady }}
      onOk={() => onDone(reason.trim())}
      onCancel={onClose}
    >
      <p className="muted">{note}</p>
      <Form layout="vertical">
        {children}
        <Form.Item label={t(texts.reason)} htmlFor="lead-reason" required>
          <Input.TextArea
            id="lead-reason"
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
      </Form>
      {error === null || error === undefined ? null : <Refused error={error} />}
    </Modal>
  )
}
