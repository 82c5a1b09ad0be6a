import type { SignedIn } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { Button, Form } from '../../ui/antd.ts'
import { NewPassphraseFields } from '../../ui/new-passphrase-fields.tsx'
import { Refused } from '../../ui/refused.tsx'
import { useOwnPassphrase, type Login } from './api.ts'
import './session.css'

const texts = {
  title: { zh: '换成自己的口令', en: 'Set a passphrase of your own' },
  why: {
    zh: '现在的口令是开立或重置账号的人给的，他也知道。换成只有您知道的口令之后，才能办理业务。',
    en: 'Whoever opened or reset the account gave the present passphrase, and knows it. Set one that only you know; nothing else opens before.',
  },
  done: { zh: '更换并登录', en: 'Set it and sign in' },
  leave: { zh: '退出', en: 'Sign out' },
}

interface OwnPassphraseFormProps {
  /** Who signed in, with the passphrase that he was given. */
  readonly who: Login
  readonly onSignedIn: (answer: SignedIn, who: Login) => void
  readonly onLeave: () => void
}

/** The first thing that is asked of whoever signs in with a passphrase from somebody else. */
export function OwnPassphraseForm({ who, onSignedIn, onLeave }: OwnPassphraseFormProps) {
  const t = useText()
  const set = useOwnPassphrase()
  return (
    <Form
      className="sign-in"
      layout="vertical"
      requiredMark={false}
      onFinish={({ next }: { next: string }) =>
        set.mutate({ ...who, next }, { onSuccess: (answer) => onSignedIn(answer, { ...who, passphrase: next }) })
      }
    >
      <h1>{t(texts.title)}</h1>
      <strong>{who.signInName}</strong>
      <p className="own-passphrase-why">{t(texts.why)}</p>
      <NewPassphraseFields size="large" />
      {set.error === null ? null : <Refused error={set.error} isOfOneField />}
      <Button type="primary" htmlType="submit" size="large" block loading={set.isPending}>
        {t(texts.done)}
      </Button>
      <button type="button" className="who-out step-other" onClick={onLeave}>
        {t(texts.leave)}
      </button>
    </Form>
  )
}
