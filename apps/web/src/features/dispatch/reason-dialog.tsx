import { useText } from '../../lib/language.tsx'
import { Button, Form, Input, Modal } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import type { ReactNode } from 'react'

const texts = {
  reason: { zh: '理由', en: 'Reason' },
  missing: { zh: '未写理由，不能办理', en: 'Without a reason this is not done' },
}

interface ReasonDialogProps {
  readonly title: string
  /** The word on the button. */
  readonly act: string
  /** What will happen, before the reason is asked for. */
  readonly children?: ReactNode
  readonly isDanger?: boolean
  readonly isBusy: boolean
  readonly error: unknown
  readonly onDone: (reason: string) => void
  readonly onClose: () => void
}

/** An act that is recorded with its reason. */
export function ReasonDialog({ title, act, children, isDanger = false, isBusy, error, onDone, onClose }: ReasonDialogProps) {
  const t = useText()
  return (
    <Modal open title={title} footer={null} onCancel={onClose} destroyOnHidden>
      {children}
      <Form layout="vertical" requiredMark={false} onFinish={({ reason }: { reason: string }) => onDone(reason.trim())}>
        <Form.Item
          name="reason"
          label={t(texts.reason)}
          rules={[{ required: true, min: 2, whitespace: true, message: t(texts.missing) }]}
        >
          <Input.TextArea rows={3} maxLength={1000} autoFocus />
        </Form.Item>
        {error === null || error === undefined ? null : <Refused error={error} />}
        <Button type="primary" danger={isDanger} htmlType="submit" loading={isBusy}>
          {act}
        </Button>
      </Form>
    </Modal>
  )
}
