import { useState } from 'react'
import { useIsLocked, useSecondStep, useSignOut } from './api.ts'
import { SecondStepForm } from './second-step-form.tsx'
import { SignInForm, type Ways } from './sign-in-form.tsx'
import { UnlockForm } from './unlock-form.tsx'
import { useText } from '../../lib/language.tsx'

const texts = {
  second: { zh: '第二步验证', en: 'Second step' },
  enter: { zh: '登录', en: 'Sign in' },
  again: { zh: '返回，重新登录', en: 'Back to the start' },
}

/** Passphrase, then the second step where the account has one; a locked session is unlocked instead. */
export function SignIn({ onSignedIn, begun = [] }: { readonly onSignedIn: () => void; readonly begun?: Ways }) {
  const t = useText()
  const [ways, setWays] = useState<Ways>(begun)
  const isLocked = useIsLocked()
  const step = useSecondStep()
  const signOut = useSignOut()
  if (isLocked) return <UnlockForm onUnlocked={onSignedIn} />
  if (ways.length === 0) return <SignInForm onSignedIn={(left) => (left.length > 0 ? setWays(left) : onSignedIn())} />
  return (
    <div>
      <SecondStepForm
        title={texts.second}
        done={texts.enter}
        ways={ways}
        isBusy={step.isPending}
        error={step.error}
        onStep={(wish) => step.mutate(wish, { onSuccess: onSignedIn })}
      />
      <button type="button" className="who-out step-other" onClick={() => signOut.mutate()}>
        {t(texts.again)}
      </button>
    </div>
  )
}
