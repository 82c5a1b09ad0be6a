import type { StandingRole } from '@shengmian/contract'
import { isoDay, longDay } from '../../lib/dates.ts'
import type { Language, Text } from '../../lib/language.tsx'
import { texts } from './texts.ts'

export type RoleState = 'pending' | 'revoked' | 'ended' | 'ahead' | 'in-force'

/** Where a role stands at `now` (milliseconds). Revoked comes first: what was proposed may have been taken back. */
export function stateOf(role: StandingRole, now: number): RoleState {
  if (role.revokedAt !== null) return 'revoked'
  if (role.isPending) return 'pending'
  if (role.until !== null && Date.parse(role.until) <= now) return 'ended'
  return Date.parse(role.from) > now ? 'ahead' : 'in-force'
}

type Say = (text: Text, values?: Readonly<Record<string, string>>) => string

/** The state in words, with the day that bounds it. */
export function sayState(role: StandingRole, now: number, t: Say, language: Language): string {
  // The instant at which it ends is the first one without it.
  const until =
    role.until === null
      ? t(texts.isOpenEnded)
      : t(texts.isUntil, { day: longDay(isoDay(new Date(Date.parse(role.until) - 1)), language) })
  switch (stateOf(role, now)) {
    case 'revoked':
      return t(texts.isRevoked)
    case 'pending':
      return `${t(texts.isPending)} ${until}`
    case 'ended':
      return t(texts.isEnded)
    case 'ahead':
      return `${t(texts.isAhead, { day: longDay(isoDay(new Date(role.from)), language) })} ${until}`
    case 'in-force':
      return until
  }
}
