import { confirmTotp, startTotp } from '@shengmian/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { useText } from '../../lib/language.tsx'
import { ActDialog } from '../../ui/act-dialog.tsx'
import { Form, Input, QRCode } from '../../ui/antd.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'

const texts = {
  start: { zh: '设置动态验证码', en: 'Set up an authenticator app' },
  scan: {
    zh: '用手机上的验证器（支持 TOTP 的应用或单位配发的令牌）扫描二维码，再输入它显示的 6 位数字。',
    en: 'Scan with an authenticator app (any that knows TOTP), then enter the six digits that it shows.',
  },
  typed: { zh: '不能扫码时，手工输入密钥', en: 'Where it cannot scan, type this key' },
  code: { zh: '验证器显示的 6 位数字', en: 'The six digits' },
  done: { zh: '启用', en: 'Take into use' },
}

/** Passphrase, QR code, first code; the secret is on the screen only here. */
export function TotpDialog({
  onDone,
  onClose,
}: {
  readonly onDone: (recoveryCodes: readonly string[]) => void
  readonly onClose: () => void
}) {
  const t = useText()
  const [code, setCode] = useState('')
  const start = useMutation({ mutationFn: (passphrase: string) => call(startTotp, { body: { passphrase } }) })
  const confirm = useMutation({ mutationFn: () => call(confirmTotp, { body: { code: code.trim() } }) })
  if (start.data === undefined)
    return (
      <ConfirmDialog
        title={t(texts.start)}
        isBusy={start.isPending}
        error={start.error}
        onDone={(passphrase) => start.mutate(passphrase)}
        onClose={onClose}
      />
    )
  const finish = () => confirm.mutate(undefined, { onSuccess: (answer) => onDone(answer.recoveryCodes) })
  return (
    <ActDialog
      title={t(texts.start)}
      act={t(texts.done)}
      isBusy={confirm.isPending}
      error={confirm.error}
      okButtonProps={{ disabled: code.trim().length !== 6 }}
      onAct={finish}
      onClose={onClose}
    >
      <p>{t(texts.scan)}</p>
      <div className="totp-code">
        <QRCode value={start.data.address} type="svg" size={176} bordered={false} />
        <dl>
          <dt>{t(texts.typed)}</dt>
          <dd className="totp-key">{start.data.secret.replaceAll(/(.{4})/g, '$1 ')}</dd>
        </dl>
      </div>
      <Form layout="vertical" onFinish={finish}>
        <Form.Item label={t(texts.code)} htmlFor="first-code">
          <Input
            id="first-code"
            className="step-code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </Form.Item>
      </Form>
    </ActDialog>
  )
}
