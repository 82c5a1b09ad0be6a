import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { ConfirmArrival, useIsConfirming } from '../features/identity-links/confirm-arrival.tsx'
import { FirstFactor } from '../features/security/first-factor.tsx'
import { sessionQuery, useSignOut } from '../features/session/api.ts'
import { Arrival } from '../features/session/arrival.tsx'
import { SignIn } from '../features/session/sign-in.tsx'
import { useLanguage, useText } from '../lib/language.tsx'
import './sign-in-page.css'

const texts = {
  what: { zh: '交叉巡察的计划、派遣与跟踪', en: 'Cross-inspection: planned, dispatched, followed up' },
  other: { zh: 'English', en: '中文' },
}

/** `isBack`: the identity provider has sent the browser here. */
export function SignInPage({ isBack = false }: { readonly isBack?: boolean }) {
  const t = useText()
  const queries = useQueryClient()
  const signOut = useSignOut()
  const { language, speak } = useLanguage()
  const navigate = useNavigate()
  const { from } = useSearch({ strict: false })
  const isConfirming = useIsConfirming() && isBack
  const toSecurity = useCallback(() => void navigate({ href: '/account-security', replace: true }), [navigate])
  const enter = useCallback(() => void navigate({ href: from ?? '/', replace: true }), [navigate, from])
  const firstFactor = (
    <FirstFactor
      onSetUp={() => void queries.fetchQuery({ ...sessionQuery, staleTime: 0 }).then(enter)}
      onLeave={() => signOut.mutate()}
    />
  )
  return (
    <div className="sign-in-page">
      <div className="sign-in-mark">
        <span className="wordmark">生面</span>
        <span>{t(texts.what)}</span>
        <button type="button" className="frame-language" onClick={() => speak(language === 'zh' ? 'en' : 'zh')}>
          {t(texts.other)}
        </button>
      </div>
      {isConfirming ? <ConfirmArrival onDone={toSecurity} /> : null}
      {isBack && !isConfirming ? <Arrival onSignedIn={enter} firstFactor={firstFactor} /> : null}
      {isBack ? null : <SignIn onSignedIn={enter} firstFactor={firstFactor} />}
    </div>
  )
}
