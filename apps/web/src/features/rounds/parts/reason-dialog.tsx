import { useState, type ReactNode } from 'react'
import { useText } from '../../../lib/language.tsx'
import { Form, Input, Modal } from '../../../ui/antd.ts'
import { Refused } from '../../../ui/refused.tsx'

const texts = {
  reason: { zh: '理由', en: 'Reason' },
  need: { zh: '未写理由，不能办理', en: 'Without a reason this cannot be done' },
}

interface ReasonDialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly isBusy: boolean
  readonly error: unknown
  readonly onDone: (reason: string) => void
  readonly onClose: () => void
  /** What else must be said, above the reason. */
  readonly children?: ReactNode
  /** What still stops the act besides the reason. */
  readonly isReady?: boolean
}

/** An act that needs a reason: the reason is part of the record. */
export function ReasonDialog({ title, isOpen, isBusy, error, onDone, onClose, children, isReady = true }: ReasonDialogProps) {
  const t = useText()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const missing = reason.trim().length < 2
  return (
    <Modal
      title={title}
      open={isOpen}
      okText={title}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: !isReady }}
      onOk={() => (missing ? setTried(true) : onDone(reason.trim()))}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form layout="vertical">
        {children}
        <Form.Item
          label={t(texts.reason)}
          htmlFor="reason"
          required
          {...(tried && missing ? { validateStatus: 'error' as const, help: t(texts.need) } : {})}
        >
          <Input.TextArea
            id="reason"
            rows={3}
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
