import type { SignedIn } from '@shengmian/contract'
import { useState, type ReactNode } from 'react'
import { useIsLocked, useSecondStep, useSignOut, type Login } from './api.ts'
import { OwnPassphraseForm } from './own-passphrase-form.tsx'
import { SecondStepForm } from './second-step-form.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { UnlockForm } from './unlock-form.tsx'
import { useText } from '../../lib/language.tsx'

const texts = {
  second: { zh: '第二步验证', en: 'Second step' },
  enter: { zh: '登录', en: 'Sign in' },
  again: { zh: '返回，重新登录', en: 'Back to the start' },
}

type Missing = Pick<SignedIn, 'ways' | 'awaitsPassphrase' | 'awaitsFactor'>
const nothing: Missing = { ways: [], awaitsPassphrase: false, awaitsFactor: false }

interface SignInProps {
  readonly onSignedIn: () => void
  /** What a sign-in that was begun elsewhere waits for. */
  readonly begun?: Missing
  /** What is shown to whoever must have a second factor and has none. */
  readonly firstFactor: ReactNode
}

/**
 * Passphrase, then the second step where the account has one, then a passphrase of one's own, then a second factor where one must be; a
 * locked session is unlocked instead.
 */
export function SignIn({ onSignedIn, begun = nothing, firstFactor }: SignInProps) {
  const t = useText()
  const [missing, setMissing] = useState<Missing>(begun)
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
  if (missing.awaitsFactor) return firstFactor
  return <SignInForm onSignedIn={goOn} />
}
