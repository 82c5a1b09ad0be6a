import type { SignedIn } from '@shengmian/contract'
import { useState } from 'react'
import { useIsLocked, useSecondStep, useSignOut, type Login } from './api.ts'
import { OwnPassphraseForm } from './own-passphrase-form.tsx'
import { SecondStepForm } from './second-step-form.tsx'
import { SignInForm, type Ways } from './sign-in-form.tsx'
import { UnlockForm } from './unlock-form.tsx'
import { useText } from '../../lib/language.tsx'

const texts = {
  second: { zh: '第二步验证', en: 'Second step' },
  enter: { zh: '登录', en: 'Sign in' },
  again: { zh: '返回，重新登录', en: 'Back to the start' },
}

/** Passphrase, then the second step where the account has one, then a passphrase of one's own; a locked session is unlocked instead. */
export function SignIn({ onSignedIn, begun = [] }: { readonly onSignedIn: () => void; readonly begun?: Ways }) {
  const t = useText()
  const [missing, setMissing] = useState<Pick<SignedIn, 'ways' | 'awaitsPassphrase'>>({ ways: begun, awaitsPassphrase: false })
  const [who, setWho] = useState<Login | null>(null)
  const isLocked = useIsLocked()
  const step = useSecondStep()
  const signOut = useSignOut()
  const goOn = (answer: SignedIn, login: Login | null) => {
    if (answer.session !== null) return onSignedIn()
    setWho(login)
    setMissing(answer)
  }
  if (isLocked) return <UnlockForm onUnlocked={onSignedIn} />
  if (missing.ways.length > 0)
    return (
      <div>
        <SecondStepForm
          title={texts.second}
          done={texts.enter}
          ways={missing.ways}
          isBusy={step.isPending}
          error={step.error}
          onStep={(wish) => step.mutate(wish, { onSuccess: (answer) => goOn(answer, who) })}
        />
        <button type="button" className="who-out step-other" onClick={() => signOut.mutate()}>
          {t(texts.again)}
        </button>
      </div>
    )
  if (missing.awaitsPassphrase && who !== null)
    return <OwnPassphraseForm who={who} onSignedIn={goOn} onLeave={() => signOut.mutate()} />
  return <SignInForm onSignedIn={goOn} />
}
