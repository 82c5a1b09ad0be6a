import { useState, type ReactNode } from 'react'
import { useText } from '../../lib/language.tsx'
import { Button, Form, Input, Modal } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'

const texts = {
  opinion: { zh: '意见', en: 'Opinion' },
  need: { zh: '未写意见，不能办理', en: 'Without an opinion nothing is decided' },
  approve: { zh: '批准', en: 'Approve' },
  decline: { zh: '退回', en: 'Decline' },
  cancel: { zh: '取消', en: 'Cancel' },
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
export function DecisionDialog({ title, isBusy, error, onDecide, onClose, children }: DecisionDialogProps) {
  const t = useText()
  const [opinion, setOpinion] = useState('')
  const [tried, setTried] = useState(false)
  const missing = opinion.trim().length < 2
  const decide = (approve: boolean) => (missing ? setTried(true) : onDecide({ approve, opinion: opinion.trim() }))
  return (
    <Modal
      open
      width={600}
      title={title}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t(texts.cancel)}</Button>
          <Button danger loading={isBusy} onClick={() => decide(false)}>
            {t(texts.decline)}
          </Button>
          <Button type="primary" loading={isBusy} onClick={() => decide(true)}>
            {t(texts.approve)}
          </Button>
        </>
      }
    >
      {children}
      <Form layout="vertical" requiredMark={false}>
        <Form.Item
          label={t(texts.opinion)}
          htmlFor="opinion"
          {...(tried && missing ? { validateStatus: 'error' as const, help: t(texts.need) } : {})}
        >
          <Input.TextArea
            id="opinion"
            rows={2}
            maxLength={1000}
            value={opinion}
            onChange={(event) => setOpinion(event.target.value)}
          />
        </Form.Item>
      </Form>
      {error === null || error === undefined ? null : <Refused error={error} />}
    </Modal>
  )
}
