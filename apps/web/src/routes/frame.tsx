import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { useLanguage, useText } from '../lib/language.tsx'
import { formatDay } from '../lib/dates.ts'
import { LockScreen } from '../features/session/lock-screen.tsx'
import { WhoAmI } from '../features/session/who-am-i.tsx'
import { useSession } from '../features/session/api.ts'
import { bringIntoSight } from '../ui/bring-into-sight.ts'
import { menuOf } from './menu.ts'
import './frame.css'

const texts = {
  menu: { zh: '功能', en: 'Menu' },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  other: { zh: 'English', en: '中文' },
}

/** Top bar, menu of the role, content. */
export function Frame() {
  const t = useText()
  const { language, speak } = useLanguage()
  const { data: session } = useSession()
  const path = useRouterState({ select: (state) => state.location.pathname })
  return (
    <LockScreen>
      <div className="frame">
        <a className="skip" href="#content">
          {t(texts.skip)}
        </a>
        <header className="frame-top">
          <Link to="/" className="wordmark">
            生面
          </Link>
          <span className="frame-spring" />
          <span className="number muted">{formatDay(new Date(), language)}</span>
          <button type="button" className="frame-language" onClick={() => speak(language === 'zh' ? 'en' : 'zh')}>
            {t(texts.other)}
          </button>
          <WhoAmI />
        </header>
        <nav className="frame-menu" aria-label={t(texts.menu)}>
          {menuOf(session).map((group) => (
            <div key={group.title.en} className="frame-group">
              {group.title.zh === '' ? null : <h2>{t(group.title)}</h2>}
              {group.items.map((item) => (
                <Link
                  key={item.to}
                  to={item.to}
                  ref={isHere(path, item.to) ? bringIntoSight : null}
                  className={isHere(path, item.to) ? 'here' : ''}
                  aria-current={isHere(path, item.to) ? 'page' : undefined}
                >
                  {t(item.title)}
                </Link>
              ))}
            </div>
          ))}
        </nav>
        <main id="content" className="frame-content">
          <Outlet />
        </main>
      </div>
    </LockScreen>
  )
}

function isHere(path: string, to: string): boolean {
  return to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`)
}
