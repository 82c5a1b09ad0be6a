import { useState, type ReactNode } from 'react'
import { useText } from '../../lib/language.tsx'
import { Form, Input, Modal } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'

const texts = {
  passphrase: { zh: '再输入一次口令', en: 'Your passphrase once more' },
  why: { zh: '改动登录方式前确认是本人', en: 'Ways of signing in are changed by their owner only' },
  cancel: { zh: '取消', en: 'Cancel' },
}

interface ConfirmDialogProps {
  readonly title: string
  readonly isBusy: boolean
  readonly error: unknown
  readonly onDone: (passphrase: string) => void
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** An act on one's own ways of signing in: it asks for the passphrase again. */
export function ConfirmDialog({ title, isBusy, error, onDone, onClose, children }: ConfirmDialogProps) {
  const t = useText()
  const [passphrase, setPassphrase] = useState('')
  return (
    <Modal
      title={title}
      open
      okText={title}
      cancelText={t(texts.cancel)}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: passphrase === '' }}
      onOk={() => onDone(passphrase)}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form layout="vertical" onFinish={() => onDone(passphrase)}>
        {children}
        <Form.Item label={t(texts.passphrase)} htmlFor="passphrase-again" extra={t(texts.why)}>
          <Input.Password
            id="passphrase-again"
            autoComplete="current-password"
            value={passphrase}
            onChange={(event) => setPassphrase(event.target.value)}
          />
        </Form.Item>
      </Form>
      {error === null || error === undefined ? null : <Refused error={error} />}
    </Modal>
  )
}
