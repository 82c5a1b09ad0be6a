import { useEffect, useRef, type ReactNode } from 'react'
import { useText } from '../../lib/language.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Refused } from '../../ui/refused.tsx'
import { useArrival } from './provider.ts'
import { SignIn } from './sign-in.tsx'

const texts = {
  coming: { zh: '正在登录', en: 'Signing in' },
  strange: { zh: '这个登录不是从本浏览器开始的，请重新登录', en: 'This sign-in was not begun in this browser; start again' },
}

/** Back from the identity provider: straight in, or on to what is missing. */
export function Arrival({ onSignedIn, firstFactor }: { readonly onSignedIn: () => void; readonly firstFactor: ReactNode }) {
  const t = useText()
  const { mutate, data, error } = useArrival()
  const isAsked = useRef(false)
  useEffect(() => {
    if (isAsked.current) return
    isAsked.current = true
    mutate(window.location.href, {
      onSuccess: (answer) => {
        if (answer !== null && answer.session !== null) onSignedIn()
      },
    })
  }, [mutate, onSignedIn])
  if (data !== undefined && data !== null) return <SignIn onSignedIn={onSignedIn} begun={data} firstFactor={firstFactor} />
  if (error === null && data !== null) return <Loading what={t(texts.coming)} rows={3} />
  return (
    <>
      {error === null ? <p role="alert">{t(texts.strange)}</p> : <Refused error={error} />}
      <SignIn onSignedIn={onSignedIn} firstFactor={firstFactor} />
    </>
  )
}
