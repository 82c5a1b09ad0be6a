import { useState, type ReactNode } from 'react'
import { useText } from '../../lib/language.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Form, Input } from '../../ui/antd.ts'

const texts = {
  passphrase: { zh: '再输入一次口令', en: 'Your passphrase once more' },
  why: { zh: '改动登录方式前确认是本人', en: 'Ways of signing in are changed by their owner only' },
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
    <ActDialog
      title={title}
      act={title}
      isBusy={isBusy}
      error={error}
      okButtonProps={{ disabled: passphrase === '' }}
      onAct={() => onDone(passphrase)}
      onClose={onClose}
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
    </ActDialog>
  )
}
