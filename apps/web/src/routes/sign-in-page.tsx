import { useNavigate, useSearch } from '@tanstack/react-router'
import { SignIn } from '../features/session/sign-in.tsx'
import { useLanguage, useText } from '../lib/language.tsx'
import './sign-in-page.css'

const texts = {
  what: { zh: '交叉巡察的计划、派遣与跟踪', en: 'Cross-inspection: planned, dispatched, followed up' },
  other: { zh: 'English', en: '中文' },
}

export function SignInPage() {
  const t = useText()
  const { language, speak } = useLanguage()
  const navigate = useNavigate()
  const { from } = useSearch({ from: '/sign-in' })
  return (
    <div className="sign-in-page">
      <div className="sign-in-mark">
        <span className="wordmark">生面</span>
        <span>{t(texts.what)}</span>
        <button type="button" className="frame-language" onClick={() => speak(language === 'zh' ? 'en' : 'zh')}>
          {t(texts.other)}
        </button>
      </div>
      <SignIn onSignedIn={() => void navigate({ href: from ?? '/', replace: true })} />
    </div>
  )
}
