import { OwnIdentity } from '../features/identity-links/own-identity.tsx'
import { OwnPassphrase } from '../features/security/own-passphrase.tsx'
import { OwnSessions } from '../features/security/own-sessions.tsx'
import { SecondFactors } from '../features/security/second-factors.tsx'
import { useText } from '../lib/language.tsx'
import { Page } from '../ui/page.tsx'

const texts = { title: { zh: '账号安全', en: 'Account security' } }

export function SecurityPage() {
  const t = useText()
  return (
    <Page title={t(texts.title)}>
      <div className="security-blocks">
        <OwnPassphrase />
        <SecondFactors />
        <OwnIdentity />
        <OwnSessions />
      </div>
    </Page>
  )
}
