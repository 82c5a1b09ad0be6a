import { useText } from '../../lib/language.tsx'
import { Button, Form, Input } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import type { SignedIn } from '@shengmian/contract'
import { useSignIn, type Login } from './api.ts'
import { ProviderButton } from './provider-button.tsx'
import './session.css'

const texts = {
  title: { zh: '登录', en: 'Sign in' },
  account: { zh: '账号', en: 'Account' },
  passphrase: { zh: '口令', en: 'Passphrase' },
  needAccount: { zh: '请填写账号', en: 'Enter your account' },
  needPassphrase: { zh: '请填写口令', en: 'Enter your passphrase' },
  enter: { zh: '登录', en: 'Sign in' },
  help: {
    zh: '账号由安全管理员开立。连续输错会逐次延长等待时间，忘记口令请联系安全管理员重置。',
    en: 'Accounts are opened by the security administrator. Wrong entries make you wait longer each time; a forgotten passphrase is reset by the security administrator.',
  },
}

/** Account and passphrase; calls back with what is still missing, and what was typed. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: (answer: SignedIn, who: Login) => void }) {
  const t = useText()
  const signIn = useSignIn()
  return (
    <Form
      className="sign-in"
      layout="vertical"
      requiredMark={false}
      onFinish={(who: Login) => signIn.mutate(who, { onSuccess: (answer) => onSignedIn(answer, who) })}
    >
      <h1>{t(texts.title)}</h1>
      <Form.Item name="signInName" label={t(texts.account)} rules={[{ required: true, message: t(texts.needAccount) }]}>
        <Input autoComplete="username" autoFocus size="large" />
      </Form.Item>
      <Form.Item name="passphrase" label={t(texts.passphrase)} rules={[{ required: true, message: t(texts.needPassphrase) }]}>
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      {signIn.error === null ? null : <Refused error={signIn.error} />}
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        {t(texts.enter)}
      </Button>
      <ProviderButton />
      <p className="muted">{t(texts.help)}</p>
    </Form>
  )
}
