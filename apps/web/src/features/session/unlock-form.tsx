import { useText } from '../../lib/language.tsx'
import { Button, Form, Input } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { useSession, useSignOut, useUnlock } from './api.ts'
import './session.css'

const texts = {
  title: { zh: '屏幕已锁定', en: 'The screen is locked' },
  why: {
    zh: '离开十分钟或点了“锁屏”。本页内容还在，输入口令继续。',
    en: 'Ten minutes without use, or locked by hand. The page is as you left it; your passphrase goes on.',
  },
  passphrase: { zh: '口令', en: 'Passphrase' },
  need: { zh: '请填写口令', en: 'Enter your passphrase' },
  unlock: { zh: '解锁', en: 'Unlock' },
  other: { zh: '退出，换人登录', en: 'Sign out; somebody else signs in' },
}

/** The passphrase opens the screen again; whoever else sits down signs out first. */
export function UnlockForm({ onUnlocked }: { readonly onUnlocked?: () => void }) {
  const t = useText()
  const { data: session } = useSession()
  const unlock = useUnlock()
  const signOut = useSignOut()
  return (
    <Form
      className="sign-in"
      layout="vertical"
      requiredMark={false}
      onFinish={({ passphrase }: { passphrase: string }) =>
        unlock.mutate(passphrase, onUnlocked === undefined ? {} : { onSuccess: onUnlocked })
      }
    >
      <h1>{t(texts.title)}</h1>
      {session === null || session === undefined ? null : <strong>{session.account.name}</strong>}
      <p className="muted">{t(texts.why)}</p>
      <Form.Item name="passphrase" label={t(texts.passphrase)} rules={[{ required: true, message: t(texts.need) }]}>
        <Input.Password autoComplete="current-password" autoFocus size="large" />
      </Form.Item>
      {unlock.error === null ? null : <Refused error={unlock.error} />}
      <Button type="primary" htmlType="submit" size="large" block loading={unlock.isPending}>
        {t(texts.unlock)}
      </Button>
      <button type="button" className="who-out step-other" onClick={() => signOut.mutate()}>
        {t(texts.other)}
      </button>
    </Form>
  )
}
