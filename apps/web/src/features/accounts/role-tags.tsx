import type { StandingRole } from '@shengmian/contract'
import { useLanguage, useText } from '../../lib/language.tsx'
import { roleNames } from '../../lib/roles.ts'
import { sayState, stateOf, type RoleState } from './role-words.ts'
import { texts } from './texts.ts'

const looks: Readonly<Record<RoleState, string>> = {
  pending: 'tag tag-warn',
  'in-force': 'tag tag-good',
  ahead: 'tag',
  ended: 'tag tag-past',
  revoked: 'tag tag-past',
}

/** What stands to an account's name: in force, waiting, past, each with its state in words. */
export function RoleTags({ roles }: { readonly roles: readonly StandingRole[] }) {
  const t = useText()
  const { language } = useLanguage()
  const now = Date.now()
  if (roles.length === 0) return <span className="muted">{t(texts.noRole)}</span>
  const isPast = (role: StandingRole) => ['ended', 'revoked'].includes(stateOf(role, now))
  const shown = [...roles.filter((role) => !isPast(role)), ...roles.filter(isPast)]
  return (
    <span className="role-tags">
      {shown.map((role) => (
        <span key={role.id} className={looks[stateOf(role, now)]} title={role.authority.name}>
          {t(roleNames[role.role])} {sayState(role, now, t, language)}
        </span>
      ))}
    </span>
  )
}
