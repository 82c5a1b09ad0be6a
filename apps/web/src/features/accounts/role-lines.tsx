import type { Account, StandingRole } from '@shengmian/contract'
import { useLanguage, useText } from '../../lib/language.tsx'
import { roleNames } from '../../lib/roles.ts'
import { Button } from '../../ui/antd.ts'
import { PlaceName } from '../../ui/place-name.tsx'
import { sayState, stateOf } from './role-words.ts'
import { texts } from './texts.ts'

interface RoleLinesProps {
  readonly account: Account
  /** Whether the reader could have given this role. */
  readonly mayGive: (role: StandingRole) => boolean
  readonly onRevoke: (role: StandingRole) => void
}

/** The roles of one account, a line each: of which body, where, until when, why it was taken away. */
export function RoleLines({ account, mayGive, onRevoke }: RoleLinesProps) {
  const t = useText()
  const { language } = useLanguage()
  const now = Date.now()
  if (account.roles.length === 0) return <span className="muted">{t(texts.noRole)}</span>
  return (
    <ul className="role-lines">
      {account.roles.map((role) => (
        <li key={role.id} className={['revoked', 'ended'].includes(stateOf(role, now)) ? 'muted' : ''}>
          <strong>{t(roleNames[role.role])}</strong>
          <span>
            {role.authority.name} <PlaceName code={role.authority.code} />
          </span>
          <span>
            {sayState(role, now, t, language)}
            {role.revokedReason === null ? null : `：${role.revokedReason}`}
          </span>
          {stateOf(role, now) !== 'revoked' && stateOf(role, now) !== 'ended' && mayGive(role) ? (
            <Button type="link" size="small" onClick={() => onRevoke(role)}>
              {t(texts.revoke)}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
