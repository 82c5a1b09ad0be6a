import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { canUsePasskeys } from '../../lib/passkeys.ts'
import { Button } from '../../ui/antd.ts'
import { PasskeyDialog } from './passkey-dialog.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { TotpDialog } from './totp-dialog.tsx'
import { texts as shared } from './texts.ts'
import './security.css'

const texts = {
  title: { zh: '设置第二步验证', en: 'Set up a second step' },
  why: {
    zh: '您的职务须有第二步验证。下面两种方式选一种设置好，才能办理业务；以后每次登录，输入口令后再验证一次。',
    en: 'Your role must have a second step. Set up one of these two; nothing else opens before. From then on it is asked for after the passphrase.',
  },
  app: { zh: '设置动态验证码', en: 'Set up an authenticator app' },
  appHint: {
    zh: '手机上装有验证器（支持 TOTP 的应用），或有单位配发的令牌',
    en: 'With an authenticator app on the phone (any that knows TOTP), or a token from the office',
  },
  passkeyHint: {
    zh: '用本机指纹、人脸、开机密码，或 U 盾',
    en: 'With this computer’s fingerprint, face or code, or a security key',
  },
  help: {
    zh: '两种都没有的，请联系本单位安全管理员。',
    en: 'Whoever has neither asks the security administrator.',
  },
  leave: { zh: '退出', en: 'Sign out' },
}

/** The only thing that is open to whoever must have a second factor and has none. */
export function FirstFactor({ onSetUp, onLeave }: { readonly onSetUp: () => void; readonly onLeave: () => void }) {
  const t = useText()
  const [doing, setDoing] = useState<'totp' | 'passkey' | null>(null)
  const [codes, setCodes] = useState<readonly string[]>([])
  const finish = (shown: readonly string[]) => {
    setDoing(null)
    setCodes(shown)
  }
  return (
    <section className="sign-in first-factor" aria-labelledby="first-factor">
      <h1 id="first-factor">{t(texts.title)}</h1>
      <p>{t(texts.why)}</p>
      <Button type="primary" size="large" block onClick={() => setDoing('totp')}>
        {t(texts.app)}
      </Button>
      <span className="muted">{t(texts.appHint)}</span>
      <Button size="large" block disabled={!canUsePasskeys()} onClick={() => setDoing('passkey')}>
        {t(shared.add)}
      </Button>
      <span className="muted">{t(canUsePasskeys() ? texts.passkeyHint : shared.notHere)}</span>
      <p className="muted">{t(texts.help)}</p>
      <button type="button" className="who-out step-other" onClick={onLeave}>
        {t(texts.leave)}
      </button>
      {doing === 'totp' ? <TotpDialog onDone={finish} onClose={() => setDoing(null)} /> : null}
      {doing === 'passkey' ? <PasskeyDialog onDone={finish} onClose={() => setDoing(null)} /> : null}
      {codes.length > 0 ? <RecoveryCodes codes={codes} onKept={onSetUp} /> : null}
    </section>
  )
}
