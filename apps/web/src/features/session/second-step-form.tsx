import { useState } from 'react'
import { canUsePasskeys } from '../../lib/passkeys.ts'
import { useText, type Text } from '../../lib/language.tsx'
import { Button, Form, Input } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import type { StepWish } from './api.ts'
import './session.css'

const texts = {
  code: { zh: '动态验证码', en: 'Code of the authenticator app' },
  recovery: { zh: '恢复码', en: 'Recovery code' },
  hint: { zh: '打开手机上的验证器，输入 6 位数字', en: 'Open the authenticator app and enter its six digits' },
  recoveryHint: { zh: '形如 abcd-efgh-jkmn，每个只能用一次', en: 'Like abcd-efgh-jkmn; each is good once' },
  need: { zh: '请填写验证码', en: 'Enter the code' },
  passkey: { zh: '用通行密钥验证', en: 'Use a passkey' },
  useRecovery: { zh: '手机不在身边，用恢复码', en: 'Without the phone: a recovery code' },
  useCode: { zh: '用动态验证码', en: 'The authenticator app' },
  failed: { zh: '没有完成通行密钥验证，可以重试或改用验证码', en: 'The passkey was not used; try again or enter a code' },
}

interface SecondStepFormProps {
  readonly title: Text
  readonly done: Text
  readonly ways: readonly ('totp' | 'passkey' | 'recovery')[]
  readonly isBusy: boolean
  readonly error: unknown
  readonly onStep: (wish: StepWish) => void
  readonly children?: React.ReactNode
}

/** A code or a passkey: for signing in, and again before the desk of leads. */
export function SecondStepForm({ title, done, ways, isBusy, error, onStep, children }: SecondStepFormProps) {
  const t = useText()
  const [withRecovery, setWithRecovery] = useState(false)
  const byPasskey = ways.includes('passkey') && canUsePasskeys()
  const byCode = ways.includes('totp') || ways.includes('recovery')
  const isRecovery = withRecovery || !ways.includes('totp')
  // What the browser itself says of a passkey that was not used helps nobody.
  const isBrowsers = error instanceof Error && error.name !== 'RefusedError'
  return (
    <Form className="sign-in" layout="vertical" requiredMark={false} onFinish={(typed: { code: string }) => onStep(typed)}>
      <h1>{t(title)}</h1>
      {children}
      {byPasskey ? (
        <Button type={byCode ? 'default' : 'primary'} size="large" block loading={isBusy} onClick={() => onStep('passkey')}>
          {t(texts.passkey)}
        </Button>
      ) : null}
      {byCode ? (
        <>
          <Form.Item
            name="code"
            label={t(isRecovery ? texts.recovery : texts.code)}
            extra={t(isRecovery ? texts.recoveryHint : texts.hint)}
            rules={[{ required: true, message: t(texts.need) }]}
          >
            <Input
              autoFocus
              size="large"
              autoComplete="one-time-code"
              inputMode={isRecovery ? 'text' : 'numeric'}
              className="step-code"
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={isBusy}>
            {t(done)}
          </Button>
        </>
      ) : null}
      {error === null ? null : isBrowsers ? <p role="alert">{t(texts.failed)}</p> : <Refused error={error} />}
      {ways.includes('recovery') && ways.includes('totp') ? (
        <button type="button" className="who-out step-other" onClick={() => setWithRecovery(!withRecovery)}>
          {t(withRecovery ? texts.useCode : texts.useRecovery)}
        </button>
      ) : null}
    </Form>
  )
}
